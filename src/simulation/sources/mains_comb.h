#pragma once

#include "simulation/sources/periodic_wave.h"
#include "simulation/sources/stepped_source.h"

namespace linecheck::simulation {

/// The first order of the mains that does not stay below Nyquist, wherever the grid wanders.
[[nodiscard]] int firstOrderBeyondNyquist(const Mains& mains, int sampleRate);

/// A wave that repeats with each period of the mains.
class MainsComb final : public SteppedSource {
 public:
  /// `harmonics` of the mains at any common scale; the level is that of `config`.
  MainsComb(const NoiseSourceConfig& config, Harmonics harmonics);

 private:
  void beginStep(std::int64_t frame) noexcept override;
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;

  Mains mains_;
  double sampleRate_;
  PeriodicWave wave_;
  Ramp cycles_;
};

}  // namespace linecheck::simulation
