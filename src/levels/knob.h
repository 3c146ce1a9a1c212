#pragma once

#include "chain/device.h"
#include "levels/estimate.h"
#include "profiles/control.h"
#include "units/decibels.h"

namespace linecheck::levels {

using profiles::Taper;

/// Where a knob stands, and how far below its full gain that is, 0 dB or less. By its taper:
///
/// linear: voltage = travel.
/// audio: voltage = (b^travel − 1)/(b − 1), with b such that a part m of the voltage is reached at
/// half travel, b = (1/m − 1)². Potentiometers are sold as "10A", "15A", "20A" after that part in
/// per cent; 15 % is the usual one and the nominal value here, 10 and 20 % are its bounds.
///
/// A travel is from 0 to 1. At 0 the gain is −∞ dB.
[[nodiscard]] Estimate<Decibels> gainAt(Taper taper, chain::Travel travel);
/// `gain` ≤ 0 dB.
[[nodiscard]] Estimate<chain::Travel> travelAt(Taper taper, const Estimate<Decibels>& gain);

}  // namespace linecheck::levels
