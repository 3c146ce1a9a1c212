#include "measure/procedures/tone_figures.h"

#include <algorithm>
#include <cmath>

#include "dsp/spectrum.h"

namespace linecheck::measure {
namespace {

// d(10·lg P) / (dP / P)
constexpr double kDbPerPower = 4.342944819032518;

// Noise as it lies around the harmonics: A-weighting, which takes 1.9 dB off white noise up to
// 20 kHz, keeps hum out of it.
double noiseAround(const dsp::NoiseFigures& noise) {
  constexpr Decibels kWhiteLoss = 1.9_dB;
  return std::min(dsp::powerFromLevel(noise.unweighted),
                  dsp::powerFromLevel(noise.aWeighted + kWhiteLoss));
}

}  // namespace

double amplitudeError(double noisePower, Hertz band, Hertz sampleRate, std::size_t samples) {
  constexpr double kHannLoss = 1.5;
  const double meanSquare = noisePower / 2.0 * (sampleRate / 2.0 / band);
  return std::sqrt(kHannLoss * 2.0 * meanSquare / static_cast<double>(samples));
}

std::optional<ToneFigures> readTone(std::span<const double> samples, Hertz sampleRate,
                                    Hertz expected) {
  dsp::ToneOptions options;
  options.expected = expected;
  const auto [tone, noise] = dsp::analyzeTone(samples, sampleRate, options);
  if (!tone) return std::nullopt;

  const Hertz band = noise.bandHigh - noise.bandLow;
  const double seconds = static_cast<double>(samples.size()) / sampleRate.value();
  const double error = amplitudeError(noiseAround(noise), band, sampleRate, samples.size());
  const double fundamental = dsp::powerFromLevel(tone->level);

  ToneFigures figures;
  figures.frequency = tone->frequency;
  figures.level = tone->level;
  figures.levelSe = 2.0 * kDbPerPower * error / std::sqrt(fundamental);
  figures.enobBits = tone->enobBits;
  figures.thdn = tone->thdn;

  // Noise alone gives a line a power of 2·error² on the average.
  constexpr double kDetected = 4.0;
  double sum = 0.0;
  double variance = 0.0;
  for (const dsp::ToneHarmonic& harmonic : tone->harmonics) {
    const double power = std::max(0.0, dsp::powerFromLevel(harmonic.level) - 2.0 * error * error);
    sum += dsp::powerFromLevel(harmonic.level) - 2.0 * error * error;
    variance += 4.0 * power * error * error + 4.0 * std::pow(error, 4.0);
    HarmonicRatio ratio{harmonic.order, {}};
    if (std::sqrt(dsp::powerFromLevel(harmonic.level)) > kDetected * error) {
      ratio.ratio = Decibels::fromPowerRatio(power / fundamental);
    }
    figures.harmonics.push_back(ratio);
  }
  const double noisePower = dsp::powerFromLevel(noise.unweighted);
  const double count = static_cast<double>(tone->harmonics.size());
  const double hidden = kDetected * 2.0 * error * error * std::sqrt(count);
  if (count > 0.0) {
    figures.thdBound = Decibels::fromPowerRatio((std::max(sum, 0.0) + hidden) / fundamental);
    if (sum > hidden) {
      figures.thd = Decibels::fromPowerRatio(sum / fundamental);
      figures.thdSe = kDbPerPower * std::sqrt(variance) / sum;
    }
  }
  const double rest = noisePower + std::max(sum, 0.0);
  if (rest > 0.0) {
    const double noiseVariance = noisePower * noisePower / (band.value() * seconds);
    figures.thdnSe = kDbPerPower * std::sqrt(noiseVariance + variance) / rest;
  }
  return figures;
}

}  // namespace linecheck::measure
