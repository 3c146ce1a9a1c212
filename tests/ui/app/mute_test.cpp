#include <gtest/gtest.h>

#include <QLabel>
#include <QStatusBar>
#include <algorithm>

#include "ui/app/main_window_fixture.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using testing::waitUntil;

class MuteTest : public MainWindowTest {
 protected:
  MuteTest() {
    begin();
    QObject::connect(&session, &Session::frameArrived, &window,
                     [this](const measure::SpectrumFrame& frame) { rms = frame.rms.value(); });
  }
  [[nodiscard]] bool waitForTone() const {
    return waitUntil([&] { return rms > -40.0; });
  }
  [[nodiscard]] bool waitForSilence() const {
    return waitUntil([&] { return rms < -60.0; });
  }

  double rms = 0.0;
};

TEST_F(MuteTest, AToneIsSilentWhileMutedAndComesBack) {
  ASSERT_TRUE(waitForVerdict(Cause::noHum));
  action(QStringLiteral("Play a test tone"))->trigger();
  ASSERT_TRUE(waitForTone());
  window.perform(midi::Action::mute);
  EXPECT_TRUE(session.isMuted());
  ASSERT_TRUE(waitForSilence());
  window.perform(midi::Action::mute);
  EXPECT_TRUE(waitForTone());
}

TEST_F(MuteTest, AToneThatIsBegunWhileMutedWaits) {
  ASSERT_TRUE(waitForVerdict(Cause::noHum));
  action(QStringLiteral("Mute what"))->trigger();
  action(QStringLiteral("Play a test tone"))->trigger();
  verdict.reset();
  ASSERT_TRUE(waitUntil([&] { return verdict.has_value(); }));
  EXPECT_LT(rms, -60.0);
  action(QStringLiteral("Mute what"))->trigger();
  EXPECT_TRUE(waitForTone());
}

TEST_F(MuteTest, WhatWasStoppedDoesNotComeBack) {
  ASSERT_TRUE(waitForVerdict(Cause::noHum));
  action(QStringLiteral("Play a test tone"))->trigger();
  ASSERT_TRUE(waitForTone());
  window.perform(midi::Action::mute);
  ASSERT_TRUE(waitForSilence());
  action(QStringLiteral("Play a test tone"))->trigger();
  window.perform(midi::Action::mute);
  verdict.reset();
  ASSERT_TRUE(waitUntil([&] { return verdict.has_value(); }));
  EXPECT_LT(rms, -60.0);
}

TEST_F(MuteTest, AMeasurementEndsAndNoneBegins) {
  window.showPage(Page::levels);
  ASSERT_TRUE(window.measure(QStringLiteral("distortion"), LoudOnes::leaveOut));
  ASSERT_TRUE(waitUntil([&] { return session.isMeasuring(); }));
  window.perform(midi::Action::mute);
  ASSERT_TRUE(waitUntil([&] { return !session.isMeasuring(); }));
  const auto begun = session.beginMeasuring();
  ASSERT_FALSE(begun);
  EXPECT_NE(begun.error().what.find("muted"), std::string::npos);
}

TEST_F(MuteTest, TheStatusLineSaysSo) {
  const auto isSaid = [this] {
    const auto labels = window.statusBar()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->isVisible() && label->text().contains(QStringLiteral("Muted"));
    });
  };
  EXPECT_FALSE(isSaid());
  window.perform(midi::Action::mute);
  EXPECT_TRUE(isSaid());
  EXPECT_TRUE(action(QStringLiteral("Mute what"))->isChecked());
  window.perform(midi::Action::mute);
  EXPECT_FALSE(isSaid());
}

}  // namespace
}  // namespace linecheck::ui
