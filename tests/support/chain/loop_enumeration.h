#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>
#include <vector>

#include "chain/grounds.h"

/// An enumeration of ground loops that shares nothing with the search: a set of pieces of metal is
/// a circle without shortcut if and only if each of them touches exactly two others of the set and
/// all hang together. All sets are tried, so there must not be many pieces.
namespace linecheck::chain::testing {

using LinkSets = std::set<std::set<std::size_t>>;

inline bool isAudio(const GroundLink& link) {
  return link.kind == GroundLink::Kind::unbalancedShield ||
         link.kind == GroundLink::Kind::balancedShield;
}

/// For each node the piece of metal that it is part of, numbered from 0.
inline std::vector<int> mergedPieces(std::size_t nodes, const std::vector<GroundLink>& links) {
  std::vector<int> piece(nodes);
  std::iota(piece.begin(), piece.end(), 0);
  for (const GroundLink& link : links) {
    if (link.kind != GroundLink::Kind::internal) continue;
    const int old = piece[link.to];
    std::replace(piece.begin(), piece.end(), old, piece[link.from]);
  }
  std::map<int, int> numbers;
  for (int& one : piece)
    one = numbers.try_emplace(one, static_cast<int>(numbers.size())).first->second;
  return piece;
}

/// All sets of links that are loops, without internal ones.
inline LinkSets allLoops(std::size_t nodes, const std::vector<GroundLink>& links) {
  const std::vector<int> piece = mergedPieces(nodes, links);
  const int pieces = piece.empty() ? 0 : *std::max_element(piece.begin(), piece.end()) + 1;
  std::map<std::pair<int, int>, std::vector<std::size_t>> seams;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const int a = piece[links[i].from];
    const int b = piece[links[i].to];
    if (a != b) seams[std::minmax(a, b)].push_back(i);
  }
  LinkSets loops;
  const auto keep = [&](const std::set<std::size_t>& loop) {
    for (const std::size_t link : loop) {
      if (isAudio(links[link])) loops.insert(loop);
    }
  };
  for (const auto& [ends, parallel] : seams) {
    for (const std::size_t one : parallel) {
      for (const std::size_t other : parallel) {
        if (one < other) keep({one, other});
      }
    }
  }
  for (unsigned chosen = 0; chosen < 1U << static_cast<unsigned>(pieces); ++chosen) {
    const auto isChosen = [&](int one) { return (chosen >> static_cast<unsigned>(one) & 1U) != 0; };
    std::map<int, std::vector<int>> touches;
    LinkSets choices{{}};
    for (const auto& [ends, parallel] : seams) {
      if (!isChosen(ends.first) || !isChosen(ends.second)) continue;
      touches[ends.first].push_back(ends.second);
      touches[ends.second].push_back(ends.first);
    }
    const auto size = static_cast<std::size_t>(__builtin_popcount(chosen));
    if (size < 3 || touches.size() != size) continue;
    if (std::any_of(touches.begin(), touches.end(),
                    [](const auto& entry) { return entry.second.size() != 2; })) {
      continue;
    }
    std::set<int> reached{touches.begin()->first};
    for (std::size_t before = 0; before != reached.size();) {
      before = reached.size();
      for (const int one : std::set(reached)) {
        reached.insert(touches[one].begin(), touches[one].end());
      }
    }
    if (reached.size() != size) continue;
    for (const auto& [ends, parallel] : seams) {
      if (!isChosen(ends.first) || !isChosen(ends.second)) continue;
      LinkSets longer;
      for (const auto& choice : choices) {
        for (const std::size_t link : parallel) {
          auto with = choice;
          with.insert(link);
          longer.insert(with);
        }
      }
      choices = longer;
    }
    for (const auto& choice : choices) keep(choice);
  }
  return loops;
}

inline std::set<std::size_t> withoutInternal(const std::vector<std::size_t>& loop,
                                             const std::vector<GroundLink>& links) {
  std::set<std::size_t> conductors;
  for (const std::size_t link : loop) {
    if (links[link].kind != GroundLink::Kind::internal) conductors.insert(link);
  }
  return conductors;
}

/// That the links follow each other around a circle that meets no node twice.
inline void expectCircle(const std::vector<std::size_t>& loop,
                         const std::vector<GroundLink>& links) {
  ASSERT_FALSE(loop.empty());
  EXPECT_TRUE(isAudio(links[loop.front()]));
  std::set<std::size_t> met;
  std::size_t node = links[loop.front()].from;
  for (const std::size_t index : loop) {
    EXPECT_TRUE(met.insert(node).second) << "met twice";
    const GroundLink& link = links[index];
    ASSERT_TRUE(link.from == node || link.to == node);
    node = link.from == node ? link.to : link.from;
  }
  EXPECT_EQ(node, links[loop.front()].from);
}

/// That the loops found are all there are, the shortest first, each once.
inline void expectAllLoops(std::size_t nodes, const std::vector<GroundLink>& links,
                           const std::vector<std::vector<std::size_t>>& found) {
  LinkSets sets;
  std::size_t shortest = 0;
  for (const auto& loop : found) {
    expectCircle(loop, links);
    const auto conductors = withoutInternal(loop, links);
    EXPECT_GE(conductors.size(), shortest) << "the shortest first";
    shortest = conductors.size();
    EXPECT_TRUE(sets.insert(conductors).second) << "listed twice";
  }
  EXPECT_EQ(sets, allLoops(nodes, links));
}

}  // namespace linecheck::chain::testing
