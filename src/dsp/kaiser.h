#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace linecheck::dsp {

/// Kaiser's window I0(β·√(1 − u²)) / I0(β), u = 2·position − 1 (Kaiser and Schafer, IEEE Trans.
/// ASSP 28 (1980) 105–107), by its power series, in which nothing cancels: all terms are positive.
class Kaiser {
 public:
  /// Positions of one strip.
  static constexpr std::size_t kStrip = 64;
  using Strip = std::array<double, kStrip>;

  /// Any β ≥ 0; 0 is flat.
  explicit Kaiser(double beta);

  /// The window at position + i·step, i = 0…kStrip − 1; it spans the positions 0…1.
  void fill(double position, double step, Strip& values) const;

 private:
  std::vector<double> terms_;  ///< Of the series in 1 − u².
};

}  // namespace linecheck::dsp
