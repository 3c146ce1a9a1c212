#include "diagnosis/step.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "chain/ground_graph.h"
#include "diagnosis/hunt_candidates.h"
#include "diagnosis/step_words.h"
#include "diagnosis/suspect_stand.h"
#include "support/chain/random_chain.h"
#include "support/chain/shipped_profiles.h"
#include "support/diagnosis/example_desk.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::DeviceId;
using chain::Place;
using chain::testing::shippedProfile;

class Steps : public ::testing::Test {
 public:
  chain::Situation start;

  Steps() { start.chain = testing::exampleChain("zen-go-l30-ii-faults"); }

  [[nodiscard]] chain::Situation after(StepAction action, std::vector<Place> where = {}) const {
    const auto done = withStep(start, makeStep(action, std::move(where)), shippedProfile);
    EXPECT_TRUE(done) << (done ? "" : done.error().message());
    return done.value_or(start);
  }
  [[nodiscard]] ErrorCode refused(StepAction action, std::vector<Place> where) const {
    const auto done = withStep(start, makeStep(action, std::move(where)), shippedProfile);
    EXPECT_FALSE(done);
    return done ? ErrorCode::usage : done.error().code;
  }
};

TEST_F(Steps, HaveIdsThatAreFoundAgain) {
  std::set<std::string_view> ids;
  for (const StepAction action : stepActions()) {
    EXPECT_EQ(findStepAction(stepActionId(action)), action);
    EXPECT_TRUE(ids.insert(stepActionId(action)).second);
  }
  EXPECT_EQ(ids.size(), 21U);
  EXPECT_FALSE(findStepAction("lift_the_earth"));
}

TEST_F(Steps, CostTimeAndOnlyBorrowedThingsCostMore) {
  EXPECT_EQ(makeStep(StepAction::oneStrip).minutes, 5.0);
  EXPECT_EQ(makeStep(StepAction::borrowIsolator).cost, chain::Cost::purchase);
  EXPECT_EQ(makeStep(StepAction::tryBalancedCable).cost, chain::Cost::cable);
  EXPECT_LT(minutesFor(chain::Cost::free), minutesFor(chain::Cost::cable));
  EXPECT_LT(minutesFor(chain::Cost::cable), minutesFor(chain::Cost::purchase));
  EXPECT_TRUE(makeStep(StepAction::unplugCable).isPlugging);
  EXPECT_FALSE(makeStep(StepAction::phoneAway).isPlugging);
}

TEST_F(Steps, ChangeTheDeskAsTheyAreDone) {
  const Place line(CableId("zen-go-to-l30-ii"));
  EXPECT_EQ(after(StepAction::unplugCable, {line}).chain.cable(CableId("zen-go-to-l30-ii")),
            nullptr);
  EXPECT_TRUE(after(StepAction::moveCable, {line}).movedAway.contains(CableId(line.part)));
  EXPECT_TRUE(after(StepAction::borrowIsolator, {line}).isolated.contains(CableId(line.part)));
  EXPECT_EQ(after(StepAction::dummyOnLooseEnd, {line}).dummies.at(CableId(line.part)),
            chain::DummyPlug::onLooseEnd);
  const auto battery = after(StepAction::runOnBattery, {Place(DeviceId("computer"))});
  EXPECT_EQ(battery.chain.device(DeviceId("computer"))->computer->isOnBattery, true);
  EXPECT_TRUE(after(StepAction::phoneAway).arePhonesAway);
  EXPECT_TRUE(after(StepAction::dimmersOff).areDimmersOff);
  EXPECT_EQ(after(StepAction::captureLonger), start);
  EXPECT_EQ(after(StepAction::measureBaseline), start);
  const Place amplifier(DeviceId("l30-ii"));
  EXPECT_TRUE(after(StepAction::volumeDown, {amplifier}).volumeDown.contains(DeviceId("l30-ii")));
  EXPECT_TRUE(
      after(StepAction::switchOffDevice, {amplifier}).switchedOff.contains(DeviceId("l30-ii")));
}

TEST_F(Steps, OneStripMovesTheLeadsAndNothingElse) {
  const auto moved = after(StepAction::oneStrip,
                           {Place(DeviceId("t7v-right")), Place(chain::PowerPointId("strip"))});
  chain::Situation expected = start;
  for (chain::PowerLead& lead : expected.chain.powerLeads) {
    if (lead.id.text() == "t7v-right-power") lead.from = chain::PowerPointId("strip");
  }
  EXPECT_EQ(moved, expected);
}

TEST_F(Steps, AreRefusedWhereTheyDoNotFit) {
  EXPECT_EQ(refused(StepAction::unplugCable, {Place(CableId("no-such"))}), ErrorCode::notFound);
  EXPECT_EQ(refused(StepAction::otherUsbPort, {Place(CableId("zen-go-to-l30-ii"))}),
            ErrorCode::unsupported);
  EXPECT_EQ(refused(StepAction::groundLift, {Place(DeviceId("l30-ii"), "gain")}),
            ErrorCode::unsupported);
  EXPECT_EQ(refused(StepAction::oneStrip, {Place(chain::PowerPointId("strip"))}),
            ErrorCode::unsupported);
  EXPECT_EQ(refused(StepAction::unplugCable, {}), ErrorCode::unsupported);
}

