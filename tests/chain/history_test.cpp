#include "chain/history.h"

#include <gtest/gtest.h>

#include "support/chain/edit_fixtures.h"

namespace linecheck::chain {
namespace {

using testing::Editing;

struct HistoryTest : ::testing::Test {
  Editing editing;
  History& history = editing.history;
  DeviceId amplifier = editing.add("amplifier");

  Edit turn(double travel) const {
    return changeSetting(editing.desk(), amplifier, "volume", Travel{travel}).value();
  }
  Edit flick(const std::string& position) const {
    return changeSetting(editing.desk(), amplifier, "gain", Position{position}).value();
  }
};

TEST_F(HistoryTest, GoesBackAndForth) {
  const Chain before = history.chain();
  history.apply(turn(0.5));
  const Chain after = history.chain();
  ASSERT_NE(before, after);
  ASSERT_NE(history.nextUndo(), nullptr);
  EXPECT_EQ(history.nextUndo()->kind, EditKind::changeSetting);
  EXPECT_EQ(history.nextUndo()->subject, "Acme amplifier: volume");
  EXPECT_EQ(history.nextRedo(), nullptr);

  EXPECT_TRUE(history.undo());
  EXPECT_EQ(history.chain(), before);
  ASSERT_NE(history.nextRedo(), nullptr);
  EXPECT_EQ(history.nextRedo()->kind, EditKind::changeSetting);
  EXPECT_TRUE(history.redo());
  EXPECT_EQ(history.chain(), after);
  EXPECT_FALSE(history.redo());
}

TEST_F(HistoryTest, EndsAtItsBeginning) {
  EXPECT_TRUE(history.undo());
  EXPECT_EQ(history.chain(), Chain{});
  EXPECT_FALSE(history.undo());
  EXPECT_EQ(history.nextUndo(), nullptr);
}

TEST_F(HistoryTest, ForgetsWhatWasUndoneOnceSomethingElseIsDone) {
  history.apply(turn(0.5));
  history.undo();
  history.apply(flick("HIGH"));
  EXPECT_EQ(history.nextRedo(), nullptr);
  EXPECT_FALSE(history.redo());
  history.undo();
  EXPECT_TRUE(history.chain().devices.front().settings.empty());
}

TEST_F(HistoryTest, TakesNoEditThatChangesNothing) {
  history.apply(turn(0.5));
  history.undo();
  history.apply(changeMains(editing.desk(), history.chain().mains).value());
  EXPECT_NE(history.nextRedo(), nullptr);
  EXPECT_EQ(history.nextUndo()->kind, EditKind::addDevice);
}

TEST_F(HistoryTest, MakesOneStepOfAKnobBeingTurned) {
  const Chain before = history.chain();
  for (const double travel : {0.1, 0.2, 0.3}) history.applyMerged(turn(travel));
  EXPECT_EQ(history.chain().devices.front().settings.at("volume"), Setting(Travel{0.3}));
  history.undo();
  EXPECT_EQ(history.chain(), before);
  history.redo();
  EXPECT_EQ(history.chain().devices.front().settings.at("volume"), Setting(Travel{0.3}));
}

TEST_F(HistoryTest, MakesOneStepOfACardBeingDragged) {
  const Chain before = history.chain();
  for (const double x : {1.0, 2.0, 3.0}) {
    history.applyMerged(moveCard(editing.desk(), {amplifier, x, 5.0}).value());
  }
  EXPECT_EQ(history.chain().cardPlaces, (std::vector<CardPlace>{{amplifier, 3.0, 5.0}}));
  history.undo();
  EXPECT_EQ(history.chain(), before);
}

TEST_F(HistoryTest, KeepsDifferentControlsApart) {
  history.applyMerged(turn(0.1));
  history.applyMerged(flick("HIGH"));
  history.undo();
  EXPECT_EQ(history.chain().devices.front().settings.size(), 1U);
}

TEST_F(HistoryTest, KeepsDevicesOfOneNameApart) {
  const DeviceId other = editing.add("amplifier");
  const Chain before = history.chain();
  history.applyMerged(turn(0.1));
  const Chain between = history.chain();
  history.applyMerged(changeSetting(editing.desk(), other, "volume", Travel{0.2}).value());
  history.undo();
  EXPECT_EQ(history.chain(), between);
  history.undo();
  EXPECT_EQ(history.chain(), before);
}

TEST_F(HistoryTest, MergesNothingAcrossAnUndo) {
  history.applyMerged(turn(0.1));
  history.applyMerged(flick("HIGH"));
  history.undo();
  history.applyMerged(turn(0.2));
  history.undo();
  EXPECT_EQ(history.chain().devices.front().settings.at("volume"), Setting(Travel{0.1}));

  history.undo();
  history.redo();
  history.applyMerged(turn(0.4));
  history.undo();
  EXPECT_EQ(history.chain().devices.front().settings.at("volume"), Setting(Travel{0.1}));
}

TEST_F(HistoryTest, MergesNothingAcrossASave) {
  history.applyMerged(turn(0.1));
  history.markSaved();
  history.applyMerged(turn(0.2));
  history.applyMerged(turn(0.3));
  EXPECT_FALSE(history.isSaved());
  history.undo();
  EXPECT_TRUE(history.isSaved());
  EXPECT_EQ(history.chain().devices.front().settings.at("volume"), Setting(Travel{0.1}));
}

TEST_F(HistoryTest, LosesAStepThatLedBackToWhereItBegan) {
  history.apply(flick("LOW"));
  history.apply(turn(0.5));
  history.markSaved();
  history.applyMerged(turn(0.6));
  history.applyMerged(turn(0.5));
  EXPECT_TRUE(history.isSaved());
  EXPECT_EQ(history.nextUndo()->subject, "Acme amplifier: volume");
  history.applyMerged(turn(0.7));
  history.undo();
  EXPECT_TRUE(history.isSaved()) << "the step before is the saved one and stays whole";
  history.undo();
  EXPECT_EQ(history.nextUndo()->subject, "Acme amplifier: gain");
}

TEST_F(HistoryTest, KnowsTheSavedChain) {
  EXPECT_FALSE(history.isSaved());
  history.markSaved();
  EXPECT_TRUE(history.isSaved());
  history.apply(turn(0.5));
  EXPECT_FALSE(history.isSaved());
  history.undo();
  EXPECT_TRUE(history.isSaved());
  history.undo();
  EXPECT_FALSE(history.isSaved());
  history.redo();
  EXPECT_TRUE(history.isSaved());
}

TEST_F(HistoryTest, KnowsThatTheSavedChainCannotBeReachedAnyMore) {
  history.apply(turn(0.5));
  history.markSaved();
  history.undo();
  history.apply(flick("HIGH"));
  EXPECT_FALSE(history.isSaved());
  history.undo();
  EXPECT_FALSE(history.isSaved());
  history.redo();
  EXPECT_FALSE(history.isSaved());
}

TEST(History, BeginsSaved) {
  Chain chain;
  chain.name = "Desk";
  const History history(chain);
  EXPECT_TRUE(history.isSaved());
  EXPECT_EQ(history.chain(), chain);
}

}  // namespace
}  // namespace linecheck::chain
