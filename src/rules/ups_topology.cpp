#include <array>
#include <optional>

#include "rules/power_path.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Place;
using chain::PowerPoint;
using chain::UpsTopology;

constexpr std::array kFindings{
    Text{"standby-ups",
         "{ups} is a standby UPS: it corrects no sags of the mains, and takes a moment to change "
         "over to its battery."},
    Text{"online-ups",
         "{ups} converts all the time, which gives the cleanest power. It often has a fan: keep it "
         "away from microphones."},
    Text{"ups-topology-unknown",
         "Tell whether {ups} is a standby, line-interactive or online UPS; its data sheet says."},
};
constexpr std::array kFixes{
    Text{"get-line-interactive-ups",
         "When you replace {ups}, get a line-interactive one with a pure sine wave: it evens out "
         "the mains, and costs less than an online one."},
};

std::string_view findingFor(const std::optional<UpsTopology>& topology) {
  if (!topology) return "ups-topology-unknown";
  switch (*topology) {
    case UpsTopology::standby:
      return "standby-ups";
    case UpsTopology::lineInteractive:
      return {};
    case UpsTopology::online:
      return "online-ups";
  }
  return {};
}

void check(const Context& context, std::vector<Finding>& findings) {
  for (const PowerPoint& point : context.desk.chain().powerPoints) {
    if (point.kind != PowerPoint::Kind::ups) continue;
    const std::string_view id = findingFor(point.ups.topology);
    if (id.empty()) continue;
    const chain::Arguments names{{"ups", pointName(point)}};
    Finding finding{std::string(id), Severity::info, {Place(point.id)}, names, {}, false};
    if (point.ups.topology == UpsTopology::standby) {
      finding.fixes.push_back(
          {"get-line-interactive-ups", {Place(point.id)}, Cost::purchase, names});
    }
    findings.push_back(std::move(finding));
  }
}

}  // namespace

Rule upsTopology() {
  return {"ups-topology", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
