#pragma once

#include <array>
#include <vector>

#include "simulation/noise_source.h"

namespace linecheck::simulation {

/// One noise as two channels hear it: the same, each by its gain, or each a noise of its own.
class StereoNoise {
 public:
  explicit StereoNoise(const NoiseSourceConfig& config);

  /// Adds the frames from `first` on; spans of one length. Realtime-safe: yes.
  void addTo(std::span<double> left, std::span<double> right, std::int64_t first) noexcept;

  [[nodiscard]] const std::array<double, 2>& gains() const { return gains_; }

 private:
  std::array<double, 2> gains_;
  std::array<std::unique_ptr<NoiseSource>, 2> sources_;  ///< One alone if both hear the same.
  std::vector<double> mono_;
};

}  // namespace linecheck::simulation
