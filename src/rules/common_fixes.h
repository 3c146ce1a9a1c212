#pragma once

#include <span>

#include "rules/rules.h"

namespace linecheck::rules {

/// The words of cures that several rules offer, or the ground plan.
[[nodiscard]] std::span<const Text> commonFixes();

}  // namespace linecheck::rules
