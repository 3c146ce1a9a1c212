#pragma once

#include <string_view>

#include "levels/estimate.h"
#include "levels/settings.h"
#include "profiles/control.h"
#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::levels {

/// Whether a control acts on a port. One that names no port acts on all of its device.
[[nodiscard]] bool actsOn(const profiles::Control& control, std::string_view port);

/// Gain of a switch: that of the step it stands at; where nobody knows, between the least and the
/// greatest step.
[[nodiscard]] Estimate<Decibels> gainOf(const profiles::GainSwitch& control,
                                        const std::optional<chain::Setting>& setting,
                                        const chain::Place& where);
/// Gain of a knob that is set in dB; where nobody knows, between its ends.
[[nodiscard]] Estimate<Decibels> gainOf(const profiles::GainKnob& control,
                                        const std::optional<chain::Setting>& setting,
                                        const chain::Place& where);
/// Gain of a volume: as set in dB, or by travel with the knob's taper. Turned fully up it is the
/// profile's maximum, or 0 dB where that is not given; fully down it is the minimum, or −∞ dB.
/// Where nobody knows, anything between the two.
[[nodiscard]] Estimate<Decibels> gainOf(const profiles::Volume& control,
                                        const std::optional<chain::Setting>& setting,
                                        const chain::Place& where);
[[nodiscard]] Estimate<Decibels> fullGain(const profiles::Volume& control);

/// The level that a trim gives an output at 0 dBFS; where nobody knows, between its ends.
[[nodiscard]] Estimate<DecibelsU> levelOf(const profiles::OutputTrim& control,
                                          const std::optional<chain::Setting>& setting,
                                          const chain::Place& where);
/// The greatest input at the position that a switch stands at; where nobody knows, between the
/// least and the greatest.
[[nodiscard]] Estimate<DecibelsU> levelOf(const profiles::InputSensitivity& control,
                                          const std::optional<chain::Setting>& setting,
                                          const chain::Place& where);

}  // namespace linecheck::levels
