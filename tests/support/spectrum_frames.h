#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "measure/spectrum_frame.h"

namespace linecheck::testing {

/// A spectrum with an even floor and lines shaped like a Gaussian window's, whose top a parabola
/// through decibels finds exactly.
class FrameMaker {
 public:
  explicit FrameMaker(double floorDbfs = -130.0, std::size_t fftLength = 65536,
                      int sampleRate = 48000) {
    frame_.sequence = 1;
    frame_.sampleRate = sampleRate;
    frame_.fftLength = fftLength;
    frame_.averages = 8;
    const auto floor = static_cast<float>(std::pow(10.0, floorDbfs / 10.0));
    frame_.average.assign(fftLength / 2 + 1, floor);
  }

  FrameMaker& line(double hz, double dbfs) {
    const double centre = hz * static_cast<double>(frame_.fftLength) / frame_.sampleRate;
    const auto nearest = static_cast<long>(std::lround(centre));
    for (long k = nearest - 6; k <= nearest + 6; ++k) {
      const double off = static_cast<double>(k) - centre;
      auto& bin = frame_.average[static_cast<std::size_t>(k)];
      bin = std::max(bin, static_cast<float>(std::pow(10.0, (dbfs - 2.0 * off * off) / 10.0)));
    }
    return *this;
  }

  [[nodiscard]] measure::SpectrumFrame frame() {
    ++frame_.sequence;
    return frame_;
  }

 private:
  measure::SpectrumFrame frame_;
};

}  // namespace linecheck::testing
