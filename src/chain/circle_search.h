#pragma once

#include <cstddef>
#include <limits>
#include <queue>
#include <utility>
#include <vector>

#include "chain/merged_grounds.h"

namespace linecheck::chain {

/// Finds circles of seams that have an audio shield and no shortcut, the shortest first.
///
/// Every circle through a seam is a path from the one of its pieces to the other. Paths grow from
/// one end, always the one first whose shortest possible circle is shortest, and only while there
/// is a way to close them. The search ends after a bounded number of steps. The grounds must
/// outlive it.
class CircleSearch {
 public:
  explicit CircleSearch(const MergedGrounds& grounds);

  /// The seams of the next circle in order around it, the first one with an audio shield first;
  /// empty if there is none, or at the limit.
  [[nodiscard]] std::vector<std::size_t> next();

  /// False once the limit was met.
  [[nodiscard]] bool isComplete() const { return isComplete_; }

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

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
    std::size_t shortest = 0;  ///< No circle that this becomes has fewer pieces.
    std::size_t path = 0;
    std::size_t length = 0;
    std::size_t least = 0;  ///< Ways on with fewer pieces have been opened already.

    /// Among equals the longer path first, to close circles before many are open.
    bool operator<(const Open& other) const;
  };

  void begin(std::size_t seam);
  void push(const Path& path, std::size_t shortest);
  /// Opens the paths that are one piece longer, have no shortcut and can still be closed by at
  /// least `open.least` pieces more, but not by very many; those have to wait.
  void grow(const Open& open);
  void touch(std::size_t piece);
  [[nodiscard]] bool isFree(std::size_t piece) const { return touched_[piece] != stamp_; }
  [[nodiscard]] std::size_t farEnd(const Path& path) const;
  [[nodiscard]] std::vector<std::size_t> circleOf(std::size_t path) const;
  /// A circle is found from the first of its seams that have an audio shield, and so only once.
  [[nodiscard]] bool mayUse(std::size_t seam, const Path& path) const;

  const MergedGrounds& grounds_;
  std::vector<Path> paths_;
  std::priority_queue<Open> open_;
  std::size_t stamp_ = 0;
  std::vector<std::size_t> touched_;  ///< By piece: the last stamp at which a path touched it.
  std::vector<std::pair<std::size_t, std::size_t>> distance_;   ///< By piece: stamp, distance.
  std::vector<std::pair<std::size_t, std::size_t>> candidate_;  ///< By piece: stamp, seam to it.
  std::size_t steps_ = 0;
  bool isComplete_ = true;
};

}  // namespace linecheck::chain
