// What the set-up plays and listens to.
#include <gtest/gtest.h>

#include "ui/wizard/setup_page_fixture.h"
#include "wizard/checklist_panel.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::waitUntil;
using setup::State;
using setup::StepId;
using simulation::Fault;

TEST_F(SetupPageTest, ALoudMeasurementPlaysNothingBeforeTheUserAgrees) {
  open("zen-go-l30-ii");
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  go(StepId::audioInterface);
  press(QStringLiteral("Measure the headroom"));
  ASSERT_TRUE(waitUntil([&] {
    if (page().run().stage() == SetupRun::Stage::asksHeadphones) page().run().answer(true);
    return page().run().stage() == SetupRun::Stage::asksConsent;
  }));
  EXPECT_TRUE(page().run().text().contains(QStringLiteral("0 dBFS")));
  press(QStringLiteral("Not now"));
  ASSERT_TRUE(waitUntil([&] { return page().run().isIdle(); }));
  EXPECT_FALSE(model().readings().level);
}

TEST_F(SetupPageTest, StoppingEverythingEndsAMeasurementAndAllThatWouldFollow) {
  open("zen-go-l30-ii");
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  go(StepId::checklist);
  auto* list = page().findChild<ChecklistPanel*>();
  const QSignalSpy measured(list, &ChecklistPanel::measured);
  press(QStringLiteral("Measure all again"));
  session.stopEverything();
  ASSERT_TRUE(waitUntil([&] { return measured.count() == 1; }));
  EXPECT_TRUE(page().run().isIdle());
  EXPECT_FALSE(page().noise().isListening());
  EXPECT_TRUE(waitUntil([&] { return !session.isRunning(); }));
}

TEST_F(SetupPageTest, HumLeadsIntoTheHunt) {
  open("zen-go-l30-ii");
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  studio->faults().set(Fault::groundLoop, true);
  go(StepId::noise);
  listen();
  EXPECT_EQ(stateOf(StepId::noise), State::wrong);
  const QSignalSpy wanted(&page(), &SetupPage::huntWanted);
  press(QStringLiteral("Hunt it"));
  EXPECT_EQ(wanted.count(), 1);
}

TEST_F(SetupPageTest, MeasuringAllAgainSaysWhatHasMoved) {
  open("zen-go-l30-ii");
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  go(StepId::computer);
  ASSERT_TRUE(waitUntil([&] { return model().readings().system.has_value(); }));
  measure(QStringLiteral("Check the path"));
  go(StepId::checklist);
  auto* list = page().findChild<ChecklistPanel*>();
  const QSignalSpy measured(list, &ChecklistPanel::measured);
  const auto again = [&] {
    press(QStringLiteral("Measure all again"));
    return waitUntil([&, before = measured.count()] {
      const auto stage = page().run().stage();
      if (stage == SetupRun::Stage::asksConsent) page().run().answer(false);
      if (stage == SetupRun::Stage::asksHeadphones) page().run().answer(true);
      return measured.count() > before;
    });
  };
  ASSERT_TRUE(again());
  EXPECT_EQ(list->changesText(), QStringLiteral("Nothing has moved since the last time."));
  studio->faults().set(Fault::volumeSlider, true);
  ASSERT_TRUE(again());
  EXPECT_TRUE(list->changesText().contains(QStringLiteral("6.0")))
      << list->changesText().toStdString();
}

}  // namespace
}  // namespace linecheck::ui
