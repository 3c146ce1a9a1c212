#pragma once

#include <string>
#include <string_view>

#include "rules/finding.h"

namespace linecheck::rules {

/// The English pattern of a finding or fix, with its arguments in braces: "{device} runs on
/// {supply} only." Empty for an unknown id. The window translates the pattern, then fills it in.
[[nodiscard]] std::string_view findingPattern(std::string_view id);
[[nodiscard]] std::string_view fixPattern(std::string_view action);

/// Puts the arguments into the pattern; one that is missing leaves its name in braces.
[[nodiscard]] std::string fillIn(std::string_view pattern, const chain::Arguments& arguments);

/// In English, for the command line.
[[nodiscard]] std::string message(const Finding& finding);
[[nodiscard]] std::string message(const chain::Fix& fix);

}  // namespace linecheck::rules
