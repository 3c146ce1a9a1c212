#include "chain/ground_loops.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "chain/grounds.h"
#include "support/chain/ground_fixtures.h"
#include "support/chain/loop_enumeration.h"

namespace linecheck::chain {
namespace {

using ::testing::Each;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = GroundLink::Kind;
using Links = std::vector<GroundLink>;
using testing::expectAllLoops;

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
