#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "chain/cable_shield.h"
#include "chain/ground_graph.h"
#include "rules/power_path.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::DeviceId;
using chain::PowerPoint;

constexpr std::array kFindings{
    Text{"several-power-sources",
         "What is joined by signal cables is fed from different outlets: {outlets}. Their earths "
         "are not at one potential, and that is the commonest cause of hum."},
    Text{"several-outlets",
         "What is joined by signal cables is fed from different outlets: {outlets}. One strip for "
         "all is the better habit."},
};

/// Devices whose grounds the shields of cables join.
class Clusters {
 public:
  explicit Clusters(const Desk& desk) {
    for (const chain::Cable& cable : desk.chain().cables) {
      if (!chain::shieldOf(desk, cable)) continue;
      const DeviceId a = root(cable.from.socket.device);
      const DeviceId b = root(cable.to.socket.device);
      if (a != b) parent_[a] = b;
    }
  }

  DeviceId root(const DeviceId& device) {
    DeviceId at = device;
    while (true) {
      const auto found = parent_.find(at);
      if (found == parent_.end()) break;
      at = found->second;
    }
    if (at != device) parent_[device] = at;
    return at;
  }

 private:
  std::unordered_map<DeviceId, DeviceId> parent_;
};

struct Fed {
  DeviceId device;
  const PowerPoint* nearest = nullptr;
  const PowerPoint* outlet = nullptr;
  bool isEarthed = false;  ///< Or may be, for all that is known.
};

/// Those whose way to the wall is drawn.
std::vector<Fed> fedFrom(const Desk& desk, const Device& device) {
  std::vector<Fed> fed;
  const bool isEarthed = chain::earthContact(desk, device) != chain::EarthContact::none;
  for (const chain::PowerLead* lead : desk.feeds(device.id)) {
    const auto path = powerPath(desk, lead->from);
    if (path.empty() || path.back()->kind != PowerPoint::Kind::outlet) continue;
    fed.push_back({device.id, path.front(), path.back(), isEarthed});
  }
  return fed;
}

std::vector<const PowerPoint*> outletsOf(const std::vector<Fed>& cluster, bool onlyEarthed) {
  std::vector<const PowerPoint*> outlets;
  for (const Fed& fed : cluster) {
    if (onlyEarthed && !fed.isEarthed) continue;
    if (std::find(outlets.begin(), outlets.end(), fed.outlet) == outlets.end()) {
      outlets.push_back(fed.outlet);
    }
  }
  return outlets;
}

/// Where most devices hang already, rather on a strip than straight in the wall.
const PowerPoint* bestPoint(const std::vector<Fed>& cluster) {
  std::map<const PowerPoint*, int> count;
  const PowerPoint* best = nullptr;
  for (const Fed& fed : cluster) count[fed.nearest] += 1;
  const auto rank = [&](const PowerPoint* point) {
    return std::pair(point->kind != PowerPoint::Kind::outlet, count[point]);
  };
  for (const Fed& fed : cluster) {
    if (!best || rank(fed.nearest) > rank(best)) best = fed.nearest;
  }
  return best;
}

Finding findingFor(const Desk& desk, const std::vector<Fed>& cluster, bool isGrave) {
  Finding finding{isGrave ? "several-power-sources" : "several-outlets",
                  isGrave ? Severity::attention : Severity::info,
                  {},
                  {},
                  {},
                  false};
  std::string names;
  for (const PowerPoint* outlet : outletsOf(cluster, false)) {
    finding.where.emplace_back(outlet->id);
    names += (names.empty() ? "" : ", ") + pointName(*outlet);
  }
  finding.arguments = {{"outlets", names}};
  const PowerPoint* best = bestPoint(cluster);
  const auto home = std::find_if(cluster.begin(), cluster.end(),
                                 [&](const Fed& fed) { return fed.nearest == best; });
  chain::Fix fix{"use-one-strip", {}, Cost::free, {}};
  std::vector<DeviceId> moved;
  for (const Fed& fed : cluster) {
    if (fed.outlet == home->outlet) continue;
    moved.push_back(fed.device);
    fix.where.emplace_back(fed.device);
  }
  fix.where.emplace_back(best->id);
  fix.arguments = {{"devices", deviceNames(desk, moved)}, {"strip", pointName(*best)}};
  finding.fixes.push_back(std::move(fix));
  return finding;
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  Clusters clusters(desk);
  std::vector<DeviceId> order;
  std::unordered_map<DeviceId, std::vector<Fed>> byCluster;
  for (const Device& device : desk.chain().devices) {
    const DeviceId cluster = clusters.root(device.id);
    if (!byCluster.contains(cluster)) order.push_back(cluster);
    for (Fed& fed : fedFrom(desk, device)) byCluster[cluster].push_back(std::move(fed));
    byCluster.try_emplace(cluster);
  }
  for (const DeviceId& cluster : order) {
    const std::vector<Fed>& fed = byCluster[cluster];
    if (outletsOf(fed, false).size() < 2) continue;
    findings.push_back(findingFor(desk, fed, outletsOf(fed, true).size() > 1));
  }
}

}  // namespace

Rule onePowerSource() {
  return {"one-power-source", check, kFindings, {}};
}

}  // namespace linecheck::rules
