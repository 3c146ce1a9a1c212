#include <gtest/gtest.h>

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "levels/checkup_table.h"
#include "levels/measurement_list.h"
#include "levels/run_panel.h"
#include "pages/levels_page.h"
#include "ui/app/main_window_fixture.h"
#include "widgets/device_bar.h"

namespace linecheck::ui {
namespace {

using testing::waitUntil;

/// The check-up on the page Levels, on the simulated studio.
class LevelsCheckupTest : public MainWindowTest {
 protected:
  LevelsCheckupTest() {
    window.showPage(Page::levels);
    begin();
    page().choose(QStringLiteral("all"));
  }

  [[nodiscard]] LevelsPage& page() const { return *window.findChild<LevelsPage*>(); }
  template <class T>
  [[nodiscard]] T& on() const {
    return *page().findChild<T*>();
  }
  [[nodiscard]] const BannerState& banner() const { return on<VerdictBanner>().state(); }
  [[nodiscard]] bool waitForQuestion() const {
    return waitUntil([&] { return page().checkup().state() == Checkup::State::asks; });
  }
  void click(const QString& text) const {
    for (auto* button : on<RunPanel>().findChildren<QPushButton*>()) {
      if (button->text() == text) return button->click();
    }
    ADD_FAILURE() << "No button " << text.toStdString();
  }
  [[nodiscard]] bool waitForIdle() const {
    // A whole check-up is minutes of sound, which a busy machine takes its time for.
    constexpr int kMilliseconds = 200'000;
    return QTest::qWaitFor([&] { return page().checkup().isIdle() && page().current().isIdle(); },
                           kMilliseconds);
  }
};

TEST_F(LevelsCheckupTest, TheLoudOnesAreAskedAboutOnceBeforeAnythingIsPlayed) {
  on<RunPanel>().press();
  ASSERT_TRUE(waitForQuestion());
  EXPECT_FALSE(session.isMeasuring());
  EXPECT_EQ(banner().sentence, u"Include the loud ones?");
  EXPECT_EQ(on<MeasurementList>().state(nullptr), RunState::waiting);
  bool hasAskedAgain = false;
  QObject::connect(&page().current(), &MeasurementRun::stateChanged, &page(), [&] {
    hasAskedAgain = hasAskedAgain || page().current().state() == MeasurementRun::State::asksConsent;
  });
  click(QStringLiteral("Without them"));
  ASSERT_TRUE(waitForIdle());
  EXPECT_FALSE(hasAskedAgain);
  for (const Checkup::Entry& entry : page().checkup().entries()) {
    EXPECT_EQ(entry.state, entry.isLoud ? RunState::leftOut : RunState::done)
        << entry.procedure->id();
  }
  EXPECT_GT(page().checkup().loudCount(), 0U);
  EXPECT_EQ(banner().tone, BannerState::Tone::good);
}

TEST_F(LevelsCheckupTest, TheQuietOnesComeFirst) {
  page().run();
  ASSERT_TRUE(waitForQuestion());
  const auto& entries = page().checkup().entries();
  EXPECT_FALSE(entries.front().isLoud);
  EXPECT_TRUE(std::is_partitioned(entries.begin(), entries.end(),
                                  [](const auto& entry) { return !entry.isLoud; }));
}

TEST_F(LevelsCheckupTest, EscapeAtTheQuestionRunsNothing) {
  const QSignalSpy over(&page(), &LevelsPage::idle);
  page().run();
  ASSERT_TRUE(waitForQuestion());
  QTest::keyClick(&window, Qt::Key_Escape);
  ASSERT_TRUE(waitUntil([&] { return over.count() > 0; }));
  EXPECT_TRUE(page().history().runs().empty());
  EXPECT_EQ(on<MeasurementList>().state(nullptr), RunState::notRun);
  EXPECT_FALSE(on<CheckupTable>().isVisible());
}

TEST_F(LevelsCheckupTest, StoppedItShowsWhatWasFinishedAndARowLeadsToIt) {
  page().run(LoudOnes::leaveOut);
  ASSERT_TRUE(waitUntil([&] { return page().history().runs().size() >= 2; }));
  session.stopEverything();
  ASSERT_TRUE(waitForIdle());
  EXPECT_TRUE(banner().sentence.startsWith(QStringLiteral("Stopped after ")));
  EXPECT_EQ(on<MeasurementList>().state(nullptr), RunState::partial);
  auto& table = on<CheckupTable>();
  ASSERT_TRUE(table.isVisible());
  EXPECT_EQ(static_cast<std::size_t>(table.rowCount()), page().checkup().entries().size());
  EXPECT_EQ(table.item(0, 1)->text(), u"Done");
  EXPECT_TRUE(table.item(1, 2)->text().startsWith(QStringLiteral("Noise, A-weighted: ")));
  Q_EMIT table.cellClicked(1, 0);
  EXPECT_EQ(on<MeasurementList>().current(), page().checkup().entries()[1].procedure);
  EXPECT_FALSE(table.isVisible());
}

TEST_F(LevelsCheckupTest, WithNobodyToAskALoudMeasurementEndsUnplayed) {
  page().choose(QStringLiteral("headroom"));
  const QSignalSpy over(&page(), &LevelsPage::idle);
  page().run(LoudOnes::leaveOut);
  ASSERT_TRUE(waitUntil([&] { return over.count() > 0; }));
  EXPECT_TRUE(page().history().runs().empty());
}

TEST_F(LevelsCheckupTest, WithNobodyToAskWhatHasToBeToldEndsItToo) {
  page().choose(QStringLiteral("output-impedance"));
  const QSignalSpy over(&page(), &LevelsPage::idle);
  page().run(LoudOnes::leaveOut);
  EXPECT_TRUE(waitUntil([&] { return over.count() > 0; }));
}

TEST_F(LevelsCheckupTest, DevicesAreShownAndFixedWhileItIsMeasured) {
  auto& bar = on<DeviceBar>();
  const auto boxes = bar.findChildren<QComboBox*>();
  ASSERT_FALSE(boxes.isEmpty());
  EXPECT_TRUE(boxes.front()->isEnabled());
  page().choose(QStringLiteral("path"));
  page().run();
  for (const auto* box : boxes) EXPECT_FALSE(box->isEnabled());
  ASSERT_TRUE(waitForIdle());
  for (const auto* box : boxes) EXPECT_TRUE(box->isEnabled());
}

}  // namespace
}  // namespace linecheck::ui
