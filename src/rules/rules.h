#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"
#include "rules/finding.h"

namespace linecheck::rules {

/// What a rule looks at.
struct Context {
  const chain::Desk& desk;
  const chain::GroundPlan& grounds;
};

/// One rule: looks at the desk and adds what it finds.
struct Rule {
  std::string_view name;  ///< As its file.
  void (*check)(const Context&, std::vector<Finding>&);
};

/// All rules there are, by name.
[[nodiscard]] std::span<const Rule> allRules();

/// What all rules find, the gravest first, and among equals in the chain's order. What the chain
/// lists as approved is marked. The fixes of each are in order of cost.
[[nodiscard]] std::vector<Finding> check(const Context& context);

}  // namespace linecheck::rules
