#include "chain/loop_drive.h"

#include <algorithm>
#include <optional>

namespace linecheck::chain {
namespace {

bool isEarth(GroundNode::Kind kind) {
  return kind == GroundNode::Kind::earth || kind == GroundNode::Kind::building ||
         kind == GroundNode::Kind::outside;
}

const PowerPoint* pointOf(const Desk& desk, const GroundNode& node) {
  return desk.powerPoint(PowerPointId(node.place.part));
}

/// The circuits of the outlets beside the building's terminal.
LoopDrive byCircuits(const Desk& desk, const GroundPlan& plan, const EarthStretch& stretch) {
  std::optional<std::string> circuit;
  for (std::size_t i = 0; i < stretch.nodes.size(); ++i) {
    if (plan.nodes[stretch.nodes[i]].kind != GroundNode::Kind::earth) continue;
    const PowerPoint* point = pointOf(desk, plan.nodes[stretch.nodes[i]]);
    if (!point || point->kind != PowerPoint::Kind::outlet) continue;
    if (point->circuit.empty()) return LoopDrive::differentCircuits;
    if (circuit && *circuit != point->circuit) return LoopDrive::differentCircuits;
    circuit = point->circuit;
  }
  return LoopDrive::sameCircuit;
}

/// Where all the ways of the stretch meet: the point that is fed by no other of them.
bool meetsAtStrip(const Desk& desk, const GroundPlan& plan, const EarthStretch& stretch) {
  const auto isOnStretch = [&](const PowerPoint& point) {
    return std::any_of(stretch.nodes.begin(), stretch.nodes.end(), [&](std::size_t node) {
      return plan.nodes[node].place.part == point.id.text();
    });
  };
  return std::all_of(stretch.nodes.begin(), stretch.nodes.end(), [&](std::size_t node) {
    const PowerPoint* point = pointOf(desk, plan.nodes[node]);
    if (!point) return false;
    const PowerPoint* above = desk.upstream(point->id);
    return (above && isOnStretch(*above)) || point->kind != PowerPoint::Kind::outlet;
  });
}

}  // namespace

std::vector<std::size_t> nodesOf(const GroundPlan& plan, const std::vector<std::size_t>& links) {
  std::vector<std::size_t> nodes;
  if (links.empty()) return nodes;
  std::size_t node = plan.links[links.front()].from;
  for (const std::size_t index : links) {
    nodes.push_back(node);
    const GroundLink& link = plan.links[index];
    node = link.from == node ? link.to : link.from;
  }
  return nodes;
}

std::vector<EarthStretch> earthStretches(const GroundPlan& plan,
                                         const std::vector<std::size_t>& links) {
  // A loop begins with an audio shield, so that no stretch runs across its beginning.
  const std::vector<std::size_t> nodes = nodesOf(plan, links);
  std::vector<EarthStretch> stretches;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (!isEarth(plan.nodes[nodes[i]].kind)) continue;
    if (!isEarth(plan.nodes[nodes[i - 1]].kind)) stretches.push_back({{}, links[i - 1], 0});
    stretches.back().nodes.push_back(nodes[i]);
    stretches.back().exit = links[i];
  }
  return stretches;
}

LoopDrive driveOf(const Desk& desk, const GroundPlan& plan, const EarthStretch& stretch) {
  const auto has = [&](GroundNode::Kind kind) {
    return std::any_of(stretch.nodes.begin(), stretch.nodes.end(),
                       [&](std::size_t node) { return plan.nodes[node].kind == kind; });
  };
  if (has(GroundNode::Kind::outside)) return LoopDrive::outside;
  if (has(GroundNode::Kind::building)) return byCircuits(desk, plan, stretch);
  if (stretch.nodes.size() == 1) return LoopDrive::sameStrip;
  return meetsAtStrip(desk, plan, stretch) ? LoopDrive::sameStrip : LoopDrive::sameCircuit;
}

LoopDrive driveOf(const Desk& desk, const GroundPlan& plan,
                  const std::vector<EarthStretch>& stretches) {
  LoopDrive most = LoopDrive::noEarth;
  for (const EarthStretch& stretch : stretches) {
    most = std::max(most, driveOf(desk, plan, stretch));
  }
  return most;
}

}  // namespace linecheck::chain
