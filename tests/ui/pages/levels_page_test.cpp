#include "pages/levels_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>

#include "levels/figure_table.h"
#include "levels/measurement_list.h"
#include "levels/parameter_form.h"
#include "levels/path_details.h"
#include "levels/run_panel.h"
#include "levels/trace_panel.h"
#include "measure/capture_file.h"
#include "measure/saved_reading.h"
#include "plots/chart_plot.h"
#include "support/shared_clock.h"
#include "support/temporary_folder.h"
#include "ui/app/main_window_fixture.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;
using testing::waitUntil;
using State = MeasurementRun::State;

/// The window with the page Levels in front, on the simulated studio.
class LevelsPageTest : public MainWindowTest {
 protected:
  LevelsPageTest() {
    window.showPage(Page::levels);
    begin();
  }

  [[nodiscard]] LevelsPage& page() const { return *window.findChild<LevelsPage*>(); }
  template <class T>
  [[nodiscard]] T& on() const {
    return *page().findChild<T*>();
  }
  [[nodiscard]] const BannerState& banner() const { return on<VerdictBanner>().state(); }
  [[nodiscard]] RunState stateOf(const char* id) const {
    return on<MeasurementList>().state(measure::findProcedure(id));
  }
  void set(const char* parameter, const char* value) const {
    on<ParameterForm>().setField(parameter, QString::fromLatin1(value));
  }
  [[nodiscard]] bool waitForIdle() const {
    return waitUntil([&] { return page().current().isIdle(); });
  }
  /// Chooses a measurement, makes it short where it can be, and runs it to its end.
  [[nodiscard]] bool measure(const char* id, const char* seconds = "1") const {
    if (!page().choose(QString::fromLatin1(id))) return false;
    set("seconds", seconds);
    page().run();
    return !page().current().isIdle() && waitForIdle();
  }
  /// A sweep over levels that stay where nobody needs to be asked.
  [[nodiscard]] bool measureCurve() const {
    page().choose(QStringLiteral("level-steps"));
    set("from", "-60");
    set("to", "-30");
    set("step", "10");
    return measure("level-steps", "0.15");
  }
  [[nodiscard]] QString cell(int row, int column) const {
    return on<FigureTable>().figures().index(row, column).data().toString();
  }
  [[nodiscard]] QString file(const char* name) const {
    return QString::fromStdString((folder_.path() / name).string());
  }

 private:
  linecheck::testing::TemporaryFolder folder_;
};

TEST_F(LevelsPageTest, TheListHasTheCheckupAndEveryMeasurementOnce) {
  QStringList names;
  const auto& list = on<MeasurementList>();
  for (int row = 0; row < list.count(); ++row) {
    if (list.item(row)->flags() != Qt::NoItemFlags) names << list.item(row)->text();
  }
  EXPECT_EQ(names.front(), u"Check-up");
  EXPECT_EQ(static_cast<std::size_t>(names.size()), measure::procedures().size() + 1);
  for (const auto* procedure : measure::procedures()) {
    EXPECT_EQ(names.count(QString::fromUtf8(procedure->name().data(),
                                            static_cast<int>(procedure->name().size()))),
              1);
    EXPECT_EQ(list.state(procedure), RunState::notRun);
  }
}

TEST_F(LevelsPageTest, ARunShowsItsFiguresAndACleanPath) {
  ASSERT_TRUE(measure("noise"));
  EXPECT_EQ(stateOf("noise"), RunState::done);
  EXPECT_EQ(banner().tone, BannerState::Tone::good);
  EXPECT_TRUE(banner().sentence.startsWith(QStringLiteral("Noise, A-weighted: −1")));
  EXPECT_TRUE(banner().detail.startsWith(QStringLiteral("The path is clean")));
  ASSERT_GT(on<FigureTable>().figures().rowCount(), 3);
  EXPECT_EQ(cell(0, 0), u"Noise, 20 Hz–20 kHz");
  // The studio's converter: −110 dBFS up to Nyquist.
  const double inBand = -110.0 + 10.0 * std::log10(20000.0 / 24000.0);
  EXPECT_NEAR(cell(0, 1).replace(QChar(0x2212), u'-').toDouble(), inBand, 0.3);
  EXPECT_FALSE(on<PathDetails>().isVisible());
}

