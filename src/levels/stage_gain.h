#pragma once

#include "levels/estimate.h"
#include "levels/route.h"
#include "levels/settings.h"
#include "units/level.h"

namespace linecheck::levels {

/// A converter's analogue output.
struct ConverterOutput {
  Estimate<DecibelsU> rated;    ///< As its profile gives it: at full trim, without pad.
  Estimate<DecibelsU> ceiling;  ///< As trim, pads and analogue volumes stand.
  Estimate<Decibels> trimmed;   ///< What trim and analogue volumes change, 0 dB or less.
  Estimate<Decibels> padded;    ///< What pads change.
  Estimate<Decibels> digital;   ///< What is turned down digitally, 0 dB or less.
};

[[nodiscard]] ConverterOutput converterOutput(const Settings& settings, const RoutePoint& output);

/// Whether a device makes sound from numbers: an interface, a converter, a computer's own output.
[[nodiscard]] bool isConverter(const chain::Desk& desk, const chain::DeviceId& device);

/// Gain of an analogue device from an input to an output: the sum of all gain controls and volumes
/// that act on either. A power amplifier without gain controls gives its rated output at its
/// greatest input. A line output of a headphone amplifier on which no gain control acts, and one of
/// a line transformer, pass the signal as it is, as far as anyone knows: 0 dB without bounds.
[[nodiscard]] Estimate<Decibels> stageGain(const Settings& settings, const RoutePoint& input,
                                           const RoutePoint& output);

}  // namespace linecheck::levels
