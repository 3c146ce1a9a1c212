#pragma once

#include "levels/estimate.h"
#include "levels/route.h"
#include "levels/settings.h"
#include "profiles/port.h"
#include "units/level.h"

namespace linecheck::levels {

/// The load on a source: of headphones their nominal impedance, else the port's.
[[nodiscard]] Estimate<Ohms> loadImpedance(const chain::Desk& desk, const RoutePoint& input);
[[nodiscard]] Estimate<Ohms> sourceImpedance(const chain::Desk& desk, const RoutePoint& output);

/// What is left of a signal on the way from an output to an input: the divider of both impedances,
/// and 0 to 6.02 dB less where only one contact of a balanced output is taken. Where an impedance
/// is unknown, 0 dB is the best value into a line input, for its impedance is many times that of
/// the output; into headphones there is none.
[[nodiscard]] Estimate<Decibels> connectionGain(const chain::Desk& desk, const RoutePoint& output,
                                                const RoutePoint& input);

/// The greatest sine that an input takes, as its sensitivity switch or the gain behind it stands:
/// each decibel of gain above the least takes one off. Empty without lack for a mere load.
[[nodiscard]] Estimate<DecibelsU> inputCeiling(const Settings& settings, const RoutePoint& input);

/// The greatest sine that an amplifier's output gives, as an open-circuit level. Its rating by load
/// counts where that asks for less: it gives √(P·R) into R, no less than that into more, and no
/// less than its current √(P/R) into less. `input` may be null: nothing is connected.
[[nodiscard]] Estimate<DecibelsU> amplifierCeiling(const chain::Desk& desk,
                                                   const RoutePoint& output,
                                                   const RoutePoint* input);

/// The voltage that a power amplifier gives at the limit of its ratings, at the load at which it
/// gives most.
[[nodiscard]] Estimate<DecibelsU> ratedOutput(const chain::Desk& desk, const RoutePoint& output);

}  // namespace linecheck::levels
