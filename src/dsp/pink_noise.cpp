#include "dsp/pink_noise.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "base/check.h"

namespace linecheck::dsp {
namespace {

using std::numbers::pi;

constexpr double kLowestPole = 0.7;  // Hz; the slope is straight from about six times this on.
constexpr double kPairsPerOctave = 2.0;

}  // namespace

PinkNoise::PinkNoise(DecibelsFs level, Hertz sampleRate, std::uint64_t seed)
    : random_(seed), sampleRate_(sampleRate.value()) {
  if (!LC_VERIFY(sampleRate_ >= 8000.0 && sampleRate_ <= 768000.0)) sampleRate_ = 48000.0;

  // A pole and a zero half-way (on the log axis) to the next pole halve the slope of a pole alone.
  const double ratio = std::exp2(1.0 / kPairsPerOctave);
  const auto pairs =
      static_cast<int>(std::ceil(std::log2(sampleRate_ / 2.0 / kLowestPole) * kPairsPerOctave));
  for (int i = 0; i < pairs; ++i) {
    const double pole = kLowestPole * std::pow(ratio, i);
    const double zero = pole * std::sqrt(ratio);
    ladder_.push_back({std::exp(-2.0 * pi * pole / sampleRate_),
                       std::exp(-2.0 * pi * zero / sampleRate_), 0.0, 0.0});
  }
  designCorrection();

  // Mean power gain over the band, on a grid that follows the slope.
  constexpr int kSteps = 4000;
  const double lowest = kLowestPole / 100.0;
  const double nyquist = sampleRate_ / 2.0;
  double variance = powerGain(Hertz::of(0.0)) * lowest / nyquist;
  const double logSpan = std::log(nyquist / lowest);
  for (int i = 0; i < kSteps; ++i) {
    const double f = lowest * std::exp(logSpan * (i + 0.5) / kSteps);
    variance += powerGain(Hertz::of(f)) * f * logSpan / kSteps / nyquist;
  }
  scale_ = rmsFromDbfs(level) / std::sqrt(variance);

  // Four time constants of the slowest pole, so that the first sample is as pink as the last.
  const auto settling = static_cast<int>(4.0 * sampleRate_ / (2.0 * pi * kLowestPole));
  for (int i = 0; i < settling; ++i) next();
}

double PinkNoise::next() {
  double sample = random_.gaussian();
  for (PolePair& pair : ladder_) {
    pair.output = sample - pair.zero * pair.input + pair.pole * pair.output;
    pair.input = sample;
    sample = pair.output;
  }
  position_ = position_ == 0 ? kTaps - 1 : position_ - 1;
  history_[position_] = sample;
  history_[position_ + kTaps] = sample;
  double sum = 0.0;
  for (std::size_t i = 0; i < kTaps; ++i) sum += taps_[i] * history_[position_ + i];
  return scale_ * sum;
}

double PinkNoise::ladderPowerGain(double radians) const {
  const auto unit = std::polar(1.0, -radians);
  double gain = 1.0;
  for (const PolePair& pair : ladder_) {
    gain *= std::norm(1.0 - pair.zero * unit) / std::norm(1.0 - pair.pole * unit);
  }
  return gain;
}

double PinkNoise::correctionGain(double radians) const {
  constexpr std::size_t kCentre = kTaps / 2;
  double gain = taps_[kCentre];
  for (std::size_t i = 1; i <= kCentre; ++i) {
    gain += 2.0 * taps_[kCentre + i] * std::cos(radians * static_cast<double>(i));
  }
  return gain;
}

double PinkNoise::powerGain(Hertz frequency) const {
  const double radians = 2.0 * pi * frequency.value() / sampleRate_;
  const double correction = correctionGain(radians);
  return ladderPowerGain(radians) * correction * correction;
}

void PinkNoise::designCorrection() {
  // Where sampling does not matter the ladder is exact: there the correction is 1.
  constexpr double kReference = 1e-3;
  const double reference = ladderPowerGain(pi * kReference) * kReference;
  const auto wanted = [&](double x) {
    x = std::max(x, kReference);
    return std::sqrt(reference / (x * ladderPowerGain(pi * x)));
  };
  // Frequency sampling on a dense grid, Hann-tapered.
  constexpr int kGrid = 2048;
  constexpr std::size_t kCentre = kTaps / 2;
  for (std::size_t i = 0; i <= kCentre; ++i) {
    const auto lag = static_cast<double>(i);
    double sum = 0.0;
    for (int k = 0; k < kGrid; ++k) {
      const double x = (k + 0.5) / kGrid;
      sum += wanted(x) * std::cos(pi * x * lag);
    }
    const double taper = 0.5 + 0.5 * std::cos(pi * lag / (kCentre + 1.0));
    taps_[kCentre + i] = taps_[kCentre - i] = taper * sum / kGrid;
  }
}

}  // namespace linecheck::dsp
