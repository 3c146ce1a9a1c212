#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace linecheck::simulation {

/// Gaussian noise with any smooth spectrum, as a function of the frame.
///
/// One table of noise has exactly the spectrum asked for, in random phases. It is heard in grains
/// from random places of it, each faded into the next so that the sum of squares stays 1: nothing
/// repeats, and the variance and the long-term spectrum are exact (the latter smoothed over some
/// 9 Hz).
class ColouredNoise {
 public:
  /// `density`: relative power per hertz at a frequency in hertz, from 1 Hz to Nyquist. The noise
  /// has variance 1, or 0 if the density is 0 everywhere.
  ColouredNoise(const std::function<double(double frequency)>& density, std::uint64_t seed,
                int sampleRate);

  /// Frame ≥ 0. Realtime-safe: yes.
  [[nodiscard]] double at(std::int64_t frame);

 private:
  [[nodiscard]] std::size_t offsetOf(std::int64_t grain) const;

  std::uint64_t seed_;
  std::vector<double> table_;
  std::vector<double> fade_;  ///< The rise from 0 to 1 in one hop.
  std::int64_t grain_ = -2;   ///< The one that rises now.
  std::size_t rising_ = 0;    ///< Its place in the table.
  std::size_t falling_ = 0;   ///< The place of the one before.
};

}  // namespace linecheck::simulation
