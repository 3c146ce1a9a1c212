#pragma once

#include <string>
#include <string_view>

#include "chain/desk.h"
#include "chain/fix.h"
#include "profiles/port.h"
#include "units/decibels.h"
#include "units/interval.h"

/// How rules call things in the arguments of their texts.
namespace linecheck::rules {

/// "6.35 mm TRS", "XLR"; "unknown" for an unknown one.
[[nodiscard]] std::string_view connectorName(profiles::Connector connector);

/// The name of the port a socket belongs to; its id where the profile is not known.
[[nodiscard]] std::string portName(const chain::Desk& desk, const chain::Socket& socket);

/// What a cable joins: {"from", "Zen Go"}, {"to", "L30 II"}, and the names of both ports as
/// {"output", "Line Out"}, {"input", "Line In"}.
[[nodiscard]] chain::Arguments cableArguments(const chain::Desk& desk, const chain::Cable& cable);

/// "15.1 dB"; "7.0–8.6 dB" where there are bounds.
[[nodiscard]] std::string decibelsText(const Interval<Decibels>& value);

}  // namespace linecheck::rules
