#pragma once

#include "simulation/sources/mains_comb.h"

namespace linecheck::simulation {

/// A field that a cable or transformer picks up: the mains', nearly pure, and in one desk of seven
/// that of a tube screen's lines too (15 625 or 15 734 Hz), −40…−15 dB.
class MagneticPickup final : public NoiseSource {
 public:
  explicit MagneticPickup(const NoiseSourceConfig& config);

  void addTo(std::span<double> mono, std::int64_t first) noexcept override;

 private:
  double cyclesPerFrame_ = 0.0;
  double linePeak_ = 0.0;
  std::unique_ptr<MainsComb> mains_;
};

}  // namespace linecheck::simulation
