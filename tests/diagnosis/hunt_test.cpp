#include "diagnosis/hunt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/diagnosis/example_desk.h"
#include "support/diagnosis/hunt_listener.h"

namespace linecheck::diagnosis {
namespace {

using chain::CableId;
using chain::Place;
using chain::testing::shippedProfile;
using testing::heardOf;

const DecibelsFs kHum = DecibelsFs::of(-70.0);

/// Computer, Zen Go and L30 II, whose PRE output feeds two monitors by unbalanced cables: the right
/// one is plugged into another outlet, the left one into the same strip as the rest.
class HuntAtADesk : public ::testing::Test {
 public:
  chain::Chain chain = testing::exampleChain("zen-go-l30-ii-faults");
  Hunt hunt{chain, shippedProfile, *usualListeningPoint(chain::Desk(chain, shippedProfile))};

  [[nodiscard]] std::vector<StepAction> proposed() const {
    std::vector<StepAction> actions;
    for (const ProposedStep& one : hunt.proposals()) actions.push_back(one.step.action);
    return actions;
  }
};

bool isIn(const chain::Situation& situation, const char* cable) {
  return situation.chain.cable(CableId(cable)) != nullptr;
}

TEST_F(HuntAtADesk, ProposesTheMostWorthwhileFirstAndNothingThatTellsNothing) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  ASSERT_FALSE(hunt.proposals().empty());
  double last = hunt.proposals().front().worth;
  for (const ProposedStep& one : hunt.proposals()) {
    EXPECT_LE(one.worth, last);
    EXPECT_GE(one.gainBits, 0.03);
    EXPECT_NEAR(one.worth, one.gainBits / (one.step.minutes + minutesFor(one.step.cost)), 1e-12);
    last = one.worth;
  }
  EXPECT_EQ(hunt.conclusion().kind, Conclusion::Kind::goesOn);
}

TEST_F(HuntAtADesk, FreeStepsComeBeforePurchases) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  const auto isBorrowed = [](const ProposedStep& one) {
    return one.step.cost == chain::Cost::purchase;
  };
  const auto& all = hunt.proposals();
  const auto first = std::find_if(all.begin(), all.end(), isBorrowed);
  EXPECT_NE(first, all.begin());
  EXPECT_FALSE(isBorrowed(all.front()));
}

TEST_F(HuntAtADesk, NamesTheEarthedMonitorAndItsCureFromWhatIsHeard) {
  // The loop through the right monitor: from its outlet through its cable, the amplifier, the
  // interface and USB to the computer. Nothing of the model's own is asked.
  testing::Listener listener;
  listener.levelIn = [](const chain::Situation& now) {
    const bool isClosed = isIn(now, "l30-ii-to-t7v-right") && isIn(now, "zen-go-to-l30-ii") &&
                          now.isolated.empty() && now.dummies.empty() && now.volumeDown.empty() &&
                          now.switchedOff.empty();
    const auto lead = std::find_if(
        now.chain.powerLeads.begin(), now.chain.powerLeads.end(),
        [](const chain::PowerLead& one) { return one.id.text() == "t7v-right-power"; });
    if (!isClosed) return DecibelsFs::silence();
    return lead->from.text() == "other-wall" ? kHum : kHum - 18_dB;
  };
  const int steps = listener.hunt(hunt, shippedProfile);
  EXPECT_LE(steps, 4);
  const Conclusion& end = hunt.conclusion();
  ASSERT_EQ(end.kind, Conclusion::Kind::found);
  EXPECT_EQ(end.remaining.front().cause, Cause::groundLoop);
  EXPECT_THAT(end.remaining.front().where,
              ::testing::Contains(Place(CableId("l30-ii-to-t7v-right"))));
  EXPECT_EQ(end.cures.front().action, "use-one-strip");
}

TEST_F(HuntAtADesk, EndsAtOnceWhereThereIsNothing) {
  hunt.begin(heardOf(Cause::groundLoop, DecibelsFs::silence()));
  EXPECT_EQ(hunt.conclusion().kind, Conclusion::Kind::nothing);
  EXPECT_TRUE(hunt.proposals().empty());
}

TEST_F(HuntAtADesk, WhatWasSkippedIsNotProposedAgainButNamedAtAnOpenEnd) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  int skipped = 0;
  while (!hunt.proposals().empty() && skipped < 200) {
    const Step step = hunt.proposals().front().step;
    hunt.skip(step);
    for (const ProposedStep& one : hunt.proposals()) EXPECT_NE(one.step, step);
    ++skipped;
  }
  ASSERT_EQ(hunt.conclusion().kind, Conclusion::Kind::open);
  EXPECT_GT(hunt.conclusion().remaining.size(), 1U);
  EXPECT_GE(hunt.conclusion().wouldTell.size(), 3U);
}

