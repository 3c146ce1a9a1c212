#pragma once

#include "simulation/faults.h"
#include "simulation/harmonic_series.h"

namespace linecheck::simulation {

/// The harmonics of the mains that the faults bring into the signal, by their order.
/// Realtime-safe: yes.
[[nodiscard]] HarmonicSeries mainsInterference(FaultSet faults);

/// The steady tones of a computer: harmonics of USB's 1 kHz frame clock.
[[nodiscard]] const HarmonicSeries& usbTones();

/// RMS level of a computer's unsteady noise while it is busy.
inline constexpr DecibelsFs kComputerNoise = DecibelsFs::of(-92.0);

}  // namespace linecheck::simulation
