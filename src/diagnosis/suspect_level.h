#pragma once

#include <map>
#include <string>
#include <vector>

#include "diagnosis/suspect.h"
#include "units/decibels.h"

namespace linecheck::diagnosis {

class Stand;

/// How much of a suspect's noise comes to the listening point if it is the culprit, against others
/// of its cause: what its prior follows, and of which a step takes something.
struct Brought {
  Decibels level;
  /// What acts on it of which nobody knows how much, by name, with one standard deviation.
  std::map<std::string, Decibels> influences;
};

/// −∞ if nothing comes, and for a suspect without a place. docs/hunt.md has the figures.
[[nodiscard]] Brought brought(const Suspect& suspect, const Stand& stand);

/// The audio cables whose shields carry what leaks from a device to an earth: those with the device
/// on one side and an earth on the other, or another supply where there is no earth.
[[nodiscard]] std::vector<chain::CableId> wayToEarth(const Stand& stand,
                                                     const chain::DeviceId& device);

/// How much less a balanced line hears of what its shield carries: the receiver's common-mode
/// rejection, or what is usual.
[[nodiscard]] Decibels balancedLoss(const Stand& stand, const chain::Cable& cable);

}  // namespace linecheck::diagnosis
