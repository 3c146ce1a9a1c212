#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace linecheck::dsp {

/// Cycles, less whole ones, that a steady oscillation has run through at a sample. The product's
/// rounding error is put back, which would be phase noise after hours.
[[nodiscard]] double fractionOfCycle(double cyclesPerSample, double sample);

/// Cosines and sines at evenly spaced angles, to about 4·10⁻¹⁶: a table of small steps turned by
/// one exact large step, in place of a library call for each. Realtime-safe: yes.
class SteppedPhasor {
 public:
  /// Angles of one strip.
  static constexpr std::size_t kStrip = 64;
  using Strip = std::array<double, kStrip>;

  explicit SteppedPhasor(double cyclesPerSample);

  /// cos and sin of 2π·(startCycles + i·cyclesPerSample), i = 0…kStrip − 1.
  void fill(double startCycles, Strip& cosines, Strip& sines) const;

 private:
  Strip cosines_{};
  Strip sines_{};
};

}  // namespace linecheck::dsp
