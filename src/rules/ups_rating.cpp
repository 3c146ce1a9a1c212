#include <array>

#include "rules/power_path.h"
#include "rules/rule_list.h"
#include "rules/ups_load.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Place;
using chain::PowerPoint;

constexpr std::array kFindings{
    Text{"ups-overloaded",
         "{ups} gives {capacity}, and what hangs on it takes {load}: on battery it switches off."},
    Text{"ups-without-headroom",
         "{ups} gives {capacity}, and what hangs on it takes {load}. That is too close to its "
         "limit: {rating} would have headroom."},
    Text{"ups-perhaps-without-headroom",
         "{ups} gives {capacity}, and what hangs on it takes {load}. Nobody can tell from that "
         "whether it has headroom; the devices' labels say what they take."},
    Text{"ups-rating-unknown",
         "Tell how many VA and W {ups} has: what hangs on it takes {load}, and {rating} would have "
         "headroom."},
};
constexpr std::array kFixes{
    Text{"relieve-ups",
         "Leave on {ups} only what must run on for a few minutes, such as the computer. Whatever "
         "moves goes to the outlet that {ups} hangs on."},
    Text{"get-larger-ups", "Get a UPS with {rating}."},
};

struct Verdict {
  std::string_view id;
  Severity severity = Severity::info;
};

Verdict judge(const PowerRange& load, const std::optional<PowerRange>& capacity) {
  if (!capacity) return {"ups-rating-unknown", Severity::info};
  if (load.least > *capacity->most) return {"ups-overloaded", Severity::bad};
  if (load.least * kUpsHeadroom > *capacity->most) {
    return {"ups-without-headroom", Severity::attention};
  }
  if (!load.most || *load.most * kUpsHeadroom > capacity->least) {
    return {"ups-perhaps-without-headroom", Severity::info};
  }
  return {};
}

void checkUps(const Desk& desk, const PowerPoint& ups, std::vector<Finding>& findings) {
  const UpsLoad load = loadOf(desk, ups);
  if (load.devices.empty()) return;
  const auto capacity = capacityOf(ups.ups);
  const Verdict verdict = judge(load.power, capacity);
  if (verdict.id.empty()) return;
  chain::Arguments arguments{
      {"ups", pointName(ups)}, {"load", powerText(load.power)}, {"rating", ratingText(load.power)}};
  if (capacity) arguments["capacity"] = powerText(*capacity);
  Finding finding{std::string(verdict.id), verdict.severity, {Place(ups.id)}, arguments, {}, false};
  for (const chain::DeviceId& device : load.devices) finding.where.emplace_back(device);
  if (verdict.severity != Severity::info) {
    finding.fixes = {{"relieve-ups", {Place(ups.id)}, Cost::free, arguments},
                     {"get-larger-ups", {Place(ups.id)}, Cost::purchase, arguments}};
  }
  findings.push_back(std::move(finding));
}

void check(const Context& context, std::vector<Finding>& findings) {
  for (const PowerPoint& point : context.desk.chain().powerPoints) {
    if (point.kind == PowerPoint::Kind::ups) checkUps(context.desk, point, findings);
  }
}

}  // namespace

Rule upsRating() {
  return {"ups-rating", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
