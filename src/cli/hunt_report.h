#pragma once

#include <string>

#include "chain/desk.h"
#include "diagnosis/hunt.h"

/// What `hunt` prints for people.
namespace linecheck::cli {

/// "Unplug … (1 min)"
[[nodiscard]] std::string stepText(const chain::Desk& desk, const diagnosis::Step& step);
/// The last entry of a hunt in a line or two.
[[nodiscard]] std::string entryText(const chain::Desk& desk, const diagnosis::Hunt& hunt);
/// How it ended: the link and what helps, or what is left.
[[nodiscard]] std::string conclusionText(const chain::Desk& desk, const diagnosis::Hunt& hunt);

}  // namespace linecheck::cli
