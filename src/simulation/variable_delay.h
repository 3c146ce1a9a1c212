#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <span>
#include <vector>

#include "simulation/sample_history.h"

namespace linecheck::simulation {

/// A delay of any fraction of a sample, that can change with each: an interpolation over kTaps
/// samples (Kaiser-windowed sinc), flat within 0.001 dB up to 0.45 of the rate, a delay in whole
/// samples exact.
class VariableDelay {
 public:
  static constexpr std::size_t kTaps = 96;
  static constexpr double kShortest = kTaps / 2;

  /// Delays of kShortest…longest frames.
  VariableDelay(std::size_t channels, double longest);

  /// One frame in place. Realtime-safe: yes.
  void process(std::span<double> frame, double delay) noexcept;
  void reset() noexcept;

  /// What a delay that stays does, the delay included.
  [[nodiscard]] static std::complex<double> response(double delay, double cyclesPerSample);

 private:
  using Taps = std::array<double, kTaps>;
  static Taps taps(double fraction);

  double longest_;
  std::vector<SampleHistory> histories_;
};

}  // namespace linecheck::simulation
