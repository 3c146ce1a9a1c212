#pragma once

#include <string>

#include "cli/desk_check.h"

namespace linecheck::cli {

/// What a check found, for people: findings first, then ground loops, levels, the order to switch
/// on, and how to set what can be set.
[[nodiscard]] std::string deskCheckText(const chain::Desk& desk, const DeskCheck& check);

}  // namespace linecheck::cli
