#include "chain/ground_loops.h"

#include <algorithm>

#include "chain/circle_search.h"
#include "chain/ground_graph.h"
#include "chain/merged_grounds.h"

namespace linecheck::chain {
namespace {

using Indices = std::vector<std::size_t>;

/// Collects loops until the limit is reached.
class Collector {
 public:
  Collector(const MergedGrounds& grounds, std::span<const GroundLink> links)
      : grounds_(grounds), links_(links) {}

  [[nodiscard]] bool add(const Indices& circle) {
    const bool hasShield = std::any_of(circle.begin(), circle.end(), [&](std::size_t link) {
      return isAudioShield(links_[link].kind);
    });
    if (!hasShield) return true;
    if (found_.loops.size() == kMaximumLoops) {
      found_.isComplete = false;
      return false;
    }
    found_.loops.push_back(grounds_.complete(circle));
    return true;
  }

  /// Every choice of one link from each seam. False at the limit.
  [[nodiscard]] bool addChoices(const Indices& seams) {
    Indices chosen(seams.size());
    for (;;) {
      Indices circle;
      for (std::size_t i = 0; i < seams.size(); ++i) {
        circle.push_back(grounds_.seams()[seams[i]].links[chosen[i]]);
      }
      if (!add(circle)) return false;
      std::size_t at = 0;
      while (at < seams.size() && ++chosen[at] == grounds_.seams()[seams[at]].links.size()) {
        chosen[at++] = 0;
      }
      if (at == seams.size()) return true;
    }
  }

  /// Every two links of one seam. False at the limit.
  [[nodiscard]] bool addPairs(const MergedGrounds::Seam& seam) {
    for (std::size_t i = 0; i < seam.links.size(); ++i) {
      for (std::size_t j = i + 1; j < seam.links.size(); ++j) {
        if (!add({seam.links[i], seam.links[j]})) return false;
      }
    }
    return true;
  }

  FoundLoops take(bool isComplete) {
    const auto conductors = [&](const Indices& loop) {
      return std::count_if(loop.begin(), loop.end(), [&](std::size_t link) {
        return links_[link].kind != GroundLink::Kind::internal;
      });
    };
    std::sort(found_.loops.begin(), found_.loops.end(), [&](const Indices& a, const Indices& b) {
      const auto lengthA = conductors(a);
      const auto lengthB = conductors(b);
      return lengthA != lengthB ? lengthA < lengthB : a < b;
    });
    found_.isComplete = found_.isComplete && isComplete;
    return std::move(found_);
  }

 private:
  const MergedGrounds& grounds_;
  std::span<const GroundLink> links_;
  FoundLoops found_;
};

}  // namespace

FoundLoops findLoops(std::size_t nodes, std::span<const GroundLink> links) {
  const MergedGrounds grounds(nodes, links);
  Collector collector(grounds, links);
  for (const auto& seam : grounds.seams()) {
    if (!seam.hasAudioShield) continue;
    if (!collector.addPairs(seam)) return collector.take(true);
  }
  CircleSearch search(grounds);
  for (Indices circle = search.next(); !circle.empty(); circle = search.next()) {
    if (!collector.addChoices(circle)) break;
  }
  return collector.take(search.isComplete());
}

}  // namespace linecheck::chain
