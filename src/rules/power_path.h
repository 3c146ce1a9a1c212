#pragma once

#include <string>
#include <vector>

#include "chain/desk.h"

namespace linecheck::rules {

/// The power points from the one that a lead comes from up to the wall. The last is an outlet, or
/// something whose own plug is not drawn.
[[nodiscard]] std::vector<const chain::PowerPoint*> powerPath(const chain::Desk& desk,
                                                              const chain::PowerPointId& from);

/// The user's name for a power point, else its id.
[[nodiscard]] std::string pointName(const chain::PowerPoint& point);

/// "A, B, C"
[[nodiscard]] std::string deviceNames(const chain::Desk& desk,
                                      const std::vector<chain::DeviceId>& devices);

}  // namespace linecheck::rules
