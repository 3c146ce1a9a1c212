#include "rules/rules.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

/// Where each part stands in the chain. The whole desk, without an id, comes before all.
std::unordered_map<std::string_view, std::size_t> chainOrder(const chain::Chain& chain) {
  std::unordered_map<std::string_view, std::size_t> order{{"", 0}};
  const auto add = [&](const auto& parts) {
    for (const auto& part : parts) order.emplace(part.id.text(), order.size());
  };
  add(chain.devices);
  add(chain.cables);
  add(chain.powerPoints);
  add(chain.powerLeads);
  add(chain.groundLeads);
  return order;
}

void sortByGravityAndPlace(std::vector<Finding>& findings, const chain::Chain& chain) {
  const auto order = chainOrder(chain);
  const auto position = [&](const Finding& finding) {
    const auto found =
        order.find(finding.where.empty() ? std::string_view() : finding.where.front().part);
    return found == order.end() ? order.size() : found->second;
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    return position(a) < position(b);
  });
}

}  // namespace

std::span<const Rule> allRules() {
#define LINECHECK_RULE(name) name(),
  static const std::vector<Rule> kRules{
#include "rules/rule_list.inc"
  };
#undef LINECHECK_RULE
  return kRules;
}

std::vector<Finding> check(const Context& context) {
  std::vector<Finding> findings;
  for (const Rule& rule : allRules()) rule.check(context, findings);
  const chain::Chain& chain = context.desk.chain();
  for (Finding& finding : findings) {
    std::stable_sort(finding.fixes.begin(), finding.fixes.end(),
                     [](const chain::Fix& a, const chain::Fix& b) { return a.cost < b.cost; });
    finding.isApproved = std::find(chain.approvals.begin(), chain.approvals.end(),
                                   approvalOf(finding)) != chain.approvals.end();
  }
  sortByGravityAndPlace(findings, chain);
  return findings;
}

chain::Approval approvalOf(const Finding& finding) {
  chain::Approval approval{finding.id, {}};
  for (const chain::Place& place : finding.where) approval.where.push_back(place.part);
  return approval;
}

}  // namespace linecheck::rules
