#pragma once

#include "simulation/sources/coloured_noise.h"
#include "simulation/sources/periodic_wave.h"
#include "simulation/sources/stepped_source.h"

namespace linecheck::simulation {

/// USB's frames: 1 kHz and its multiples, of which high-speed microframes make those of 8 kHz stand
/// out, on the computer's own crystal (up to 100 ppm off), and a little steady noise.
class UsbFrames final : public SteppedSource {
 public:
  explicit UsbFrames(const NoiseSourceConfig& config);

 private:
  void beginStep(std::int64_t frame) noexcept override;
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;

  double cyclesPerFrame_;
  double noiseRms_;
  PeriodicWave wave_;
  ColouredNoise noise_;
  Ramp cycles_;
};

}  // namespace linecheck::simulation
