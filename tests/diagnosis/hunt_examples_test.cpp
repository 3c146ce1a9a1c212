// Hunts through the documented desks, with each of their suspects as the culprit in turn.
#include <gtest/gtest.h>

#include <string>

#include "diagnosis/hunt.h"
#include "diagnosis/remainder.h"
#include "support/diagnosis/example_desk.h"
#include "support/diagnosis/hunt_listener.h"

namespace linecheck::diagnosis {
namespace {

using chain::testing::shippedProfile;

class ExampleHunt : public ::testing::TestWithParam<const char*> {
 public:
  chain::Chain chain = testing::exampleChain(GetParam());
  chain::Desk desk{chain, shippedProfile};
  std::optional<ListeningPoint> at = usualListeningPoint(desk);

  [[nodiscard]] std::vector<Suspect> all() const {
    std::vector<CauseProbability> even;
    for (const Cause cause : causes()) even.push_back({cause, 1.0 / 13.0, {}});
    return suspects(desk, *at, even);
  }

  /// What is heard with this culprit at −70 dBFS: as the desk's physics has it.
  [[nodiscard]] testing::Listener listenerTo(const Suspect& culprit) const {
    testing::Listener listener;
    listener.cause = culprit.cause;
    listener.probability = 0.97;
    listener.levelIn = [this, culprit](const chain::Situation& situation) {
      chain::Situation origin;
      origin.chain = chain;
      const auto left = remainder(culprit, origin, situation, shippedProfile, *at);
      const auto level = DecibelsFs::of(-70.0) + left.change;
      return level < DecibelsFs::of(-115.0) ? DecibelsFs::silence() : level;
    };
    return listener;
  }
};

TEST_P(ExampleHunt, NamesWhicheverSuspectIsTheCulprit) {
  ASSERT_TRUE(at);
  int hunts = 0;
  int named = 0;
  for (const Suspect& culprit : all()) {
    // Of unlikely places one wants more proof than a desk may give.
    if (culprit.where.empty() || culprit.probability < 0.02) continue;
    Hunt hunt(chain, shippedProfile, *at);
    listenerTo(culprit).hunt(hunt, shippedProfile);
    const Conclusion& end = hunt.conclusion();
    ++hunts;
    if (end.kind != Conclusion::Kind::found) {
      ADD_FAILURE() << causeId(culprit.cause) << ' ' << culprit.where.front().text();
      continue;
    }
    ++named;
    EXPECT_EQ(end.remaining.front().cause, culprit.cause) << causeId(culprit.cause);
    EXPECT_EQ(end.remaining.front().where, culprit.where) << culprit.where.front().text();
    EXPECT_EQ(end.cures.empty(), culprit.cures.empty());
  }
  EXPECT_GE(hunts, 5);
  EXPECT_EQ(named, hunts);
}

INSTANTIATE_TEST_SUITE_P(Desks, ExampleHunt,
                         ::testing::Values("dac3-ahb2", "dac3-ahb2-faults", "laptop-onboard",
                                           "laptop-onboard-faults", "zen-go-l30-ii",
                                           "zen-go-l30-ii-faults", "zen-go-l70-balanced",
                                           "zen-go-l70-balanced-faults"),
                         [](const auto& one) {
                           std::string name = one.param;
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace linecheck::diagnosis
