// What must hold of every chain, tried on ten thousand of them.
#include "support/chain/random_chain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "chain/file.h"
#include "chain/grounds.h"
#include "chain/history.h"
#include "support/chain/independent_legality.h"
#include "support/chain/loop_enumeration.h"
#include "support/chain/shipped_profiles.h"

namespace linecheck::chain {
namespace {

using testing::randomChain;
using testing::randomEdit;
using testing::shippedDesk;

/// In parts, so that they can be tried side by side.
class RandomChains : public ::testing::TestWithParam<unsigned> {
 public:
  static constexpr int kChains = 2500;

  std::mt19937 random{GetParam()};
};

/// Steps of editing, some of them merged with the one before.
void editAnyhow(std::mt19937& random, History& history, int steps) {
  for (int step = 0; step < steps; ++step) {
    auto edit = randomEdit(random, shippedDesk(history.chain()));
    if (!edit) continue;
    if (random() % 3 == 0) {
      history.applyMerged(std::move(*edit));
    } else {
      history.apply(std::move(*edit));
    }
  }
}

TEST_P(RandomChains, AreUndoneToTheirBeginningAndRedoneToTheirEnd) {
  for (int round = 0; round < kChains && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const Chain start = randomChain(random, 8);
    History history(start);
    editAnyhow(random, history, 14);
    const Chain end = history.chain();
    std::vector<Chain> states{end};
    while (history.undo()) states.push_back(history.chain());
    EXPECT_EQ(history.chain(), start);
    EXPECT_TRUE(history.isSaved());
    while (!states.empty()) {
      EXPECT_EQ(history.chain(), states.back());
      states.pop_back();
      EXPECT_EQ(history.redo(), !states.empty());
    }
    EXPECT_EQ(history.chain(), end);
    testing::expectLegal(shippedDesk(end));
  }
}

TEST_P(RandomChains, AreTheSameAfterSavingAndLoading) {
  std::size_t cables = 0;
  for (int round = 0; round < kChains && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const Chain chain = randomChain(random);
    const std::string text = toText(chain);
    const auto loaded = load(json::parse(text, "a.json").value(), testing::shippedProfile);
    ASSERT_TRUE(loaded) << loaded.error().front().message();
    EXPECT_TRUE(loaded->warnings.empty()) << loaded->warnings.front().message();
    EXPECT_EQ(loaded->chain, chain);
    EXPECT_EQ(toText(loaded->chain), text);
    cables += chain.cables.size();
  }
  EXPECT_GT(cables, 2U * kChains) << "the desks must be worth trying";
}

TEST_P(RandomChains, AreTheSameAfterLoadingWithoutTheirProfiles) {
  for (int round = 0; round < kChains / 10 && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const Chain chain = randomChain(random);
    if (chain.devices.empty()) continue;
    const std::string id = chain.devices[random() % chain.devices.size()].profile;
    const auto lookup = [&](std::string_view profile) {
      return profile == id ? nullptr : testing::shippedProfile(profile);
    };
    const auto loaded = load(json::parse(toText(chain), "a.json").value(), lookup);
    ASSERT_TRUE(loaded) << loaded.error().front().message();
    EXPECT_EQ(loaded->chain, chain);
    const auto lostDevices = std::count_if(chain.devices.begin(), chain.devices.end(),
                                           [&](const Device& it) { return it.profile == id; });
    EXPECT_GE(static_cast<std::ptrdiff_t>(loaded->warnings.size()), lostDevices);
  }
}

TEST_P(RandomChains, HaveAllTheGroundLoopsThatThereAre) {
  constexpr int kMostPieces = 9;  // The enumeration tries 2⁹ sets.
  std::size_t tried = 0;
  std::size_t loops = 0;
  for (int round = 0; round < kChains * 3 / 4 && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    const GroundPlan plan = planGrounds(shippedDesk(randomChain(random, 60)));
    if (plan.nodes.empty() || !plan.isComplete) continue;
    const std::vector<int> pieces = testing::mergedPieces(plan.nodes.size(), plan.links);
    if (*std::max_element(pieces.begin(), pieces.end()) >= kMostPieces) continue;
    std::vector<std::vector<std::size_t>> found;
    for (const GroundLoop& loop : plan.loops) found.push_back(loop.links);
    testing::expectAllLoops(plan.nodes.size(), plan.links, found);
    ++tried;
    loops += found.size();
  }
  EXPECT_GT(tried, 100U);
  EXPECT_GT(loops, 50U) << "the desks must be worth trying";
}

TEST(RandomChain, KnowsEveryKindOfEdit) {
  std::mt19937 random(5);
  std::map<EditKind, int> seen;
  for (int round = 0; round < 100; ++round) {
    History history;
    editAnyhow(random, history, 60);
    for (; history.nextUndo() != nullptr; history.undo()) ++seen[history.nextUndo()->kind];
  }
  for (const EditKind kind :
       {EditKind::addDevice, EditKind::removeDevice, EditKind::changeDevice,
        EditKind::changeSetting, EditKind::moveCard, EditKind::connect, EditKind::disconnect,
        EditKind::changeCable, EditKind::addPower, EditKind::removePower, EditKind::changePower,
        EditKind::changeMains, EditKind::rename, EditKind::approve, EditKind::withdrawApproval}) {
    EXPECT_GT(seen[kind], 10) << static_cast<int>(kind);
  }
}

TEST(RandomChain, IsTheSameForTheSameSeed) {
  std::mt19937 one(9);
  std::mt19937 other(9);
  for (int round = 0; round < 20; ++round) EXPECT_EQ(randomChain(one), randomChain(other));
  EXPECT_NE(randomChain(one), randomChain(one));
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomChains, ::testing::Values(1U, 2U, 3U, 4U));

}  // namespace
}  // namespace linecheck::chain
