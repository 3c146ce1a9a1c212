#pragma once

#include <string>
#include <vector>

#include "json/value.h"
#include "matching/match.h"
#include "matching/steps.h"

namespace linecheck::cli {

/// What `match` has compared, ordered as it was asked.
struct MatchReport {
  matching::Request request;
  std::vector<matching::Output> outputs;
  std::vector<matching::Load> loads;
  std::vector<matching::Match> pairs;
  bool withSteps = false;  ///< Each position of the gain switch as well.
};

/// docs/command-line.md names the keys.
[[nodiscard]] json::Object matchJson(const MatchReport& report);
[[nodiscard]] std::string matchText(const MatchReport& report);

}  // namespace linecheck::cli
