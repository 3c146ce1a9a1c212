#include "levels/level_match_dialog.h"

#include <gtest/gtest.h>

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <algorithm>

#include "levels/harness_picture.h"
#include "pages/levels_page.h"
#include "ui/app/main_window_fixture.h"

namespace linecheck::ui {
namespace {

using measure::MatchSide;
using testing::waitUntil;

/// The dialog as the menu opens it, on the simulated studio.
class LevelMatchDialogTest : public MainWindowTest {
 protected:
  LevelMatchDialogTest() {
    window.showPage(Page::levels);
    begin();
    action(QStringLiteral("Match levels"))->trigger();
  }

  [[nodiscard]] LevelMatchDialog& dialog() const { return *window.findChild<LevelMatchDialog*>(); }
  [[nodiscard]] QPushButton* button(const QString& text) const {
    for (auto* one : dialog().findChildren<QPushButton*>()) {
      if (one->text() == text) return one;
    }
    ADD_FAILURE() << "No button " << text.toStdString();
    return nullptr;
  }
  void click(const char* text) const { button(QString::fromLatin1(text))->click(); }
  void read(const char* field, double value) const {
    for (auto* one : dialog().findChildren<QDoubleSpinBox*>()) {
      if (one->accessibleName() == QString::fromLatin1(field)) return one->setValue(value);
    }
    ADD_FAILURE() << "No field " << field;
  }
  [[nodiscard]] QString result() const {
    for (auto* label : dialog().findChildren<QLabel*>()) {
      if (label->accessibleDescription() == u"Result") return label->text();
    }
    return {};
  }
  [[nodiscard]] bool waitForSilence() const {
    return waitUntil([&] { return !dialog().noise().isPlaying() && !session.isMeasuring(); });
  }
};

TEST_F(LevelMatchDialogTest, ItShowsWhereTheMeterStandsAndIsSilent) {
  EXPECT_TRUE(dialog().isVisible());
  EXPECT_EQ(dialog().findChild<HarnessPicture*>()->view()->harness,
            measure::Harness::soundLevelMeter);
  EXPECT_FALSE(dialog().noise().isPlaying());
  EXPECT_FALSE(button(QStringLiteral("Stop"))->isEnabled());
}

TEST_F(LevelMatchDialogTest, EachSideIsPlayedUntilItIsStoppedAndListeningGoesOn) {
  ASSERT_TRUE(session.isRunning());
  click("Play A");
  EXPECT_TRUE(session.isMeasuring());
  click("Play B");
  EXPECT_TRUE(dialog().noise().isPlaying());
  EXPECT_EQ(dialog().noise().side(), MatchSide::b);
  click("Stop");
  ASSERT_TRUE(waitForSilence());
  EXPECT_TRUE(waitUntil([&] { return session.isRunning(); }));
}

TEST_F(LevelMatchDialogTest, EscapeStopsTheNoiseFirstAndClosesInSilence) {
  click("Play A");
  QTest::keyClick(&dialog(), Qt::Key_Escape);
  EXPECT_TRUE(dialog().isVisible());
  ASSERT_TRUE(waitForSilence());
  QTest::keyClick(&dialog(), Qt::Key_Escape);
  EXPECT_TRUE(waitUntil([&] { return window.findChild<LevelMatchDialog*>() == nullptr; }));
}

TEST_F(LevelMatchDialogTest, ClosedWhileItPlaysItFallsSilent) {
  click("Play B");
  click("Close");
  EXPECT_TRUE(waitUntil(
      [&] { return window.findChild<LevelMatchDialog*>() == nullptr && session.isRunning(); }));
  EXPECT_FALSE(session.isMeasuring());
}

TEST_F(LevelMatchDialogTest, TwoReadingsSayWhatToTurn) {
  read("Reading of A", 70.0);
  EXPECT_FALSE(dialog().difference());
  read("Reading of B", 74.5);
  ASSERT_TRUE(dialog().difference());
  EXPECT_NEAR(dialog().difference()->aOverB.value(), -4.5, 1e-9);
  EXPECT_TRUE(result().contains(QStringLiteral("Turn the monitors down by 4.5 dB.")));
}

TEST_F(LevelMatchDialogTest, AReadingInTheRoomsOwnNoiseIsRefused) {
  read("Reading of A", 70.0);
  read("Reading of B", 70.0);
  ASSERT_TRUE(dialog().difference());
  read("Reading in silence", 65.0);
  EXPECT_FALSE(dialog().difference());
  EXPECT_TRUE(result().contains(QStringLiteral("noise")));
}

TEST_F(LevelMatchDialogTest, TheLevelIsToldAndALoudOneIsAskedForFirst) {
  const auto labels = dialog().findChildren<QLabel*>();
  const auto tells = [&](const char* level) {
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
      return label->text().contains(QString::fromUtf8(level));
    });
  };
  EXPECT_TRUE(tells("\u221234 dBFS RMS"));
  auto* level = dialog().findChild<QSpinBox*>();
  ASSERT_NE(level, nullptr);
  EXPECT_EQ(level->maximum(), -20);
  level->setValue(-24);
  click("Play A");
  EXPECT_FALSE(dialog().noise().isPlaying());
  auto& question = *dialog().findChild<NoticeLine*>();
  EXPECT_TRUE(question.isVisible());
  EXPECT_TRUE(question.text().contains(QStringLiteral("\u221212 dBFS")))
      << question.text().toStdString();
  click("Done, play it");
  EXPECT_TRUE(dialog().noise().isPlaying());
  EXPECT_FALSE(level->isEnabled());
}

