#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "chain/chain.h"
#include "chain/desk.h"
#include "chain/grounds.h"
#include "rules/finding.h"

namespace linecheck::rules {

/// What a rule looks at.
struct Context {
  const chain::Desk& desk;
  const chain::GroundPlan& grounds;
};

/// The English words of a finding or fix, with arguments in braces.
struct Text {
  std::string_view id;
  std::string_view pattern;
};

/// One rule: looks at the desk and adds what it finds.
struct Rule {
  std::string_view name;  ///< As its file, with hyphens: "connectors-mate".
  void (*check)(const Context&, std::vector<Finding>&);
  std::span<const Text> findings;  ///< All that it may find.
  std::span<const Text> fixes;     ///< Cures of its own; common_fixes.cpp has those of several.
};

/// All rules there are, by name.
[[nodiscard]] std::span<const Rule> allRules();

/// What all rules find, the gravest first, and among equals in the chain's order. What the chain
/// lists as approved is marked, danger too: whoever shows it decides how loudly. The fixes of each
/// are in order of cost.
[[nodiscard]] std::vector<Finding> check(const Context& context);

/// What the chain has to list for this finding to be approved.
[[nodiscard]] chain::Approval approvalOf(const Finding& finding);

}  // namespace linecheck::rules
