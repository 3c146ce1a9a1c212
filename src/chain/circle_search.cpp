#include "chain/circle_search.h"

#include <algorithm>
#include <tuple>

namespace linecheck::chain {
namespace {

using Indices = std::vector<std::size_t>;

/// Steps of the search, about 10 ns each. A row of 500 devices takes a fraction of it.
constexpr std::size_t kMaximumSteps = 5'000'000;

}  // namespace

bool CircleSearch::Open::operator<(const Open& other) const {
  return std::tuple(other.shortest, length, other.path) < std::tuple(shortest, other.length, path);
}

CircleSearch::CircleSearch(const MergedGrounds& grounds)
    : grounds_(grounds),
      touched_(grounds.pieces()),
      distance_(grounds.pieces()),
      candidate_(grounds.pieces()) {
  for (std::size_t seam = 0; seam < grounds.seams().size(); ++seam) {
    if (grounds.seams()[seam].hasAudioShield) begin(seam);
  }
}

Indices CircleSearch::next() {
  while (!open_.empty()) {
    if (steps_ > kMaximumSteps) {
      isComplete_ = false;
      return {};
    }
    const Open open = open_.top();
    open_.pop();
    if (paths_[open.path].isClosed) return circleOf(open.path);
    grow(open);
  }
  return {};
}

void CircleSearch::begin(std::size_t seam) {
  const auto& ends = grounds_.seams()[seam];
  const bool isForward = grounds_.neighbours(ends.a).size() <= grounds_.neighbours(ends.b).size();
  push({kNone, seam, isForward ? ends.a : ends.b, seam, 1, false}, 3);
}

void CircleSearch::push(const Path& path, std::size_t shortest) {
  paths_.push_back(path);
  open_.push({shortest, paths_.size() - 1, path.length, 0});
  steps_ += 10;
}

void CircleSearch::grow(const Open& open) {
  const std::size_t index = open.path;
  const Path path = paths_[index];
  const std::size_t goal = farEnd(path);
  ++stamp_;
  // What the path touches before its last piece is a shortcut for whatever comes next.
  for (std::size_t at = path.before; at != kNone; at = paths_[at].before) {
    touch(paths_[at].piece);
  }
  std::vector<MergedGrounds::Neighbour> candidates;
  for (const auto& [piece, seam] : grounds_.neighbours(path.piece)) {
    ++steps_;
    if (piece == goal && path.length > 1) {
      if (!mayUse(seam, path)) return;
      push({index, path.shield, goal, seam, path.length + 1, true}, path.length + 1);
      return;
    }
    if (piece != goal && isFree(piece) && mayUse(seam, path)) candidates.push_back({piece, seam});
  }
  if (candidates.size() == 1 && path.length > 1 && open.least == 0) {
    // The only way on, and so the one that was found when this path was opened.
    const auto [piece, seam] = candidates.front();
    push({index, path.shield, piece, seam, path.length + 1, false}, open.shortest);
    return;
  }
  touch(path.piece);
  for (const auto& [piece, seam] : candidates) candidate_[piece] = {stamp_, seam};
  // Farther each time, so that all times together cost little more than the last.
  const std::size_t most = open.least == 0 ? 0 : 3 * open.least + 1;
  std::size_t wanted = candidates.size();
  Indices wave{goal};
  distance_[goal] = {stamp_, 0};
  bool isCut = false;
  for (std::size_t i = 0; i < wave.size() && wanted > 0; ++i) {
    const std::size_t distance = distance_[wave[i]].second;
    for (const auto& neighbour : grounds_.neighbours(wave[i])) {
      ++steps_;
      if (!mayUse(neighbour.seam, path)) continue;
      auto& [stamp, seam] = candidate_[neighbour.piece];
      if (stamp == stamp_) {
        stamp = 0;  // This is its shortest way; any other is longer.
        --wanted;
        if (distance < open.least) continue;
        push({index, path.shield, neighbour.piece, seam, path.length + 1, false},
             path.length + 2 + distance);
      } else if (isFree(neighbour.piece) && distance_[neighbour.piece].first != stamp_) {
        isCut = isCut || distance == most;
        if (distance == most) continue;
        distance_[neighbour.piece] = {stamp_, distance + 1};
        wave.push_back(neighbour.piece);
      }
    }
  }
  if (isCut && wanted > 0) {
    open_.push({path.length + 3 + most, index, path.length, most + 1});
  }
}

void CircleSearch::touch(std::size_t piece) {
  touched_[piece] = stamp_;
  for (const auto& neighbour : grounds_.neighbours(piece)) touched_[neighbour.piece] = stamp_;
  steps_ += grounds_.neighbours(piece).size();
}

std::size_t CircleSearch::farEnd(const Path& path) const {
  const auto& ends = grounds_.seams()[path.shield];
  std::size_t first = path.piece;
  for (std::size_t at = path.before; at != kNone; at = paths_[at].before) {
    first = paths_[at].piece;
  }
  return first == ends.a ? ends.b : ends.a;
}

Indices CircleSearch::circleOf(std::size_t path) const {
  Indices seams;
  for (; path != kNone; path = paths_[path].before) seams.push_back(paths_[path].seam);
  std::reverse(seams.begin(), seams.end());
  return seams;
}

bool CircleSearch::mayUse(std::size_t seam, const Path& path) const {
  return seam > path.shield || !grounds_.seams()[seam].hasAudioShield;
}

}  // namespace linecheck::chain