TEST_F(LevelsPageTest, WhatWasListenedToGoesOnAfterwards) {
  ASSERT_TRUE(session.isRunning());
  ASSERT_TRUE(measure("path"));
  EXPECT_TRUE(waitUntil([&] { return session.isRunning(); }));
}

TEST_F(LevelsPageTest, APathFaultIsToldWithWhatToDo) {
  action(QStringLiteral("Volume slider down"))->trigger();
  ASSERT_TRUE(measure("path"));
  EXPECT_NE(banner().tone, BannerState::Tone::good);
  EXPECT_EQ(stateOf("path"), RunState::finding);
  EXPECT_TRUE(banner().sentence.contains(QStringLiteral("lower than it should")));
  EXPECT_TRUE(on<PathDetails>().isVisible());
  EXPECT_TRUE(banner().detail.contains(QStringLiteral("volume control")));
#ifndef __APPLE__
  EXPECT_FALSE(on<PathDetails>().text().contains(QStringLiteral("System Settings")));
#endif
  on<PathDetails>().findChild<QToolButton*>()->click();
  EXPECT_TRUE(on<PathDetails>().text().contains(QStringLiteral("System Settings")));
}

TEST_F(LevelsPageTest, NoFigureIsShownFromAPathThatIsNotSound) {
  ASSERT_TRUE(measure("noise"));
  ASSERT_GT(on<FigureTable>().figures().rowCount(), 0);
  session.stopEverything();
  action(QStringLiteral("Input gain too high"))->trigger();
  ASSERT_TRUE(measure("noise"));
  EXPECT_EQ(stateOf("noise"), RunState::pathFault);
  EXPECT_EQ(on<FigureTable>().figures().rowCount(), 0);
  EXPECT_EQ(banner().word, u"No figures");
  EXPECT_TRUE(banner().detail.contains(QStringLiteral("measure again")));
  bool saysWhy = false;
  for (const auto* label : on<TracePanel>().findChildren<QLabel*>()) {
    saysWhy =
        saysWhy || (label->isVisible() && label->text().contains(QStringLiteral("not sound")));
  }
  EXPECT_TRUE(saysWhy);
}

TEST_F(LevelsPageTest, AskedForConsentAndRefusedNothingIsPlayed) {
  page().choose(QStringLiteral("distortion"));
  set("level", "-6");
  page().run();
  ASSERT_TRUE(waitUntil([&] { return page().current().state() == State::asksConsent; }));
  EXPECT_TRUE(banner().sentence.contains(QStringLiteral("−6.0")));
  EXPECT_EQ(on<RunPanel>().deed(), u"Play it");
  EXPECT_EQ(stateOf("distortion"), RunState::waiting);
  for (auto* button : on<RunPanel>().findChildren<QPushButton*>()) {
    if (button->text() == u"Do not") button->click();
  }
  ASSERT_TRUE(waitForIdle());
  EXPECT_EQ(stateOf("distortion"), RunState::notRun);
  EXPECT_EQ(page().history().runs().size(), 0U);
}

TEST_F(LevelsPageTest, WithConsentItIsPlayed) {
  page().choose(QStringLiteral("distortion"));
  set("level", "-6");
  set("seconds", "1");
  page().run();
  ASSERT_TRUE(waitUntil([&] { return page().current().state() == State::asksConsent; }));
  on<RunPanel>().press();
  ASSERT_TRUE(waitForIdle());
  EXPECT_EQ(stateOf("distortion"), RunState::done);
}

TEST_F(LevelsPageTest, AValueOutOfRangeIsRefusedBeforeItPlays) {
  page().choose(QStringLiteral("noise"));
  set("seconds", "1000");
  page().run();
  EXPECT_TRUE(page().current().isIdle());
  EXPECT_TRUE(on<NoticeLine>().isVisible());
  set("seconds", "");
  page().run();
  EXPECT_TRUE(page().current().isIdle());
}

TEST_F(LevelsPageTest, EarlierRunsAreLaidUnderTheNewOne) {
  ASSERT_TRUE(measureCurve());
  const auto alone = on<TracePanel>().shown();
  ASSERT_FALSE(alone.empty());
  ASSERT_TRUE(measureCurve());
  on<TracePanel>().setOverlay(1, true);
  const auto both = on<TracePanel>().shown();
  EXPECT_EQ(both.size(), 2 * alone.size());
  EXPECT_EQ(both.back().place, 1U);
  EXPECT_EQ(both.back().trace.x, both.front().trace.x);
  on<TracePanel>().setOverlay(1, false);
  EXPECT_EQ(on<TracePanel>().shown().size(), alone.size());
}

