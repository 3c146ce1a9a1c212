#include "diagnosis/sound_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "diagnosis/pause_hum.h"
#include "dsp/tone.h"

namespace linecheck::diagnosis {
namespace {

constexpr std::size_t kFineLength = 32768;
constexpr std::size_t kMediumLength = 4096;
constexpr std::size_t kCoarseLength = 128;
constexpr double kCoarseHop = 1e-3;    // Seconds.
constexpr int kOrders = 40;            // A dimmer's comb reaches far.
constexpr double kResolutionHz = 0.8;  // Two estimates of one line, half a fine bin each.
constexpr double kDriftTolerance = 2e-4;
constexpr double kHighestHz = 20000.0;
constexpr Decibels kMargin = 24.0_dB;  // A tone clipped only a little falls later than 1/k².

// Louder than this no interference is: somebody plays a tone, also where nobody said so.
constexpr DecibelsFs kPlayed = DecibelsFs::of(-30.0);

// Whether a tone is one of the harmonics that were found.
bool isHarmonic(Hertz tone, const dsp::HumEstimate& hum) {
  return std::any_of(hum.harmonics.begin(), hum.harmonics.end(), [&](const auto& harmonic) {
    return harmonic.detected && std::abs((tone - harmonic.frequency).value()) < kResolutionHz;
  });
}

// Frames as long as leaves four of them; in short pauses under a narrower window.
Spectrogram fineFrames(std::span<const double> samples, Hertz rate, const QuietStretches& quiet,
                       dsp::WindowKind window) {
  const auto longest = std::min(frameLength(kFineLength, rate), samples.size() / 2);
  if (quiet.isWhole) {
    return makeSpectrogram(samples, rate, quiet.stretches, window,
                           std::max<std::size_t>(longest, 16),
                           std::max<std::size_t>(longest / 2, 8));
  }
  std::size_t length = longest;
  const std::size_t shortest = frameLength(kMediumLength, rate);
  while (length > shortest) {
    std::size_t frames = 0;
    for (const Stretch& stretch : quiet.stretches) {
      if (stretch.length() >= length) frames += 2 * (stretch.length() - length) / length + 1;
    }
    if (frames >= 4) break;
    length = std::max(shortest, length * 3 / 4);
  }
  const bool isShort = static_cast<double>(length) < 0.3 * rate.value();
  return makeSpectrogram(samples, rate, quiet.stretches, isShort ? dsp::WindowKind::hann : window,
                         length, length / 2);
}

std::optional<dsp::ToneAnalysis> playedTone(std::span<const double> samples, Hertz rate,
                                            const measure::AnalysisOptions& options) {
  double power = 0.0;
  for (const double sample : samples)
    power += sample * sample / static_cast<double>(samples.size());
  const bool isLoud = dbfsFromMeanSquare(power) > kPlayed;
  if (!options.stimulus && !isLoud) return std::nullopt;
  dsp::ToneOptions toneOptions = options.tone;
  toneOptions.expected = options.stimulus;
  auto tone = dsp::analyzeTone(samples, rate, toneOptions).tone;
  if (tone && !options.stimulus && tone->level < kPlayed) tone.reset();
  return tone;
}

dsp::Overtones overtonesOf(const dsp::ToneAnalysis& tone) {
  dsp::Overtones overtones{tone.frequency, DecibelsFs::silence()};
  for (const dsp::ToneHarmonic& harmonic : tone.harmonics) {
    const Decibels fall = 2.0 * Decibels::fromAmplitudeRatio(harmonic.order);
    overtones.envelope = std::max(overtones.envelope, harmonic.level + fall + kMargin);
  }
  return overtones;
}

}  // namespace

SoundView::SoundView(std::span<const double> heard, Hertz sampleRate,
                     const measure::AnalysisOptions& options)
    : samples(heard), rate(sampleRate), played(options.hum.stimulus) {
  dsp::HumSearch search = options.hum;
  search.harmonics = std::max(search.harmonics, kOrders);
  if (options.stimulus) {
    search.stimulus.push_back(*options.stimulus);
    played.push_back(*options.stimulus);
  }
  const auto tone = playedTone(samples, rate, options);
  // A tone that is clipped as numbers folds its overtones to anywhere.
  if (tone) search.overtones.push_back(overtonesOf(*tone));
  folded = dsp::FoldedOvertones(search.overtones, rate, rate / 2.0);
  quiet = findQuietStretches(samples, rate);
  hum = quiet.isWhole ? dsp::estimateHum(samples, rate, search)
                      : estimatePauseHum(samples, rate, quiet.stretches, search);
  if (tone && !isHarmonic(tone->frequency, hum)) played.push_back(tone->frequency);

  // Beside a tone that is played, side lobes must not pass for noise.
  const auto window = tone ? dsp::WindowKind::blackmanHarris7 : dsp::WindowKind::blackmanHarris4;
  fine = fineFrames(samples, rate, quiet, window);
  const std::size_t mediumLength = frameLength(kMediumLength, rate);
  medium = makeSpectrogram(samples, rate, quiet.stretches, window, mediumLength, mediumLength / 2);
  coarse = makeSpectrogram(samples, rate, quiet.stretches, dsp::WindowKind::hann,
                           frameLength(kCoarseLength, rate),
                           static_cast<std::size_t>(std::round(kCoarseHop * rate.value())));
  const std::array everything = {Stretch{0, samples.size()}};
  const std::size_t wholeLength = std::min(frameLength(kFineLength, rate), samples.size() / 2);
  whole = quiet.isWhole
              ? fine
              : makeSpectrogram(samples, rate, everything, dsp::WindowKind::blackmanHarris4,
                                wholeLength, wholeLength / 2);
  noise = QuietNoise(fine, medium, hum);
}

Seconds SoundView::duration() const {
  std::size_t frames = 0;
  for (const Stretch& stretch : quiet.stretches) frames += stretch.length();
  return static_cast<double>(frames) / rate;
}

double SoundView::highest() const {
  return std::min(kHighestHz, 0.45 * rate.value());
}

bool SoundView::isMainsLine(double frequency) const {
  if (!hum.present) return false;
  const double mains = hum.fundamental.value();
  const double order = std::round(frequency / mains);
  const double tolerance = std::max(kResolutionHz, 0.55 * fine.binWidth) +
                           kDriftTolerance * frequency +
                           order * hum.fundamentalStandardError.value();
  return order >= 1.0 && std::abs(frequency - order * mains) <= tolerance;
}

bool SoundView::isPlayed(double frequency) const {
  return std::any_of(played.begin(), played.end(), [&](Hertz tone) {
    const double order = std::round(frequency / tone.value());
    return order >= 1.0 && std::abs(frequency - order * tone.value()) <=
                               kResolutionHz + kDriftTolerance * frequency;
  });
}

}  // namespace linecheck::diagnosis
