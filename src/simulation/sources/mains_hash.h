#pragma once

#include "simulation/sources/clicks.h"
#include "simulation/sources/coloured_noise.h"
#include "simulation/sources/periodic_wave.h"
#include "simulation/sources/stepped_source.h"

namespace linecheck::simulation {

/// What switched supplies and LED lamps send into the mains: noise from 1 to 20 kHz in bursts while
/// they charge, twice per period, 10…40 % of the time; and crackle of contacts.
class MainsHash final : public SteppedSource {
 public:
  explicit MainsHash(const NoiseSourceConfig& config);

 private:
  void beginStep(std::int64_t frame) noexcept override;
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;
  [[nodiscard]] double gateAt(double cycles) const;

  Mains mains_;
  double sampleRate_;
  double duty_ = 0.0;    ///< Of half a period.
  double start_ = 0.0;   ///< In periods.
  double second_ = 1.0;  ///< The second half wave's burst against the first's.
  double gateScale_ = 1.0;
  double noiseRms_ = 0.0;
  double clickRms_ = 0.0;
  ColouredNoise noise_;
  Clicks clicks_;
  Ramp cycles_;
};

}  // namespace linecheck::simulation
