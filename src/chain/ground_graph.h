#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/grounds.h"

/// The conductors of a desk, asked for one part at a time, so that a changed copy of one part
/// tells what would become of it without a new graph of the whole desk.
namespace linecheck::chain {

struct GroundGraph {
  std::vector<GroundNode> nodes;
  std::vector<GroundLink> links;
  std::vector<DeviceId> unknownClass;
};

[[nodiscard]] GroundGraph buildGroundGraph(const Desk& desk);

/// Whether a ground lift of the device, as set, parts its signal ground from its chassis.
[[nodiscard]] bool isLifted(const Desk& desk, const Device& device);

/// How a device's chassis stands to the protective earth of what feeds it.
enum class EarthContact { joined, none, unknown };
[[nodiscard]] EarthContact earthContact(const Desk& desk, const Device& device);

/// Whether the shield of the cable is that of an audio line.
[[nodiscard]] bool isAudioShield(GroundLink::Kind kind);

}  // namespace linecheck::chain