TEST_F(LevelMatchDialogTest, MutedItIsSilentAndGoesOnAfterwards) {
  click("Play A");
  session.setMuted(true);
  EXPECT_TRUE(dialog().noise().isPlaying());
  EXPECT_TRUE(session.isMeasuring());
  session.setMuted(false);
  EXPECT_TRUE(dialog().noise().isPlaying());
}

TEST_F(LevelMatchDialogTest, AReadingTooLoudToListenToIsRefused) {
  read("Reading of A", 70.0);
  read("Reading of B", 120.0);
  EXPECT_FALSE(dialog().difference());
  EXPECT_TRUE(result().contains(QStringLiteral("Too loud")));
}

// A listener who hears A 6 dB above B answers the attenuations 0, 12, 6.
TEST_F(LevelMatchDialogTest, ByEarTheAnswersSayWhatToTurn) {
  dialog().findChild<QTabWidget*>()->setCurrentIndex(1);
  EXPECT_FALSE(button(QStringLiteral("A louder"))->isEnabled());
  click("Play A");
  click("A louder");
  click("B louder");
  EXPECT_FALSE(dialog().difference());
  click("Equal");
  ASSERT_TRUE(dialog().difference());
  EXPECT_NEAR(dialog().difference()->aOverB.value(), 6.0, 1e-9);
  EXPECT_TRUE(result().contains(QStringLiteral("Turn the headphones down by 6.0 dB.")));
  EXPECT_FALSE(button(QStringLiteral("Equal"))->isEnabled());
  click("Begin anew");
  EXPECT_FALSE(dialog().difference());
  EXPECT_TRUE(button(QStringLiteral("Equal"))->isEnabled());
}

TEST_F(LevelMatchDialogTest, ByEarNoMeterIsAskedFor) {
  const auto asks = [this] {
    if (dialog().findChild<HarnessPicture*>()->isVisible()) return true;
    const auto labels = dialog().findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
      return label->isVisible() && label->text().contains(QStringLiteral("meter"));
    });
  };
  EXPECT_TRUE(asks());
  dialog().findChild<QTabWidget*>()->setCurrentIndex(1);
  EXPECT_FALSE(asks());
}

TEST_F(LevelMatchDialogTest, AMeasurementUnderWayIsNotDisturbed) {
  ASSERT_TRUE(session.beginMeasuring());
  click("Play A");
  EXPECT_FALSE(dialog().noise().isPlaying());
  EXPECT_TRUE(session.isMeasuring());
  session.endMeasuring();
}

}  // namespace
}  // namespace linecheck::ui
