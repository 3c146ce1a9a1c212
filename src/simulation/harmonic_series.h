#pragma once

#include <array>
#include <complex>
#include <initializer_list>
#include <span>

#include "units/level.h"

namespace linecheck::simulation {

/// One harmonic of a series.
struct HarmonicLevel {
  int order = 1;  ///< 1…HarmonicSeries::kMaxOrder.
  DecibelsFs level;
};

/// A sum of sines at whole multiples of one fundamental, with fixed scattered phases. Of fixed
/// size, so that it can be built on the audio thread.
class HarmonicSeries {
 public:
  static constexpr int kMaxOrder = 50;

  HarmonicSeries() = default;
  explicit HarmonicSeries(std::span<const HarmonicLevel> harmonics);
  HarmonicSeries(std::initializer_list<HarmonicLevel> harmonics)
      : HarmonicSeries(std::span(harmonics.begin(), harmonics.size())) {}

  void add(const HarmonicSeries& other);
  /// Leaves out all orders above `order`: those beyond Nyquist.
  void cutAbove(int order);
  [[nodiscard]] bool isSilent() const { return top_ == 0; }

  /// The sum after `cycles` periods of the fundamental, in units of full scale.
  /// Realtime-safe: yes.
  [[nodiscard]] double at(double cycles) const;

 private:
  std::array<std::complex<double>, kMaxOrder + 1> coefficients_{};
  int top_ = 0;  ///< The greatest order in use.
};

}  // namespace linecheck::simulation
