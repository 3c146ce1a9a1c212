#include <gtest/gtest.h>

#include <QPushButton>
#include <QStatusBar>
#include <algorithm>
#include <map>

#include "hum/hunt_pane.h"
#include "levels/level_match_dialog.h"
#include "levels/level_match_pane.h"
#include "levels/measurement_list.h"
#include "midi/fake_driver.h"
#include "midi/midi_dialog.h"
#include "midi/remote_link.h"
#include "pages/levels_page.h"
#include "setup/step.h"
#include "simulation/example_desk.h"
#include "support/chain/shipped_desk.h"
#include "support/temporary_folder.h"
#include "ui/app/main_window_fixture.h"
#include "wizard/match_panel.h"
#include "wizard/setup_model.h"
#include "wizard/setup_page.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using midi::Action;
using midi::testing::Bell;
using midi::testing::Bytes;
using midi::testing::FakeSystem;
using midi::testing::port;
using midi::testing::portId;
using simulation::Fault;
using Stage = HuntStand::Stage;
using testing::waitUntil;

constexpr std::uint8_t kFirstPad = 36;
constexpr Action kActions[] = {Action::nextStep,  Action::skipStep,      Action::undoStep,
                               Action::startStop, Action::markA,         Action::markB,
                               Action::mute,      Action::stopEverything};

std::uint8_t padOf(Action action) {
  const auto* found = std::find(std::begin(kActions), std::end(kActions), action);
  return static_cast<std::uint8_t>(kFirstPad + (found - std::begin(kActions)));
}

/// The window with a controller of eight pads, one for each action.
class RemoteInWindowTest : public MainWindowTest {
 protected:
  RemoteInWindowTest() {
    system.setPorts({{port("Pads", "Pads")}, {port("Pads", "Pads")}});
    midi::RemoteSetup setup;
    for (const Action action : kActions) {
      setup.bindings.add({action, portId("Pads"), {midi::MessageKind::noteOn, 1, padOf(action)}});
    }
    EXPECT_TRUE(midi::saveFile(folder.path() / "midi.json", setup));
    link = std::make_unique<RemoteLink>(system.driver(), folder.path());
    QObject::connect(link.get(), &RemoteLink::pressed, &window, [this] { ++arrived; });
    window.useRemote(*link);
    EXPECT_TRUE(waitUntil([&] { return system.isOpen(portId("Pads")); }));
  }

  /// Pad down and up; back when the window has done what it says.
  void press(Action action) {
    // One pad acts once in so long, whatever is pressed.
    ASSERT_TRUE(waitUntil([&] { return clock.now() >= free[action]; }));
    const int before = arrived;
    ASSERT_TRUE(system.play(portId("Pads"), {0x90, padOf(action), 100}));
    ASSERT_TRUE(system.play(portId("Pads"), {0x80, padOf(action), 0}));
    ASSERT_TRUE(waitUntil([&] { return arrived > before; }));
    free[action] = clock.now() + midi::kRefractory;
  }
  [[nodiscard]] bool isLit(Action action) const {
    const auto sent = system.sent();
    for (auto one = sent.rbegin(); one != sent.rend(); ++one) {
      if (one->second.at(1) == padOf(action)) return one->second.at(2) > 0;
    }
    return false;
  }
  [[nodiscard]] Stage stage() const { return window.hunt().controller().stage(); }
  [[nodiscard]] bool waitForStep() const {
    return waitUntil([&] { return stage() == Stage::proposing || stage() == Stage::ended; });
  }
  void beginOnDesk() {
    document.replace(linecheck::testing::shippedDesk());
    begin({Fault::groundLoop});
    ASSERT_TRUE(waitForVerdict(Cause::groundLoop));
  }
  [[nodiscard]] std::size_t entries() const {
    const auto stand = window.hunt().controller().stand();
    return stand.hunt != nullptr ? stand.hunt->entries().size() : 0;
  }

  Bell bell;
  FakeSystem system{bell};
  linecheck::testing::TemporaryFolder folder;
  std::unique_ptr<RemoteLink> link;
  int arrived = 0;
  std::map<Action, Clock::Duration> free;
};

TEST_F(RemoteInWindowTest, APadLeadsThroughTheHunt) {
  beginOnDesk();
  press(Action::nextStep);
  ASSERT_TRUE(waitForStep());
  ASSERT_EQ(stage(), Stage::proposing);
  EXPECT_TRUE(waitUntil([&] { return isLit(Action::nextStep); }));
  const std::size_t before = entries();
  press(Action::nextStep);
  ASSERT_TRUE(waitUntil([&] { return entries() > before; }));
  ASSERT_TRUE(waitForStep());
  EXPECT_EQ(window.hunt().controller().stand().stepsDone, 1);
}

TEST_F(RemoteInWindowTest, HandsFreeASkippedStepIsUndone) {
  beginOnDesk();
  window.hunt().enterHandsFree();
  window.hunt().handsFree().setGoesOnByItself(false);
  press(Action::nextStep);
  ASSERT_TRUE(waitForStep());
  const QString first = window.hunt().handsFree().state().step.title;
  press(Action::skipStep);
  ASSERT_TRUE(waitUntil([&] { return window.hunt().handsFree().state().step.title != first; }));
  press(Action::undoStep);
  EXPECT_TRUE(waitUntil([&] { return window.hunt().handsFree().state().step.title == first; }));
  EXPECT_TRUE(window.hunt().handsFree().isVisible());
}