TEST_F(HuntAtADesk, UndoTakesAStepBackAndASkipToo) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  const auto before = hunt.suspects();
  const auto proposals = hunt.proposals();
  const auto situation = hunt.situation();
  hunt.measured(proposals.front().step, heardOf(Cause::groundLoop, DecibelsFs::silence()));
  EXPECT_NE(hunt.suspects(), before);
  hunt.skip(proposals.back().step);
  EXPECT_TRUE(hunt.undo());
  EXPECT_TRUE(hunt.undo());
  EXPECT_EQ(hunt.suspects(), before);
  EXPECT_EQ(hunt.proposals(), proposals);
  EXPECT_EQ(hunt.situation(), situation);
  EXPECT_FALSE(hunt.undo());
  EXPECT_EQ(hunt.entries().size(), 1U);
}

TEST_F(HuntAtADesk, APlugWithWhichTheHumWentGoesInAgainAndOneThatChangedNothingMayStayOut) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  const Step left = makeStep(StepAction::unplugCable, {Place(CableId("l30-ii-to-t7v-left"))});
  hunt.measured(left, heardOf(Cause::groundLoop, kHum));
  EXPECT_TRUE(hunt.toPutBack().empty());
  EXPECT_THAT(hunt.standing(), ::testing::ElementsAre(left));
  const Step line = makeStep(StepAction::unplugCable, {Place(CableId("zen-go-to-l30-ii"))});
  hunt.measured(line, heardOf(Cause::groundLoop, DecibelsFs::silence()));
  EXPECT_THAT(hunt.toPutBack(), ::testing::ElementsAre(line));
  hunt.putBack(line);
  EXPECT_TRUE(hunt.toPutBack().empty());
  EXPECT_TRUE(isIn(hunt.situation(), "zen-go-to-l30-ii"));
  EXPECT_FALSE(isIn(hunt.situation(), "l30-ii-to-t7v-left"));
}

TEST_F(HuntAtADesk, WhitlocksStepsComeOneAfterTheOtherAndOnlyWhileItIsQuiet) {
  const Place line(CableId("zen-go-to-l30-ii"));
  const std::vector<Place> where{line, Place(chain::DeviceId("l30-ii"))};
  const auto proposes = [&](StepAction action) {
    const auto actions = proposed();
    return std::find(actions.begin(), actions.end(), action) != actions.end();
  };
  hunt.begin(heardOf(Cause::groundLoop, kHum, 0.5));
  EXPECT_TRUE(proposes(StepAction::dummyInReceiver));
  EXPECT_FALSE(proposes(StepAction::dummyOnLooseEnd));
  EXPECT_FALSE(proposes(StepAction::dummyInSender));
  hunt.measured(makeStep(StepAction::dummyInReceiver, where), heardOf(Cause::groundLoop, kHum));
  EXPECT_FALSE(proposes(StepAction::dummyAndCable));
  EXPECT_FALSE(proposes(StepAction::dummyOnLooseEnd));
}

TEST_F(HuntAtADesk, ProposesALongerCaptureWhereNothingCouldBeTold) {
  hunt.begin(heardOf(Cause::groundLoop, DecibelsFs::of(-114.0)));
  Diagnosis unsure = heardOf(Cause::groundLoop, DecibelsFs::of(-113.5));
  unsure.evidence.signatures.front().standardError = Decibels::of(3.0);
  const auto before = hunt.suspects();
  hunt.measured(makeStep(StepAction::unplugCable, {Place(CableId("zen-go-to-l30-ii"))}), unsure);
  ASSERT_TRUE(hunt.entries().back().change);
  EXPECT_EQ(hunt.entries().back().change->verdict, ChangeVerdict::cannotTell);
  EXPECT_THAT(proposed(), ::testing::Contains(StepAction::captureLonger));
}

TEST_F(HuntAtADesk, ALongerCaptureTakesThePlaceOfTheOneBefore) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  const Step step = makeStep(StepAction::unplugCable, {Place(CableId("zen-go-to-l30-ii"))});
  Hunt direct = hunt;
  direct.measured(step, heardOf(Cause::groundLoop, DecibelsFs::silence()));
  Diagnosis unsure = heardOf(Cause::groundLoop, DecibelsFs::of(-71.0));
  unsure.evidence.signatures.front().standardError = Decibels::of(6.0);
  hunt.measured(step, unsure);
  hunt.measured(makeStep(StepAction::captureLonger),
                heardOf(Cause::groundLoop, DecibelsFs::silence()));
  ASSERT_EQ(hunt.suspects().size(), direct.suspects().size());
  for (std::size_t i = 0; i < hunt.suspects().size(); ++i) {
    EXPECT_NEAR(hunt.suspects()[i].probability, direct.suspects()[i].probability, 1e-9);
  }
}

TEST_F(HuntAtADesk, BeginsAnew) {
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  const auto first = hunt.suspects();
  hunt.measured(hunt.proposals().front().step, heardOf(Cause::groundLoop, kHum));
  hunt.begin(heardOf(Cause::groundLoop, kHum));
  EXPECT_EQ(hunt.suspects(), first);
  EXPECT_EQ(hunt.entries().size(), 1U);
  EXPECT_TRUE(hunt.standing().empty());
}

}  // namespace
}  // namespace linecheck::diagnosis
