#pragma once

#include <string>
#include <string_view>

#include "chain/desk.h"
#include "chain/fix.h"
#include "chain/grounds.h"
#include "levels/missing.h"
#include "levels/recommendation.h"
#include "rules/finding.h"

/// Words for what a check finds; those that stand in JSON never change.
namespace linecheck::cli {

[[nodiscard]] std::string_view word(rules::Severity severity);
[[nodiscard]] std::string_view word(chain::Cost cost);
[[nodiscard]] std::string_view word(chain::LoopDrive drive);
[[nodiscard]] std::string_view word(levels::Gap gap);
[[nodiscard]] std::string_view word(levels::Obstacle::Kind kind);

/// What to do, in English.
[[nodiscard]] std::string fixText(const chain::Fix& fix);
/// "Topping L30 II, GAIN": the device as its owner calls it, and the port or control.
[[nodiscard]] std::string placeText(const chain::Desk& desk, const chain::Place& place);

}  // namespace linecheck::cli
