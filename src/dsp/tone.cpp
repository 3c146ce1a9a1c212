#include "dsp/tone.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/check.h"
#include "dsp/harmonic_blocks.h"
#include "dsp/harmonic_fit.h"
#include "dsp/noise_meter.h"
#include "dsp/spectrum.h"
#include "dsp/tone_search.h"
#include "dsp/tone_track.h"

namespace linecheck::dsp {
namespace {

constexpr std::size_t kBlock = HarmonicBlocks::kLength;
constexpr std::size_t kFewestBlocks = 16;

// Equal pieces of a stretch, each with its carrier.
struct Pieces {
  std::size_t blocks = 0;  // Of each.
  std::vector<Carrier> carriers;
};

// Follows the tone in pieces that are as long as its wandering allows: over minutes two clocks
// drift apart along a curve that the few terms of one carrier cannot follow.
std::optional<Pieces> followPieces(const ToneTrack& track, Stretch stretch,
                                   const ToneOptions& options, Hertz sampleRate) {
  constexpr double kLongest = 20.0;  // Seconds.
  constexpr double kShortest = 1.25;
  const auto inBlocks = [&](double seconds) {
    const auto samples = static_cast<std::size_t>(seconds * sampleRate.value());
    return std::max<std::size_t>(1, std::bit_ceil(std::max(samples, options.fftLength)) / kBlock);
  };
  std::size_t count = (stretch.blocks + inBlocks(kLongest) - 1) / inBlocks(kLongest);
  for (;; count *= 2) {
    Pieces pieces{stretch.blocks / count, {}};
    bool areClose = true;
    for (std::size_t i = 0; i < count; ++i) {
      const auto followed =
          followCarrier(track, {stretch.firstBlock + i * pieces.blocks, pieces.blocks});
      if (!followed) return std::nullopt;
      pieces.carriers.push_back(followed->carrier);
      areClose = areClose && followed->isClose;
    }
    if (areClose || pieces.blocks / 2 < inBlocks(kShortest)) return pieces;
  }
}

// Mean powers over the pieces; a sine of peak 1 has power 1.
struct ToneSums {
  double cyclesPerSample = 0.0;
  double fundamental = 0.0;
  std::vector<double> harmonics;  // Order 2 first.
};

// Harmonics that lie safely below Nyquist, the fundamental included.
std::size_t harmonicsBelowNyquist(double cyclesPerSample, std::size_t length, int wanted) {
  const double end = 0.5 - 4.0 / static_cast<double>(length);
  const double fitting = std::floor(end / cyclesPerSample);
  return static_cast<std::size_t>(
      std::clamp(fitting, 1.0, std::max(1.0, static_cast<double>(wanted))));
}

// Fits each piece and passes what is left to the noise meter. `samples` begin with the first piece.
ToneSums fitPieces(std::span<const double> samples, const Pieces& pieces, int harmonics,
                   NoiseMeter& noise) {
  ToneSums sums;
  const std::size_t length = pieces.blocks * kBlock;
  const std::size_t orders =
      harmonicsBelowNyquist(pieces.carriers.front().cyclesPerSample, length, harmonics);
  sums.harmonics.resize(orders - 1);
  const double share = 1.0 / static_cast<double>(pieces.carriers.size());
  for (std::size_t i = 0; i < pieces.carriers.size(); ++i) {
    const auto part = samples.subspan(i * length, length);
    const HarmonicFit fit = fitHarmonics(part, pieces.carriers[i], orders);
    const double scale = share * fit.carrier.envelopeMeanSquare();
    sums.cyclesPerSample += share * fit.carrier.cyclesPerSample;
    sums.fundamental += scale * std::norm(fit.amplitudes[0]);
    for (std::size_t l = 1; l < orders; ++l) {
      sums.harmonics[l - 1] += scale * std::norm(fit.amplitudes[l]);
    }
    noise.startStretch();
    subtractHarmonics(part, fit, [&](std::span<const double> rest) { noise.add(rest); });
  }
  return sums;
}

ToneAnalysis figuresOf(const ToneSums& sums, const NoiseFigures& noise, Hertz sampleRate) {
  ToneAnalysis tone;
  tone.frequency = sums.cyclesPerSample * sampleRate;
  tone.level = levelFromPower(sums.fundamental);
  double distortion = 0.0;
  for (std::size_t i = 0; i < sums.harmonics.size(); ++i) {
    const int order = static_cast<int>(i) + 2;
    const Hertz frequency = tone.frequency * static_cast<double>(order);
    if (frequency < noise.bandLow || frequency > noise.bandHigh) continue;
    distortion += sums.harmonics[i];
    tone.harmonics.push_back({order, frequency, levelFromPower(sums.harmonics[i])});
  }
  const double noisePower = powerFromLevel(noise.unweighted);
  tone.thd = Decibels::fromPowerRatio(distortion / sums.fundamental);
  tone.thdn = Decibels::fromPowerRatio((distortion + noisePower) / sums.fundamental);
  tone.sinad = -tone.thdn;
  tone.snr = -Decibels::fromPowerRatio(noisePower / sums.fundamental);
  tone.enobBits = (tone.sinad.value() - tone.level.value() - 1.76) / 6.02;
  return tone;
}

NoiseFigures noiseOfAll(std::span<const double> samples, Hertz sampleRate,
                        const ToneOptions& options) {
  NoiseMeter meter(options.window, options.fftLength, samples.size(), sampleRate);
  const double mean = samples.empty() ? 0.0
                                      : std::accumulate(samples.begin(), samples.end(), 0.0) /
                                            static_cast<double>(samples.size());
  std::vector<double> block(kBlock);
  for (std::size_t start = 0; start < samples.size(); start += kBlock) {
    const auto part = samples.subspan(start, std::min(kBlock, samples.size() - start));
    std::transform(part.begin(), part.end(), block.begin(), [&](double x) { return x - mean; });
    meter.add(std::span(block).first(part.size()));
  }
  return meter.figures(options.bandLow, options.bandHigh);
}

std::optional<ToneAndNoise> analyzeLine(std::span<const double> samples, Hertz sampleRate,
                                        const ToneOptions& options, Hertz line) {
  const ToneTrack track = trackTone(samples, line / sampleRate);
  if (track.blocks.size() < kFewestBlocks) return std::nullopt;
  const auto stretch = steadyStretch(track);
  if (!stretch) return std::nullopt;
  const auto pieces = followPieces(track, *stretch, options, sampleRate);
  if (!pieces) return std::nullopt;
  NoiseMeter meter(options.window, options.fftLength, pieces->blocks * kBlock, sampleRate);
  const ToneSums sums =
      fitPieces(samples.subspan(stretch->firstBlock * kBlock), *pieces, options.harmonics, meter);

  ToneAndNoise result;
  result.noise = meter.figures(options.bandLow, options.bandHigh);
  result.tone = figuresOf(sums, result.noise, sampleRate);
  constexpr double kAboveNeighbours = 25.0;  // In power, 14 dB.
  const bool standsOut =
      sums.fundamental > kAboveNeighbours * meter.meanPowerAround(result.tone->frequency);
  const bool dominates = result.tone->thdn < -6.0_dB;
  if (!standsOut || !(dominates || options.expected)) return std::nullopt;
  return result;
}

}  // namespace

ToneAndNoise analyzeTone(std::span<const double> samples, Hertz sampleRate,
                         const ToneOptions& options) {
  if (const auto line = findStrongestLine(samples, sampleRate, options)) {
    if (auto result = analyzeLine(samples, sampleRate, options, *line)) return *std::move(result);
  }
  return {std::nullopt, noiseOfAll(samples, sampleRate, options)};
}

}  // namespace linecheck::dsp