TEST_F(Steps, NeverGoOntoAStripWithoutEarth) {
  chain::PowerPoint bare;
  bare.id = chain::PowerPointId("bare-strip");
  bare.kind = chain::PowerPoint::Kind::strip;
  bare.isEarthed = false;
  start.chain.powerPoints.push_back(bare);
  EXPECT_EQ(refused(StepAction::oneStrip, {Place(DeviceId("t7v-left")), Place(bare.id)}),
            ErrorCode::unsupported);
}

TEST_F(Steps, AStripIsNotPluggedIntoItself) {
  EXPECT_EQ(refused(StepAction::oneStrip,
                    {Place(chain::PowerPointId("strip")), Place(chain::PowerPointId("strip"))}),
            ErrorCode::unsupported);
}

/// The devices that a chain's own plugs join to an earth.
std::set<std::string> earthed(const chain::Chain& chain) {
  const chain::Desk desk(chain, shippedProfile);
  const chain::GroundGraph graph = chain::buildGroundGraph(desk);
  std::vector<std::set<std::size_t>> joined(graph.nodes.size());
  std::set<std::string> found;
  std::set<std::size_t> reached;
  std::vector<std::size_t> next;
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    if (graph.nodes[node].kind == chain::GroundNode::Kind::building) next.push_back(node);
  }
  while (!next.empty()) {
    const std::size_t node = next.back();
    next.pop_back();
    if (!reached.insert(node).second) continue;
    if (graph.nodes[node].kind == chain::GroundNode::Kind::chassis) {
      found.insert(graph.nodes[node].place.part);
      continue;
    }
    for (const chain::GroundLink& link : graph.links) {
      if (link.kind != chain::GroundLink::Kind::protectiveEarth &&
          link.kind != chain::GroundLink::Kind::circuit) {
        continue;
      }
      if (link.from == node) next.push_back(link.to);
      if (link.to == node) next.push_back(link.from);
    }
  }
  return found;
}

TEST(AnyStep, LeavesEveryProtectiveEarthAsItIs) {
  std::mt19937 random(7);
  int tried = 0;
  for (int round = 0; round < 400; ++round) {
    const chain::Chain chain = chain::testing::randomChain(random);
    const chain::Desk desk(chain, shippedProfile);
    const auto at = usualListeningPoint(desk);
    if (!at) continue;
    std::vector<CauseProbability> even;
    for (const Cause cause : causes()) even.push_back({cause, 1.0 / 13.0, {}});
    chain::Situation start;
    start.chain = chain;
    const std::set<std::string> before = earthed(chain);
    for (const Step& step :
         candidateSteps(Stand(start, shippedProfile, *at), suspects(desk, *at, even))) {
      const auto done = withStep(start, step, shippedProfile);
      if (!done) continue;
      ++tried;
      std::set<std::string> needed = before;
      // A laptop on its battery has no mains to be protected from.
      if (step.action == StepAction::runOnBattery) needed.erase(step.where.front().part);
      const std::set<std::string> after = earthed(done->chain);
      for (const std::string& device : needed) {
        EXPECT_TRUE(after.contains(device)) << stepActionId(step.action) << " " << device;
      }
    }
  }
  EXPECT_GT(tried, 1000);
}

TEST_F(Steps, SayWhatToDoAtWhichPanel) {
  const chain::Desk desk(start.chain, shippedProfile);
  const auto words =
      wordsFor(makeStep(StepAction::unplugCable,
                        {Place(CableId("zen-go-to-l30-ii")), Place(DeviceId("l30-ii"), "line-in")}),
               desk);
  EXPECT_NE(words.what.english().find("RCA plug out of"), std::string::npos)
      << words.what.english();
  EXPECT_NE(words.what.english().find("L30 II"), std::string::npos);
  ASSERT_TRUE(words.before);
  EXPECT_NE(words.before->english().find("amplifier off"), std::string::npos);
}

TEST_F(Steps, AllHaveWordsWithoutOpenPlacesAndNeverSpeakAgainstTheEarth) {
  const chain::Desk desk(start.chain, shippedProfile);
  for (const StepAction action : stepActions()) {
    const auto words = wordsFor(makeStep(action, {Place(CableId("zen-go-to-l30-ii"))}), desk);
    for (const Sentence* one : {&words.title, &words.what, &words.why}) {
      const std::string text = one->english();
      EXPECT_FALSE(text.empty()) << stepActionId(action);
      EXPECT_EQ(text.find('%'), std::string::npos) << text;
      EXPECT_EQ(text.find('!'), std::string::npos) << text;
    }
    EXPECT_EQ(words.before.has_value(), makeStep(action).isPlugging);
  }
}

}  // namespace
}  // namespace linecheck::diagnosis
