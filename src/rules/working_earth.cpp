#include <algorithm>
#include <array>
#include <optional>

#include "chain/ground_graph.h"
#include "rules/power_path.h"
#include "rules/rule_list.h"

namespace linecheck::rules {
namespace {

using chain::Cost;
using chain::Desk;
using chain::Device;
using chain::DeviceId;
using chain::EarthContact;
using chain::Place;
using chain::PowerPoint;

constexpr std::array kFindings{
    Text{"no-working-earth",
         "{point} has no working protective earth, and {devices} must have one: after a fault the "
         "case can be live."},
    Text{"perhaps-no-working-earth",
         "{point} has no working protective earth. Look whether the plug of {devices} has an earth "
         "contact: what has one must be earthed."},
    Text{"no-working-earth-in-house",
         "The outlets have no working protective earth, and {devices} must have one: after a fault "
         "the case can be live."},
    Text{"perhaps-no-working-earth-in-house",
         "The outlets have no working protective earth. Look whether the plug of {devices} has an "
         "earth contact: what has one must be earthed."},
    Text{"strip-without-earth",
         "{point} has no earth contact, and {devices} must be earthed: after a fault the case can "
         "be live."},
    Text{"perhaps-strip-without-earth",
         "{point} has no earth contact. Look whether the plug of {devices} has one: what has one "
         "must be earthed."},
    Text{"unknown-earth",
         "{devices} must be earthed. Tell whether the outlets have a protective earth that works; "
         "an electrician can test it."},
};
constexpr std::array kFixes{
    Text{"use-earthed-outlet", "Plug {devices} into {outlet}, which is earthed."},
    Text{"use-earthed-strip", "Use a strip with earth contacts instead of {point}."},
    Text{"call-electrician",
         "Have an electrician earth the outlet. An adapter that only makes the plug fit does not "
         "protect anybody."},
};

/// Devices that the same missing earth is missing for.
struct Group {
  const PowerPoint* point = nullptr;  ///< Null for the house.
  std::vector<DeviceId> surely;       ///< Those that need an earth.
  std::vector<DeviceId> perhaps;      ///< Those of which nobody knows.
};

struct Broken {
  const PowerPoint* point = nullptr;  ///< Null for the house.
};

/// For certain: its class or its plug is known.
bool needsEarth(const Desk& desk, const Device& device) {
  if (chain::earthContact(desk, device) == EarthContact::joined) return true;
  const profiles::Profile* profile = desk.profile(device.id);
  return profile && profile->power && profile->power->earthedPlug.has_value();
}

/// Where the earth of a device ends before it gets to the ground of the house.
std::optional<Broken> brokenEarth(const Desk& desk, const Device& device) {
  const auto& house = desk.chain().mains.hasWorkingEarth;
  const auto& feeds = desk.feeds(device.id);
  if (feeds.empty()) return house == false ? std::optional(Broken{}) : std::nullopt;
  for (const chain::PowerLead* lead : feeds) {
    bool isOutletKnown = false;
    for (const PowerPoint* point : powerPath(desk, lead->from)) {
      if (point->isEarthed == false) return Broken{point};
      isOutletKnown = point->kind == PowerPoint::Kind::outlet && point->isEarthed.has_value();
    }
    if (!isOutletKnown && house == false) return Broken{};
  }
  return std::nullopt;
}

bool isEarthUnknown(const Desk& desk, const Device& device) {
  if (desk.chain().mains.hasWorkingEarth) return false;
  const auto& feeds = desk.feeds(device.id);
  return std::any_of(feeds.begin(), feeds.end(), [&](const chain::PowerLead* lead) {
    const auto path = powerPath(desk, lead->from);
    return !path.empty() && !path.back()->isEarthed;
  });
}

const PowerPoint* earthedOutlet(const Desk& desk) {
  const auto& points = desk.chain().powerPoints;
  const auto found = std::find_if(points.begin(), points.end(), [](const PowerPoint& point) {
    return point.kind == PowerPoint::Kind::outlet && point.isEarthed == true;
  });
  return found == points.end() ? nullptr : &*found;
}

std::vector<chain::Fix> fixesFor(const Desk& desk, const Group& group, const Place& at,
                                 const chain::Arguments& arguments) {
  std::vector<chain::Fix> fixes;
  if (const PowerPoint* outlet = earthedOutlet(desk)) {
    chain::Arguments words = arguments;
    words["outlet"] = pointName(*outlet);
    fixes.push_back({"use-earthed-outlet", {Place(outlet->id)}, Cost::free, words});
  }
  if (group.point && group.point->kind != PowerPoint::Kind::outlet) {
    fixes.push_back({"use-earthed-strip", {at}, Cost::purchase, arguments});
  } else {
    fixes.push_back({"call-electrician", {at}, Cost::craftsman, {}});
  }
  return fixes;
}

Finding findingFor(const Desk& desk, const Group& group) {
  const bool isSure = !group.surely.empty();
  const std::vector<DeviceId>& devices = isSure ? group.surely : group.perhaps;
  std::string id = "no-working-earth-in-house";
  chain::Arguments arguments{{"devices", deviceNames(desk, devices)}};
  std::vector<Place> where;
  if (group.point) {
    id = group.point->kind == PowerPoint::Kind::outlet ? "no-working-earth" : "strip-without-earth";
    arguments["point"] = pointName(*group.point);
    where.emplace_back(group.point->id);
  }
  for (const DeviceId& device : devices) where.emplace_back(device);
  return {isSure ? id : "perhaps-" + id,
          isSure ? Severity::danger : Severity::attention,
          where,
          arguments,
          fixesFor(desk, group, where.front(), arguments),
          false};
}

Group& groupAt(std::vector<Group>& groups, const PowerPoint* point) {
  const auto found = std::find_if(groups.begin(), groups.end(),
                                  [&](const Group& group) { return group.point == point; });
  return found == groups.end() ? groups.emplace_back(Group{point, {}, {}}) : *found;
}

void check(const Context& context, std::vector<Finding>& findings) {
  const Desk& desk = context.desk;
  std::vector<Group> groups;
  std::vector<DeviceId> untold;
  for (const Device& device : desk.chain().devices) {
    if (chain::earthContact(desk, device) == EarthContact::none) continue;
    if (const auto broken = brokenEarth(desk, device)) {
      Group& group = groupAt(groups, broken->point);
      (needsEarth(desk, device) ? group.surely : group.perhaps).push_back(device.id);
    } else if (needsEarth(desk, device) && isEarthUnknown(desk, device)) {
      untold.push_back(device.id);
    }
  }
  for (const Group& group : groups) findings.push_back(findingFor(desk, group));
  if (untold.empty()) return;
  Finding unknown{"unknown-earth", Severity::info, {}, {}, {}, false};
  unknown.arguments["devices"] = deviceNames(desk, untold);
  for (const DeviceId& device : untold) unknown.where.emplace_back(device);
  findings.push_back(std::move(unknown));
}

}  // namespace

Rule workingEarth() {
  return {"working-earth", check, kFindings, kFixes};
}

}  // namespace linecheck::rules
