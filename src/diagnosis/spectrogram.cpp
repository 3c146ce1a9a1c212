#include "diagnosis/spectrogram.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "dsp/spectrum.h"

namespace linecheck::diagnosis {

std::size_t Spectrogram::binAt(double frequency) const {
  const double bin = std::ceil(std::max(0.0, frequency / binWidth));
  return std::min(bins, static_cast<std::size_t>(bin));
}

Spectrogram makeSpectrogram(std::span<const double> samples, Hertz rate,
                            std::span<const Stretch> stretches, dsp::WindowKind window,
                            std::size_t length, std::size_t hop) {
  dsp::PowerSpectrum spectrum(window, length);
  const dsp::SpectrumScale scale = spectrum.scale(rate);
  Spectrogram result;
  result.binWidth = scale.binWidth.value();
  result.hop = static_cast<double>(hop) / rate.value();
  result.enbwBins = scale.enbwBins;
  result.bins = spectrum.bins();
  result.lobe = spectrum.window().firstNullBins * result.binWidth;
  for (const Stretch& stretch : stretches) {
    for (std::size_t begin = stretch.begin; begin + length <= stretch.end; begin += hop) {
      const auto powers = spectrum.compute(samples.subspan(begin, length));
      std::transform(powers.begin(), powers.end(), std::back_inserter(result.powers),
                     [](double power) { return static_cast<float>(power); });
      result.begins.push_back(static_cast<double>(begin) / rate.value());
      ++result.frames;
    }
  }
  return result;
}

std::size_t frameLength(std::size_t at48k, Hertz rate) {
  const double octaves = std::round(std::log2(rate.value() / 48000.0));
  return static_cast<std::size_t>(std::max(16.0, static_cast<double>(at48k) * std::exp2(octaves)));
}

double quantile(std::vector<double>& values, double share) {
  if (values.empty()) return 0.0;
  const auto index = static_cast<std::ptrdiff_t>(
      std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1)));
  std::nth_element(values.begin(), values.begin() + index, values.end());
  return values[static_cast<std::size_t>(index)];
}

}  // namespace linecheck::diagnosis
