#include "chain/grounds.h"

#include <algorithm>

#include "chain/ground_fixes.h"
#include "chain/ground_graph.h"
#include "chain/ground_loops.h"
#include "chain/loop_attenuation.h"
#include "chain/loop_drive.h"

namespace linecheck::chain {
namespace {

std::vector<Place> pathOf(const GroundPlan& plan, const std::vector<std::size_t>& links) {
  std::vector<Place> path;
  for (const std::size_t node : nodesOf(plan, links)) {
    const Place& place = plan.nodes[node].place;
    if (place.part.empty() || (!path.empty() && path.back() == place)) continue;
    path.push_back(place);
  }
  // A loop may end on the other ground of the device that it began with.
  if (path.size() > 1 && path.back() == path.front()) path.pop_back();
  return path;
}

GroundLoop describe(const Desk& desk, const GroundPlan& plan, FixFinder& fixes,
                    std::vector<std::size_t> links) {
  GroundLoop loop;
  loop.path = pathOf(plan, links);
  for (const std::size_t index : links) {
    const GroundLink& link = plan.links[index];
    if (!isAudioShield(link.kind)) continue;
    loop.shields.emplace_back(link.place.part);
    loop.isAudible = loop.isAudible || link.kind == GroundLink::Kind::unbalancedShield;
  }
  if (!loop.isAudible) loop.attenuation = leastRejection(desk, loop.shields);
  loop.drive = driveOf(desk, plan, earthStretches(plan, links));
  loop.links = std::move(links);
  loop.fixes = fixes.fixesFor(loop);
  return loop;
}

}  // namespace

GroundPlan planGrounds(const Desk& desk) {
  GroundGraph graph = buildGroundGraph(desk);
  GroundPlan plan;
  plan.nodes = std::move(graph.nodes);
  plan.links = std::move(graph.links);
  plan.unknownClass = std::move(graph.unknownClass);
  FoundLoops found = findLoops(plan.nodes.size(), plan.links);
  plan.isComplete = found.isComplete;
  FixFinder fixes(desk, plan);
  for (auto& links : found.loops) {
    plan.loops.push_back(describe(desk, plan, fixes, std::move(links)));
  }
  return plan;
}

}  // namespace linecheck::chain
