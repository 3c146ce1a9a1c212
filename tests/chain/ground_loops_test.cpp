// The loop search against an enumeration that shares nothing with it: a set of pieces of metal is
// a circle without shortcut if and only if each of them touches exactly two others of the set and
// all hang together. All sets are tried.
#include "chain/ground_loops.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>
#include <set>

#include "chain/grounds.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = GroundLink::Kind;
using Links = std::vector<GroundLink>;
using LinkSets = std::set<std::set<std::size_t>>;

bool isAudio(const GroundLink& link) {
  return link.kind == Kind::unbalancedShield || link.kind == Kind::balancedShield;
}

std::vector<int> mergedPieces(std::size_t nodes, const Links& links) {
  std::vector<int> piece(nodes);
  std::iota(piece.begin(), piece.end(), 0);
  for (const GroundLink& link : links) {
    if (link.kind != Kind::internal) continue;
    const int old = piece[link.to];
    std::replace(piece.begin(), piece.end(), old, piece[link.from]);
  }
  return piece;
}

/// All sets of links that are loops, without internal ones.
LinkSets allLoops(std::size_t nodes, const Links& links) {
  const std::vector<int> piece = mergedPieces(nodes, links);
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
  for (unsigned chosen = 0; chosen < 1U << nodes; ++chosen) {
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

std::set<std::size_t> withoutInternal(const std::vector<std::size_t>& loop, const Links& links) {
  std::set<std::size_t> conductors;
  for (const std::size_t link : loop) {
    if (links[link].kind != Kind::internal) conductors.insert(link);
  }
  return conductors;
}

/// That the links follow each other around a circle that meets no node twice.
void expectCircle(const std::vector<std::size_t>& loop, const Links& links) {
  ASSERT_THAT(loop, ::testing::Not(IsEmpty()));
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

void expectAllLoops(std::size_t nodes, const Links& links,
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

Links randomLinks(std::mt19937& random, std::size_t nodes, std::size_t count) {
  const auto below = [&](std::size_t n) { return random() % n; };
  constexpr std::array kKinds{Kind::unbalancedShield, Kind::balancedShield, Kind::usbShield,
                              Kind::protectiveEarth, Kind::circuit};
  Links links;
  std::vector<bool> isJoined(nodes);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = below(nodes);
    const std::size_t to = below(nodes);
    if (from == to) continue;
    const bool isInternal = below(4) == 0 && !isJoined[from] && !isJoined[to];
    if (isInternal) isJoined[from] = isJoined[to] = true;
    links.push_back({isInternal ? Kind::internal : kKinds[below(kKinds.size())], from, to, {}});
  }
  return links;
}

TEST(GroundLoops, AreAllThoseThatTryingEverySetOfNodesFinds) {
  std::mt19937 random(20240607);
  std::size_t seen = 0;
  for (int round = 0; round < 1500 && !::testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const std::size_t nodes = 2 + random() % 8;
    const Links links = randomLinks(random, nodes, random() % (2 * nodes + 2));
    const FoundLoops found = findLoops(nodes, links);
    if (!found.isComplete) continue;
    expectAllLoops(nodes, links, found.loops);
    seen += found.loops.size();
  }
  EXPECT_GT(seen, 3000U) << "the graphs must have loops to be worth trying";
}

TEST(GroundLoops, OfRandomDesksAreAllThatThereAre) {
  using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
  std::mt19937 random(99);
  std::size_t seen = 0;
  for (int round = 0; round < 300 && !::testing::Test::HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const GroundDesk desk = randomGroundDesk(random);
    const GroundPlan plan = planGrounds(desk.desk());
    std::vector<std::vector<std::size_t>> loops;
    for (const GroundLoop& loop : plan.loops) loops.push_back(loop.links);
    expectAllLoops(plan.nodes.size(), plan.links, loops);
    seen += loops.size();
  }
  EXPECT_GT(seen, 300U);
}

TEST(GroundLoops, OfALadderAreItsSquares) {
  Links links;
  constexpr std::size_t kRungs = 40;
  for (std::size_t i = 0; i + 1 < kRungs; ++i) {
    for (const std::size_t side : {0, 1}) {
      links.push_back({Kind::unbalancedShield, 2 * i + side, 2 * i + 2 + side, {}});
    }
  }
  for (std::size_t i = 0; i < kRungs; ++i) {
    links.push_back({Kind::protectiveEarth, 2 * i, 2 * i + 1, {}});
  }
  const FoundLoops found = findLoops(2 * kRungs, links);
  EXPECT_TRUE(found.isComplete);
  EXPECT_THAT(found.loops, SizeIs(kRungs - 1));
  EXPECT_THAT(found.loops, Each(SizeIs(4)));
}

TEST(GroundLoops, StopAtTheLimitWithTheShortest) {
  // A ring of double links: each pair is a loop, and so is every choice of one from each pair.
  Links links;
  constexpr std::size_t kNodes = 20;
  for (std::size_t i = 0; i < kNodes; ++i) {
    links.push_back({Kind::unbalancedShield, i, (i + 1) % kNodes, {}});
    links.push_back({Kind::usbShield, i, (i + 1) % kNodes, {}});
  }
  const FoundLoops found = findLoops(kNodes, links);
  EXPECT_FALSE(found.isComplete);
  ASSERT_THAT(found.loops, SizeIs(kMaximumLoops));
  for (std::size_t i = 0; i < kMaximumLoops; ++i) {
    EXPECT_THAT(found.loops[i], SizeIs(i < kNodes ? 2 : kNodes));
  }
}

TEST(GroundLoops, EndEvenWhereAllIsJoinedToAll) {
  Links links;
  constexpr std::size_t kNodes = 60;
  for (std::size_t i = 0; i < kNodes; ++i) {
    for (std::size_t j = i + 1; j < kNodes; ++j) {
      links.push_back({Kind::unbalancedShield, i, j, {}});
    }
  }
  const FoundLoops found = findLoops(kNodes, links);
  EXPECT_FALSE(found.isComplete);
  for (const auto& loop : found.loops) EXPECT_THAT(loop, SizeIs(3));
}

TEST(GroundLoops, NeedAnAudioShield) {
  const Links links{{Kind::usbShield, 0, 1, {}},
                    {Kind::protectiveEarth, 1, 2, {}},
                    {Kind::protectiveEarth, 2, 0, {}}};
  EXPECT_THAT(findLoops(3, links).loops, IsEmpty());
}

}  // namespace
}  // namespace linecheck::chain
