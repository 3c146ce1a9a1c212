#pragma once

#include <span>

#include "simulation/faults.h"
#include "simulation/noise_source.h"

namespace linecheck::simulation {

/// A fault that is a noise source.
struct NoiseFault {
  Fault fault = Fault::hiss;
  NoiseKind kind = NoiseKind::hiss;
  DecibelsFs level;  ///< As NoiseSourceConfig::level.
};

/// All of them; the other faults that make noise are in mainsInterference and usbTones.
[[nodiscard]] std::span<const NoiseFault> noiseFaults();

}  // namespace linecheck::simulation
