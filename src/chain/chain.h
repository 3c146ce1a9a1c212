#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chain/cable.h"
#include "chain/device.h"
#include "chain/id.h"
#include "chain/power.h"

namespace linecheck::chain {

/// The newest chain format that this program reads.
inline constexpr int kFormatVersion = 1;

/// A finding that the user knows of and accepts.
struct Approval {
  std::string finding;             ///< Id of the finding, such as "unbalanced-run-too-long".
  std::vector<std::string> where;  ///< Ids of the places it was found at, in its order.

  auto operator<=>(const Approval&) const = default;
};

/// Where a card lies on the drawing, in logical pixels. Means nothing but to the eye.
struct CardPlace {
  DeviceId device;
  double x = 0.0;
  double y = 0.0;

  bool operator==(const CardPlace&) const = default;
};

/// A desk as its owner describes it: devices, what joins them and what feeds them. A plain value.
/// No two of its parts share an id, of whatever kind they are, and every part that is referred to
/// is there; everything else that may be wrong with a desk (plugs that do not fit, devices without
/// a profile, no power) may stand here, for the rules to find.
struct Chain {
  std::string name;
  Mains mains;
  std::vector<Device> devices;
  std::vector<Cable> cables;
  std::vector<PowerPoint> powerPoints;
  std::vector<PowerLead> powerLeads;
  std::vector<GroundLead> groundLeads;
  std::vector<Approval> approvals;
  std::vector<CardPlace> cardPlaces;

  /// Null if there is none; also below.
  [[nodiscard]] const Device* device(const DeviceId& id) const;
  [[nodiscard]] const Cable* cable(const CableId& id) const;
  [[nodiscard]] const PowerPoint* powerPoint(const PowerPointId& id) const;
  /// Whether any part has this id.
  [[nodiscard]] bool hasPart(std::string_view id) const;

  bool operator==(const Chain&) const = default;
};

}  // namespace linecheck::chain
