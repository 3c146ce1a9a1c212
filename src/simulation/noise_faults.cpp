#include "simulation/noise_faults.h"

#include <array>

namespace linecheck::simulation {

std::span<const NoiseFault> noiseFaults() {
  static constexpr std::array kFaults = {
      NoiseFault{Fault::earthLeakage, NoiseKind::leakage, DecibelsFs::of(-65.0)},
      NoiseFault{Fault::crackle, NoiseKind::mainsHash, DecibelsFs::of(-78.0)},
      NoiseFault{Fault::wanderingHash, NoiseKind::computerHash, DecibelsFs::of(-80.0)},
      NoiseFault{Fault::phone, NoiseKind::mobilePhone, DecibelsFs::of(-70.0)},
      NoiseFault{Fault::hiss, NoiseKind::hiss, DecibelsFs::of(-80.0)},
  };
  return kFaults;
}

}  // namespace linecheck::simulation