TEST_F(LevelsPageTest, LimitsAroundACurveItPassesAndAnotherFails) {
  ASSERT_TRUE(measureCurve());
  on<TracePanel>().limitAround(0.5);
  EXPECT_EQ(stateOf("level-steps"), RunState::pass);
  EXPECT_TRUE(on<TracePanel>().judgement().contains(QStringLiteral("Pass")));
  QFile limits(file("limits.csv"));
  ASSERT_TRUE(limits.open(QIODevice::WriteOnly));
  limits.write("x,lower,upper\n-60,500,600\n-30,500,600\n");
  limits.close();
  page().loadLimits(limits.fileName());
  EXPECT_EQ(stateOf("level-steps"), RunState::fail);
  EXPECT_TRUE(on<TracePanel>().judgement().contains(QStringLiteral("Fail")));
  on<TracePanel>().setLimits({});
  EXPECT_EQ(stateOf("level-steps"), RunState::done);
}

TEST_F(LevelsPageTest, LimitsThatAreNoneAreRefusedWithTheirLine) {
  ASSERT_TRUE(measureCurve());
  QFile limits(file("limits.csv"));
  ASSERT_TRUE(limits.open(QIODevice::WriteOnly));
  limits.write("-60,3,-3\n");
  limits.close();
  page().loadLimits(limits.fileName());
  EXPECT_EQ(on<TracePanel>().limits(), nullptr);
  EXPECT_TRUE(on<NoticeLine>().text().contains(QStringLiteral("limits.csv:1")));
}

TEST_F(LevelsPageTest, FiguresAreCopiedTabSeparated) {
  ASSERT_TRUE(measure("path"));
  auto& table = on<FigureTable>();
  table.setFocus();
  table.selectRow(0);
  QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
  const QString text = QApplication::clipboard()->text();
  EXPECT_EQ(text.count(u'\n'), 2);
  EXPECT_TRUE(text.startsWith(QStringLiteral("Figure\tInput 1\tInput 2\tUnit\t")));
}

TEST_F(LevelsPageTest, WhatIsSavedCanBeReadAgain) {
  ASSERT_TRUE(measureCurve());
  page().saveJson(file("run.json"));
  const auto saved = measure::loadReading(file("run.json").toStdString());
  ASSERT_TRUE(saved) << saved.error().message();
  EXPECT_EQ(saved->kind, "level-steps");
  EXPECT_EQ(saved->reading.traces.size(), page().history().runs().back().reading.traces.size());
  page().loadRun(file("run.json"));
  EXPECT_EQ(on<TracePanel>().overlays(), std::vector{2});

  page().saveImage(file("curve.png"));
  EXPECT_FALSE(QImage(file("curve.png")).isNull());

  page().saveCsv(file("run.csv"));
  QFile csv(file("run.csv"));
  ASSERT_TRUE(csv.open(QIODevice::ReadOnly));
  const QByteArray text = csv.readAll();
  EXPECT_TRUE(text.startsWith("figure,input,value,uncertainty,unit\n"));
  EXPECT_TRUE(text.contains("\nrun,trace,input,x,x_unit,y,y_unit\n"));

  page().saveCaptures(file("run.wav"));
  const auto capture = measure::loadCapture(file("run.wav").toStdString());
  ASSERT_TRUE(capture) << capture.error().message();
  EXPECT_EQ(capture->channels, 2);
  EXPECT_FALSE(on<NoticeLine>().isVisible()) << on<NoticeLine>().text().toStdString();
}

TEST_F(LevelsPageTest, ARunOfAnotherMeasurementIsNotLaidUnder) {
  ASSERT_TRUE(measure("path"));
  page().saveJson(file("path.json"));
  page().choose(QStringLiteral("noise"));
  page().loadRun(file("path.json"));
  EXPECT_TRUE(on<TracePanel>().overlays().empty());
  EXPECT_TRUE(on<NoticeLine>().isVisible());
}

