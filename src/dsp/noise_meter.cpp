#include "dsp/noise_meter.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "dsp/weighting.h"

namespace linecheck::dsp {
namespace {

std::size_t frameLength(std::size_t fftLength, std::size_t stretch, Hertz sampleRate) {
  constexpr double kSeconds = 0.6;
  if (fftLength == 0) {
    fftLength = std::bit_ceil(static_cast<std::size_t>(kSeconds * sampleRate.value()) + 1);
  }
  const std::size_t quarter = std::max<std::size_t>(stretch / 4, 1);
  return std::min(
      {fftLength, quarter >= 16 ? std::bit_floor(quarter) : quarter, RealFft::kMaxLength});
}

std::size_t hopLength(std::size_t frame, std::size_t stretch) {
  constexpr std::size_t kMany = 16;
  if (stretch / frame >= kMany) return frame;
  return std::max<std::size_t>(stretch / frame >= kMany / 2 ? frame / 2 : frame / 4, 1);
}

}  // namespace

NoiseMeter::NoiseMeter(WindowKind window, std::size_t fftLength, std::size_t stretch,
                       Hertz sampleRate)
    : sampleRate_(sampleRate),
      spectrum_(window, frameLength(fftLength, stretch, sampleRate)),
      average_(spectrum_.bins(), Averaging::linear),
      frames_(spectrum_.length(), hopLength(spectrum_.length(), stretch)) {}

void NoiseMeter::add(std::span<const double> samples) {
  frames_.push(samples,
               [&](std::span<const double> frame) { average_.add(spectrum_.compute(frame)); });
}

NoiseFigures NoiseMeter::figures(Hertz low, Hertz high) const {
  const Hertz end = std::min(high, sampleRate_ / 2.0);
  const SpectrumScale scale = spectrum_.scale(sampleRate_);
  const auto level = [&](double (*weight)(Hertz)) {
    return levelFromPower(bandPower(average_.powers(), scale, low, end, weight));
  };
  const DecibelsFs itu468 = level(itu468Weighting);
  // The two curves differ by a constant.
  const Decibels shift =
      Decibels::fromPowerRatio(ccirRmsWeighting(2000_Hz) / itu468Weighting(2000_Hz));
  return {low,
          end,
          levelFromPower(bandPower(average_.powers(), scale, low, end)),
          level(aWeighting),
          itu468,
          itu468 + shift};
}

double NoiseMeter::meanPowerAround(Hertz frequency) const {
  constexpr long kNear = 3;
  constexpr long kFar = 30;
  const auto powers = average_.powers();
  const long centre = std::lround(frequency / spectrum_.scale(sampleRate_).binWidth);
  double sum = 0.0;
  int count = 0;
  for (long k = centre - kFar; k <= centre + kFar; ++k) {
    if (k < 0 || k >= static_cast<long>(powers.size()) || std::abs(k - centre) < kNear) continue;
    sum += powers[static_cast<std::size_t>(k)];
    ++count;
  }
  return count > 0 ? sum / count : 0.0;
}

}  // namespace linecheck::dsp
