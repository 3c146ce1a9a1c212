#pragma once

#include <string_view>
#include <vector>

#include "cli/match_report.h"

namespace linecheck::cli {

enum class MatchSort { verdict, maxSpl, loss, noise, headroom, damping, name };

/// The best first; what has no figure comes last, in the order in which it was compared.
void sortPairs(MatchReport& report, MatchSort by);

}  // namespace linecheck::cli