TEST_F(LevelsPageTest, ASecondStepAsksForItsCables) {
  ASSERT_TRUE(page().choose(QStringLiteral("output-impedance")));
  page().run();
  EXPECT_TRUE(page().current().isIdle()) << "the resistor has to be told";
  set("resistor", "100");
  set("seconds", "2");
  page().run();
  ASSERT_TRUE(waitUntil([&] { return page().current().state() == State::awaitsCables; }));
  EXPECT_TRUE(banner().sentence.startsWith(QStringLiteral("Step 1 of 2")));
  on<RunPanel>().press();
  ASSERT_TRUE(waitUntil([&] {
    return page().current().state() == State::awaitsCables && page().current().step() == 1;
  }));
  EXPECT_TRUE(banner().sentence.startsWith(QStringLiteral("Step 2 of 2")));
  on<RunPanel>().press();
  ASSERT_TRUE(waitForIdle());
  EXPECT_EQ(stateOf("output-impedance"), RunState::done);
}

TEST_F(LevelsPageTest, HeadphonesOnTheDeskHaveToBeUnpluggedFirst) {
  window.openChain(QStringLiteral(LINECHECK_SOURCE_DIR "/docs/examples/zen-go-l30-ii.chain.json"));
  window.showPage(Page::levels);
  page().choose(QStringLiteral("path"));
  page().run();
  EXPECT_TRUE(page().current().isIdle());
  EXPECT_TRUE(on<NoticeLine>().text().contains(QStringLiteral("M1")));
  EXPECT_EQ(page().history().runs().size(), 0U);
  on<NoticeLine>().findChild<QPushButton*>()->click();
  ASSERT_TRUE(waitForIdle());
  EXPECT_EQ(stateOf("path"), RunState::done);
  EXPECT_FALSE(on<NoticeLine>().isVisible());
}

/// A studio whose time the test moves on.
class StoppedLevelsTest : public ::testing::Test {
 protected:
  std::shared_ptr<linecheck::testing::SharedClock> time =
      std::make_shared<linecheck::testing::SharedClock>();
  std::shared_ptr<simulation::SimulatedStudio> studio =
      std::make_shared<simulation::SimulatedStudio>(simulation::StudioConfig{},
                                                    audio::Pacing{audio::Pace::realTime, time});
  Session session{{studio, {}, {}}};
  Theme theme{ThemeChoice::dark};
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  CalibrationKeeper calibrations{{}};
  LevelsPage page{theme, session, document, calibrations};
};

// Nothing can have come back yet, which is no fault.
TEST_F(StoppedLevelsTest, NoFaultOfThePathIsToldBeforeItsCheckHasComeBack) {
  CommandLine wishes;
  wishes.backend = CommandLine::Backend::simulated;
  session.begin(wishes);
  page.choose(QStringLiteral("noise"));
  int parts = 0;
  bool isSound = true;
  QObject::connect(&page.current(), &MeasurementRun::partRead, &page, [&](const ResultPtr& part) {
    ++parts;
    isSound = isSound && part->path() != nullptr && part->path()->findings.empty();
  });
  page.run();
  ASSERT_TRUE(waitUntil([&] {
    time->advance(20ms);
    return page.current().isIdle();
  }));
  EXPECT_GT(parts, 0);
  EXPECT_TRUE(isSound);
}

TEST_F(StoppedLevelsTest, StoppedWithEscapeItShowsWhatWasFinished) {
  CommandLine wishes;
  wishes.backend = CommandLine::Backend::simulated;
  session.begin(wishes);
  page.choose(QStringLiteral("noise"));
  page.findChild<ParameterForm*>()->setField("seconds", QStringLiteral("2"));
  double done = 0.0;
  QObject::connect(&page.current(), &MeasurementRun::progressed, &page,
                   [&done](double now) { done = now; });
  page.run();
  // The silence is over at two thirds at the latest; the tone is not.
  ASSERT_TRUE(waitUntil([&] {
    time->advance(20ms);
    return done > 0.72;
  }));
  session.stopEverything();
  ASSERT_TRUE(waitUntil([&] {
    time->advance(20ms);
    return page.current().isIdle();
  }));
  ASSERT_EQ(page.history().runs().size(), 1U);
  const auto& reading = page.history().runs().back().reading;
  EXPECT_FALSE(reading.isComplete);
  EXPECT_NE(reading.figure("noise", 0), nullptr);
  EXPECT_EQ(page.findChild<MeasurementList*>()->state(measure::findProcedure("noise")),
            RunState::partial);
  EXPECT_FALSE(session.isRunning());
}

}  // namespace
}  // namespace linecheck::ui
