#pragma once

#include <string>
#include <vector>

#include "profiles/profile.h"

namespace linecheck::profiles {

/// One figure of a profile in words, for tables.
struct FigureRow {
  std::string name;  ///< "Headphones: power into 32 Ω"
  std::string value;
  bool isUsed = true;  ///< False for what another source says; it follows the figure used.
  Provenance provenance;
  std::string chosenBecause;  ///< Of the figure used, if there are alternatives.
};

/// All figures of a profile: the device's own, then those of its ports, controls and power.
[[nodiscard]] std::vector<FigureRow> figureRows(const Profile& profile);

}  // namespace linecheck::profiles
