#include "chain/ground_loops.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <tuple>

#include "chain/ground_graph.h"
#include "chain/merged_grounds.h"

namespace linecheck::chain {
namespace {

using Indices = std::vector<std::size_t>;

/// Steps of the search, about 10 ns each. A desk of 500 devices takes less than a tenth of it.
constexpr std::size_t kMaximumSteps = 5'000'000;
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Circles of seams without shortcut and with an audio shield, the shortest first.
class CircleSearch {
 public:
  explicit CircleSearch(const MergedGrounds& grounds)
      : grounds_(grounds), touched_(grounds.pieces()), distance_(grounds.pieces()) {
    for (std::size_t seam = 0; seam < grounds.seams().size(); ++seam) {
      if (grounds.seams()[seam].hasAudioShield) grow(begin(seam), {});
    }
  }

  /// The seams of the next circle in order around it, an audio shield's first; empty if there is
  /// none, or at the limit.
  Indices next() {
    while (!open_.empty()) {
      if (steps_ > kMaximumSteps) {
        isComplete_ = false;
        return {};
      }
      const std::size_t path = open_.top().path;
      open_.pop();
      if (paths_[path].isClosed) {
        Indices circle = circleOf(path);
        // Found once from each seam with an audio shield: the first one counts.
        if (isFirstShield(circle)) return circle;
      } else {
        grow(path, piecesOf(path));
      }
    }
    return {};
  }

  [[nodiscard]] bool isComplete() const { return isComplete_; }

 private:
  /// A path that grows by one piece at a time, kept as a tree.
  struct Path {
    std::size_t before = kNone;  ///< The path without the last piece.
    std::size_t shield = 0;      ///< The seam whose far end is to be reached.
    std::size_t piece = 0;       ///< The last.
    std::size_t seam = 0;        ///< By which the last was reached.
    std::size_t length = 1;      ///< In pieces.
    bool isClosed = false;       ///< The last one is the far end.
  };
  struct Open {
    std::size_t shortest = 0;  ///< Length of the shortest circle that this can become.
    std::size_t path = 0;
    std::size_t length = 0;

    /// Among equals the longer path first, to close circles before many are open.
    bool operator<(const Open& other) const {
      return std::tuple(other.shortest, length, other.path) <
             std::tuple(shortest, other.length, path);
    }
  };

  std::size_t begin(std::size_t seam) {
    const auto& ends = grounds_.seams()[seam];
    const bool isForward = grounds_.neighbours(ends.a).size() <= grounds_.neighbours(ends.b).size();
    paths_.push_back({kNone, seam, isForward ? ends.a : ends.b, seam, 1, false});
    return paths_.size() - 1;
  }

  [[nodiscard]] std::size_t farEnd(const Path& path) const {
    const auto& ends = grounds_.seams()[path.shield];
    std::size_t first = path.piece;
    for (std::size_t at = path.before; at != kNone; at = paths_[at].before) {
      first = paths_[at].piece;
    }
    return first == ends.a ? ends.b : ends.a;
  }

  [[nodiscard]] Indices piecesOf(std::size_t path) const {
    Indices pieces;
    for (; path != kNone; path = paths_[path].before) pieces.push_back(paths_[path].piece);
    return pieces;
  }

  [[nodiscard]] Indices circleOf(std::size_t path) const {
    Indices seams;
    for (; path != kNone; path = paths_[path].before) seams.push_back(paths_[path].seam);
    std::reverse(seams.begin(), seams.end());
    return seams;
  }

  [[nodiscard]] bool isFirstShield(const Indices& circle) const {
    return std::all_of(circle.begin(), circle.end(), [&](std::size_t seam) {
      return seam >= circle.front() || !grounds_.seams()[seam].hasAudioShield;
    });
  }

  void push(const Path& path, std::size_t shortest) {
    paths_.push_back(path);
    open_.push({shortest, paths_.size() - 1, path.length});
    steps_ += 10;
  }

  /// Opens every path that is one piece longer, has no shortcut and can still be closed.
  void grow(std::size_t index, const Indices& pieces) {
    const Path path = paths_[index];
    const std::size_t goal = farEnd(path);
    ++stamp_;
    // What the path touches before its last piece is a shortcut for whatever comes next.
    for (std::size_t i = 1; i < pieces.size(); ++i) touch(pieces[i]);
    Indices candidates;
    std::size_t seamToGoal = kNone;
    for (const auto& [piece, seam] : grounds_.neighbours(path.piece)) {
      ++steps_;
      if (piece == goal) seamToGoal = seam;
      if (touched_[piece] != stamp_) candidates.push_back(seam);
    }
    if (path.length > 1 && seamToGoal != kNone) {
      push({index, path.shield, goal, seamToGoal, path.length + 1, true}, path.length + 1);
      return;
    }
    touch(path.piece);
    measureDistances(goal);
    for (const std::size_t seam : candidates) {
      const auto& ends = grounds_.seams()[seam];
      const std::size_t piece = ends.a == path.piece ? ends.b : ends.a;
      if (piece == goal) continue;
      std::size_t rest = kNone;
      for (const auto& beyond : grounds_.neighbours(piece)) {
        ++steps_;
        if (beyond.piece == goal || isFree(beyond.piece)) {
          rest = std::min(rest, distanceTo(beyond.piece, goal));
        }
      }
      if (rest != kNone) {
        push({index, path.shield, piece, seam, path.length + 1, false}, path.length + 2 + rest);
      }
    }
  }

  void touch(std::size_t piece) {
    touched_[piece] = stamp_;
    for (const auto& neighbour : grounds_.neighbours(piece)) touched_[neighbour.piece] = stamp_;
    steps_ += grounds_.neighbours(piece).size();
  }

  [[nodiscard]] bool isFree(std::size_t piece) const { return touched_[piece] != stamp_; }

  [[nodiscard]] std::size_t distanceTo(std::size_t piece, std::size_t goal) const {
    if (piece == goal) return 0;
    const auto& [stamp, distance] = distance_[piece];
    return stamp == stamp_ ? distance : kNone;
  }

  /// Distances to the goal by pieces that the path does not touch.
  void measureDistances(std::size_t goal) {
    Indices wave{goal};
    distance_[goal] = {stamp_, 0};
    for (std::size_t i = 0; i < wave.size(); ++i) {
      for (const auto& [piece, seam] : grounds_.neighbours(wave[i])) {
        ++steps_;
        if (!isFree(piece) || distance_[piece].first == stamp_) continue;
        distance_[piece] = {stamp_, distance_[wave[i]].second + 1};
        wave.push_back(piece);
      }
    }
  }

  const MergedGrounds& grounds_;
  std::vector<Path> paths_;
  std::priority_queue<Open> open_;
  std::size_t stamp_ = 0;
  Indices touched_;  ///< By piece: the last stamp at which a path touched it.
  std::vector<std::pair<std::size_t, std::size_t>> distance_;  ///< By piece: stamp, distance.
  std::size_t steps_ = 0;
  bool isComplete_ = true;
};

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