TEST_F(RemoteInWindowTest, MarksAreKeptAndLit) {
  beginOnDesk();
  EXPECT_FALSE(isLit(Action::markA));
  press(Action::markA);
  EXPECT_TRUE(the<SpectrumPlot>().overlays()[OverlaySlot::a]);
  EXPECT_FALSE(the<SpectrumPlot>().overlays()[OverlaySlot::b]);
  EXPECT_TRUE(waitUntil([&] { return isLit(Action::markA) && !isLit(Action::markB); }));
  press(Action::markB);
  EXPECT_TRUE(the<SpectrumPlot>().overlays()[OverlaySlot::b]);
}

TEST_F(RemoteInWindowTest, StartAndStopIsLitWhileItRuns) {
  begin();
  ASSERT_TRUE(waitUntil([&] { return isLit(Action::startStop); }));
  press(Action::startStop);
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning() && !isLit(Action::startStop); }));
  press(Action::startStop);
  EXPECT_TRUE(waitUntil([&] { return session.isRunning(); }));
}

TEST_F(RemoteInWindowTest, WhenTheProgramEndsPadsGoDark) {
  begin();
  ASSERT_TRUE(waitUntil([&] { return isLit(Action::startStop); }));
  QObject::disconnect(&session, nullptr, &window, nullptr);
  link.reset();
  EXPECT_FALSE(isLit(Action::startStop));
}

TEST_F(RemoteInWindowTest, StopEverythingStopsOnEveryPage) {
  for (const Page page : {Page::chain, Page::setup, Page::hum, Page::levels, Page::match}) {
    begin();
    window.showPage(page);
    ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
    press(Action::stopEverything);
    EXPECT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  }
}

TEST_F(RemoteInWindowTest, WhereAnActionHasNothingToDoTheWindowSaysSo) {
  window.showPage(Page::chain);
  press(Action::markA);
  EXPECT_TRUE(window.statusBar()->currentMessage().contains(QStringLiteral("Mark A")));
  window.showPage(Page::setup);
  window.statusBar()->clearMessage();
  press(Action::markB);
  EXPECT_TRUE(window.statusBar()->currentMessage().contains(QStringLiteral("page Hum")));
  window.showPage(Page::hum);
  window.statusBar()->clearMessage();
  press(Action::nextStep);
  EXPECT_TRUE(window.statusBar()->currentMessage().contains(QStringLiteral("Start first")));
}

TEST_F(RemoteInWindowTest, OnLevelsTheNextMeasurementIsChosenAndRun) {
  window.showPage(Page::levels);
  begin();
  auto& list = *window.findChild<MeasurementList*>();
  ASSERT_EQ(list.current(), nullptr);
  press(Action::nextStep);
  const auto* first = list.current();
  ASSERT_NE(first, nullptr);
  press(Action::nextStep);
  EXPECT_NE(list.current(), first);
  press(Action::undoStep);
  EXPECT_EQ(list.current(), first);
  press(Action::startStop);
  EXPECT_TRUE(waitUntil([&] { return session.isMeasuring(); }));
  press(Action::startStop);
  EXPECT_TRUE(waitUntil([&] { return !session.isMeasuring(); }));
}

TEST_F(RemoteInWindowTest, WhereTheSetUpMatchesLevelsMarksPlayOneSide) {
  document.replace(simulation::exampleDesk());
  begin();
  window.showPage(Page::setup);
  window.setup().model().go(setup::StepId::oneKnob);
  auto& panel = *window.findChild<MatchPanel*>();
  ASSERT_TRUE(panel.isVisible());
  // The desk cannot tell how loud it gets, or that it may be too loud: that is asked on the screen.
  press(Action::markB);
  if (!panel.pane().noise().isPlaying()) {
    panel.findChild<NoticeLine*>()->findChild<QPushButton*>()->click();
  }
  ASSERT_TRUE(panel.pane().noise().isPlaying());
  EXPECT_EQ(panel.pane().noise().side(), measure::MatchSide::b);
  press(Action::markA);
  EXPECT_EQ(panel.pane().noise().side(), measure::MatchSide::a);
  press(Action::startStop);
  EXPECT_TRUE(waitUntil([&] { return !panel.pane().noise().isPlaying(); }));
}

TEST_F(RemoteInWindowTest, WhileControlsAreLearntNothingButSilenceIsDone) {
  beginOnDesk();
  action(QStringLiteral("MIDI remote control"))->trigger();
  ASSERT_NE(window.findChild<MidiDialog*>(), nullptr);
  press(Action::nextStep);
  EXPECT_EQ(stage(), Stage::idle);
  press(Action::stopEverything);
  EXPECT_TRUE(waitUntil([&] { return !session.isRunning(); }));
}

}  // namespace
}  // namespace linecheck::ui
