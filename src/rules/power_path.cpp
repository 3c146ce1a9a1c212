#include "rules/power_path.h"

#include <algorithm>

namespace linecheck::rules {

using chain::PowerPoint;

std::vector<const PowerPoint*> powerPath(const chain::Desk& desk, const chain::PowerPointId& from) {
  std::vector<const PowerPoint*> path;
  for (const PowerPoint* point = desk.powerPoint(from); point; point = desk.upstream(point->id)) {
    // A file may hold strips that feed each other.
    if (std::find(path.begin(), path.end(), point) != path.end()) break;
    path.push_back(point);
  }
  return path;
}

std::string pointName(const PowerPoint& point) {
  return point.name.empty() ? point.id.text() : point.name;
}

std::string deviceNames(const chain::Desk& desk, const std::vector<chain::DeviceId>& devices) {
  std::string names;
  for (const chain::DeviceId& device : devices) {
    names += (names.empty() ? "" : ", ") + desk.name(device);
  }
  return names;
}

}  // namespace linecheck::rules
