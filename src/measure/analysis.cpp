#include "measure/analysis.h"

#include <algorithm>
#include <cmath>

#include "dsp/level_meter.h"
#include "dsp/noise_meter.h"

namespace linecheck::measure {
namespace {

// As far as two estimates of one line may be apart, a drifting grid's harmonics included.
constexpr double kResolutionHz = 0.5;
constexpr double kRelativeTolerance = 2e-4;

// Whether a line is one of the mains harmonics that were found.
bool isHum(Hertz frequency, const dsp::HumEstimate& hum) {
  return hum.present &&
         std::any_of(hum.harmonics.begin(), hum.harmonics.end(),
                     [frequency](const dsp::HumHarmonic& harmonic) {
                       const double distance = std::abs((frequency - harmonic.frequency).value());
                       return harmonic.detected &&
                              distance <= kResolutionHz + kRelativeTolerance * frequency.value();
                     });
}

// What the measured harmonics let expect of the higher ones. A tone that is clipped only a little
// has a flat spectrum far beyond them: hence the margin.
dsp::Overtones overtonesOf(const dsp::ToneAnalysis& tone) {
  constexpr Decibels kMargin = 24.0_dB;
  dsp::Overtones overtones{tone.frequency, DecibelsFs::silence()};
  for (const dsp::ToneHarmonic& harmonic : tone.harmonics) {
    const Decibels fall = 2.0 * Decibels::fromAmplitudeRatio(harmonic.order);
    overtones.envelope = std::max(overtones.envelope, harmonic.level + fall + kMargin);
  }
  return overtones;
}

dsp::NoiseFigures noiseOfAll(std::span<const double> samples, Hertz sampleRate,
                             const dsp::ToneOptions& options) {
  dsp::NoiseMeter meter(options.window, options.fftLength, samples.size(), sampleRate);
  meter.add(samples);
  return meter.figures(options.bandLow, options.bandHigh);
}

}  // namespace

ChannelAnalysis analyzeChannel(std::span<const double> samples, Hertz sampleRate,
                               const AnalysisOptions& options) {
  ChannelAnalysis result;
  const auto levels = dsp::measureLevels(samples, options.bitDepth);
  result.peak = levels.peak;
  result.rms = levels.rms;
  result.dc = levels.dc;
  result.clippedSamples = levels.clippedSamples;
  result.truePeak = dsp::measureTruePeak(samples);
  result.lines = dsp::findLines(samples, sampleRate);

  dsp::HumSearch search = options.hum;
  dsp::ToneOptions toneOptions = options.tone;
  if (options.stimulus) {
    search.stimulus.push_back(*options.stimulus);
    toneOptions.expected = options.stimulus;
  }
  auto [tone, noise] = dsp::analyzeTone(samples, sampleRate, toneOptions);
  if (tone) {
    search.overtones.push_back(overtonesOf(*tone));
    const dsp::FoldedOvertones folded(search.overtones, sampleRate, sampleRate / 2.0);
    std::erase_if(result.lines, [&](const dsp::SpectralLine& line) {
      return folded.mayBe(line.frequency, Hertz::of(kResolutionHz), line.level);
    });
  }
  result.hum = dsp::estimateHum(samples, sampleRate, search);
  if (tone && !options.stimulus && isHum(tone->frequency, result.hum)) {
    // The strongest line is hum: it belongs to the noise.
    tone.reset();
    noise = noiseOfAll(samples, sampleRate, toneOptions);
  }
  result.tone = std::move(tone);
  result.noise = noise;
  return result;
}

}  // namespace linecheck::measure
