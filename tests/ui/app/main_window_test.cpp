#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStatusBar>
#include <algorithm>
#include <random>

#include "audio/file/sound_file.h"
#include "calibration/calibration_wizard.h"
#include "plots/difference_plot.h"
#include "plots/waterfall_plot.h"
#include "support/temporary_folder.h"
#include "ui/app/main_window_fixture.h"
#include "widgets/plot_bar.h"
#include "widgets/rail.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using simulation::Fault;
using testing::waitUntil;

TEST_F(MainWindowTest, AGroundLoopAppearsAndGoesWithItsMenuEntry) {
  begin();
  ASSERT_TRUE(waitForVerdict(Cause::noHum));
  EXPECT_EQ(the<VerdictBanner>().state().tone, BannerState::Tone::good);
  EXPECT_EQ(figure(QStringLiteral("Hum in all")).reading, unknownReading());

  action(QStringLiteral("Ground loop"))->trigger();
  ASSERT_TRUE(waitForVerdict(Cause::groundLoop));
  const BannerState& state = the<VerdictBanner>().state();
  EXPECT_EQ(state.sentence, u"Ground loop");
  EXPECT_EQ(state.tone, BannerState::Tone::bad);
  ASSERT_TRUE(state.confidence);
  EXPECT_GT(*state.confidence, 0.5);
  EXPECT_NE(figure(QStringLiteral("Hum in all")).reading, unknownReading());
  EXPECT_TRUE(figure(QStringLiteral("Mains")).reading.number.startsWith(QStringLiteral("50.0")));

  action(QStringLiteral("Ground loop"))->trigger();
  EXPECT_TRUE(waitForVerdict(Cause::noHum));
}

TEST_F(MainWindowTest, CursorReadsTheMainsLineOfTheLoop) {
  begin({Fault::groundLoop});
  ASSERT_TRUE(waitForVerdict(Cause::groundLoop));
  the<SpectrumPlot>().moveCursorTo(49.0);
  const auto reading = the<SpectrumPlot>().cursor();
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->onPeak);
  EXPECT_NEAR(reading->frequency.value(), 50.0, 0.1);
}

TEST_F(MainWindowTest, ThePagesStandAsTheyAreUsedAndHaveTheirKeysInThatOrder) {
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  const QStringList names = {QStringLiteral("Chain"), QStringLiteral("Set-up"),
                             QStringLiteral("Hum"), QStringLiteral("Levels"),
                             QStringLiteral("Match")};
  QList<QAbstractButton*> buttons = the<Rail>().findChildren<QAbstractButton*>();
  std::sort(buttons.begin(), buttons.end(), [](const auto* a, const auto* b) {
    return a->mapToGlobal(QPoint()).y() < b->mapToGlobal(QPoint()).y();
  });
  ASSERT_EQ(buttons.size(), names.size());
  for (int place = 0; place < names.size(); ++place) {
    EXPECT_EQ(buttons[place]->text(), names[place]);
    QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + place), Qt::ControlModifier);
    EXPECT_TRUE(buttons[place]->isChecked()) << place;
    const auto* front = window.findChild<QStackedWidget*>()->currentWidget();
    const QString page = QString(names[place]).remove(u'-');
    EXPECT_TRUE(QString::fromLatin1(front->metaObject()->className())
                    .endsWith(page + QStringLiteral("Page"), Qt::CaseInsensitive));
    EXPECT_TRUE(buttons[place]->toolTip().contains(QStringLiteral("Ctrl+%1").arg(place + 1)));
  }
}

TEST_F(MainWindowTest, SpaceStartsAndStops) {
  begin();
  const QSignalSpy running(&session, &Session::runningChanged);
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  ASSERT_TRUE(session.isRunning());
  QTest::keyClick(&the<SpectrumPlot>(), Qt::Key_Space);
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  QTest::keyClick(&the<SpectrumPlot>(), Qt::Key_Space);
  EXPECT_TRUE(session.isRunning());
  EXPECT_EQ(running.count(), 2);
}

TEST_F(MainWindowTest, SpaceStillPressesAButtonThatHasTheFocus) {
  begin();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  QAbstractButton* button = nullptr;
  for (auto* candidate : window.findChildren<QAbstractButton*>()) {
    if (candidate->text() == u"Lock axis") button = candidate;
  }
  ASSERT_NE(button, nullptr);
  ASSERT_FALSE(the<SpectrumPlot>().isRangeLocked());
  button->setFocus();
  QTest::keyClick(button, Qt::Key_Space);
  EXPECT_TRUE(the<SpectrumPlot>().isRangeLocked());
  EXPECT_TRUE(session.isRunning());
}

TEST_F(MainWindowTest, EscapeStopsEverything) {
  begin();
  ASSERT_TRUE(session.isRunning());
  QTest::keyClick(&window, Qt::Key_Escape);
  EXPECT_TRUE(waitUntil([&] { return !session.isRunning(); }));
}

TEST_F(MainWindowTest, EscapeStopsEverythingWithAMenuOpen) {
  begin();
  ASSERT_TRUE(session.isRunning());
  QMenu* studioMenu = menu(QStringLiteral("Studio"));
  studioMenu->popup(window.mapToGlobal(QPoint(100, 100)));
  ASSERT_TRUE(waitUntil([&] { return studioMenu->isVisible(); }));
  QTest::keyClick(studioMenu, Qt::Key_Escape);
  EXPECT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  EXPECT_FALSE(studioMenu->isVisible());
}

TEST_F(MainWindowTest, StoppedWindowSaysWhatToDoNext) {
  begin();
  session.stopEverything();
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  EXPECT_EQ(sentence(), u"Ready to listen");
}

TEST_F(MainWindowTest, StudioMenuTellsOfEachFaultAndShowsWhatIsOn) {
  begin({Fault::supplyRipple});
  QMenu* studioMenu = menu(QStringLiteral("Studio"));
  EXPECT_TRUE(studioMenu->menuAction()->isVisible());
  studioMenu->popup(QPoint(0, 0));
  std::size_t faults = 0;
  for (const QAction* entry : studioMenu->actions()) {
    if (!entry->isCheckable()) continue;
    ++faults;
    EXPECT_FALSE(entry->toolTip().isEmpty());
    EXPECT_EQ(entry->isChecked(), entry->text().startsWith(QStringLiteral("Supply ripple")));
  }
  EXPECT_EQ(faults, simulation::faults().size());
  studioMenu->hide();
  action(QStringLiteral("All faults off"))->trigger();
  EXPECT_FALSE(studio->faults().isOn(Fault::supplyRipple));
}

TEST_F(MainWindowTest, WithoutAnInterfaceTheStudioStandsInAndSaysSo) {
  session.begin({});
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  EXPECT_TRUE(the<NoticeLine>().isVisible());
  EXPECT_TRUE(the<NoticeLine>().text().contains(QStringLiteral("simulated studio")));

  audio::Device zen;
  zen.id = {"ALSA", "Zen Go"};
  zen.inputChannels = zen.outputChannels = 2;
  zen.isDefaultInput = zen.isDefaultOutput = true;
  interfaces->present = {zen};
  the<NoticeLine>().findChild<QPushButton*>()->click();
  ASSERT_TRUE(waitUntil([&] { return session.choices().input == zen.id; }));
  EXPECT_FALSE(the<NoticeLine>().isVisible());
  EXPECT_FALSE(menu(QStringLiteral("Studio"))->menuAction()->isVisible());
  EXPECT_TRUE(waitUntil([&] { return session.choices().sampleRates.size() == 2; }));
}

TEST_F(MainWindowTest, AnInterfaceThatCannotBeOpenedSaysWhy) {
  audio::Device zen;
  zen.id = {"ALSA", "Zen Go"};
  zen.inputChannels = 2;
  zen.isDefaultInput = true;
  interfaces->present = {zen};
  session.begin({});
  ASSERT_TRUE(waitUntil([&] { return session.choices().input == zen.id; }));
  EXPECT_FALSE(session.isRunning());
  session.start();
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  EXPECT_EQ(the<VerdictBanner>().state().detail, u"Zen Go: Another program has it.");
}

TEST_F(MainWindowTest, AnUnpluggedInterfaceStopsAndSaysSo) {
  begin();
  ASSERT_TRUE(waitForVerdict(Cause::noHum));
  action(QStringLiteral("Interface unplugged"))->trigger();
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  EXPECT_EQ(the<VerdictBanner>().state().tone, BannerState::Tone::attention);
  EXPECT_FALSE(the<VerdictBanner>().state().detail.isEmpty());
}

TEST_F(MainWindowTest, ADeadInputIsNoCleanInput) {
  begin({Fault::deadInput});
  ASSERT_TRUE(waitUntil([&] { return sentence() == u"Nothing comes in"; }));
  EXPECT_FALSE(verdict);
  action(QStringLiteral("Input muted"))->trigger();
  EXPECT_TRUE(waitForVerdict(Cause::noHum));
}

TEST_F(MainWindowTest, ARecordingThatIsNoneIsRefusedWithItsName) {
  begin();
  session.openRecording(QStringLiteral("no such file.wav"));
  ASSERT_TRUE(waitUntil(
      [&] { return the<NoticeLine>().text().contains(QStringLiteral("no such file.wav")); }));
  EXPECT_TRUE(session.isRunning());
  the<NoticeLine>().findChild<QPushButton*>()->click();
  EXPECT_FALSE(the<NoticeLine>().isVisible());
}

TEST_F(MainWindowTest, ARecordingIsReplayedToItsEnd) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "quiet.wav";
  std::mt19937 random(1);
  std::normal_distribution<float> noise(0.0F, 1e-5F);
  std::vector<float> samples(96000);
  std::generate(samples.begin(), samples.end(), [&] { return noise(random); });
  ASSERT_TRUE(audio::writeSoundFile<float>(file, samples, 1, 48000));
  session.openRecording(QString::fromStdString(file.string()));
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  EXPECT_EQ(session.choices().input.hostApi, "File");
  EXPECT_EQ(session.channels(), 1);
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  EXPECT_TRUE(waitForVerdict(Cause::noHum));
  EXPECT_EQ(sentence(), u"No hum");
}

TEST_F(MainWindowTest, UnitsNeedACalibration) {
  begin();
  ASSERT_TRUE(waitUntil([&] { return !the<SpectrumPlot>().frame().average.empty(); }));
  QAction* dbu = action(QStringLiteral("dBu"));
  EXPECT_FALSE(dbu->isEnabled());
  action(QStringLiteral("Calibration"))->trigger();
  auto* wizard = window.findChild<CalibrationWizard*>();
  ASSERT_NE(wizard, nullptr);
  for (auto* choice : wizard->findChildren<QRadioButton*>()) {
    if (choice->text().startsWith(QStringLiteral("I know"))) choice->setChecked(true);
  }
  QPushButton* next = nullptr;
  for (auto* button : wizard->findChildren<QPushButton*>()) {
    if (button->isDefault()) next = button;
  }
  ASSERT_NE(next, nullptr);
  next->click();
  for (auto* edit : wizard->findChildren<QLineEdit*>()) {
    if (edit->accessibleName() == u"Full scale in dBu") edit->setText(QStringLiteral("18"));
  }
  next->click();
  EXPECT_FALSE(dbu->isEnabled()) << "Not before it is saved.";
  next->click();
  ASSERT_TRUE(dbu->isEnabled());
  const double dbfs =
      figure(QStringLiteral("Level")).reading.number.mid(1).toDouble();  // Without the minus.
  session.stop();
  ASSERT_TRUE(waitUntil([&] { return !session.isRunning(); }));
  dbu->trigger();
  const Reading level = figure(QStringLiteral("Level")).reading;
  EXPECT_EQ(level.unit, u"dBu");
  EXPECT_NEAR(level.number.mid(1).toDouble(), dbfs - 18.0, 1.0);
}

TEST_F(MainWindowTest, SettingsReachTheSpectrum) {
  begin();
  auto* fft = window.findChild<PlotBar*>()->findChildren<QComboBox*>().at(1);
  const int at = fft->findText(QStringLiteral("FFT 4K"));
  ASSERT_GE(at, 0);
  fft->setCurrentIndex(at);
  Q_EMIT fft->activated(at);
  ASSERT_TRUE(waitUntil([&] { return the<SpectrumPlot>().frame().fftLength == 4096; }));
  const QString status = window.statusBar()->findChild<QLabel*>()->text();
  EXPECT_TRUE(status.startsWith(QStringLiteral("4K · Blackman-Harris 7 · ")));
  EXPECT_TRUE(status.endsWith(QStringLiteral("0 samples lost")));
  EXPECT_TRUE(the<SpectrumPlot>().frame().peakHold.empty());
  action(QStringLiteral("Peak hold"))->trigger();
  EXPECT_TRUE(waitUntil([&] { return !the<SpectrumPlot>().frame().peakHold.empty(); }));
}

TEST_F(MainWindowTest, FreezeHoldsThePictureWhileListeningGoesOn) {
  begin();
  ASSERT_TRUE(waitUntil([&] { return !the<SpectrumPlot>().frame().average.empty(); }));
  action(QStringLiteral("Freeze"))->trigger();
  const auto held = the<SpectrumPlot>().frame().sequence;
  const QSignalSpy frames(&session, &Session::frameArrived);
  ASSERT_TRUE(waitUntil([&] { return frames.count() >= 3; }));
  EXPECT_EQ(the<SpectrumPlot>().frame().sequence, held);
  action(QStringLiteral("Freeze"))->trigger();
  EXPECT_TRUE(waitUntil([&] { return the<SpectrumPlot>().frame().sequence > held; }));
}

TEST_F(MainWindowTest, WaterfallRunsBesideTheSpectrumAndCanBePutAway) {
  begin();
  auto& waterfall = the<WaterfallPlot>();
  ASSERT_TRUE(waitUntil([&] { return waterfall.history().size() > 5; }));
  action(QStringLiteral("Freeze"))->trigger();
  const auto held = waterfall.history().size();
  const QSignalSpy rows(&session, &Session::rowsArrived);
  ASSERT_TRUE(waitUntil([&] { return rows.count() >= 3; }));
  EXPECT_EQ(waterfall.history().size(), held);
  EXPECT_TRUE(waterfall.isVisible());
  action(QStringLiteral("Waterfall"))->trigger();
  EXPECT_FALSE(waterfall.isVisible());
}

TEST_F(MainWindowTest, MarksAreKeptBesideTheSpectrumUntilTheyAreCleared) {
  QAction* markA = action(QStringLiteral("Mark A"));
  markA->trigger();
  EXPECT_FALSE(the<SpectrumPlot>().overlays()[OverlaySlot::a]);
  EXPECT_TRUE(the<NoticeLine>().text().startsWith(QStringLiteral("There is no spectrum")));
  begin();
  ASSERT_TRUE(waitUntil([&] { return !the<SpectrumPlot>().frame().average.empty(); }));
  QAction* clear = action(QStringLiteral("Clear marks"));
  EXPECT_FALSE(clear->isEnabled());
  markA->trigger();
  action(QStringLiteral("Difference to A"))->trigger();
  const auto& marked = the<SpectrumPlot>().overlays()[OverlaySlot::a];
  ASSERT_TRUE(marked);
  EXPECT_TRUE(marked->name.endsWith(QStringLiteral(", before")));
  EXPECT_TRUE(the<DifferencePlot>().isVisible());
  clear->trigger();
  EXPECT_FALSE(the<SpectrumPlot>().overlays()[OverlaySlot::a]);
  EXPECT_FALSE(the<DifferencePlot>().isVisible());
}

TEST_F(MainWindowTest, LockOfTheAxisIsSeenOnItsButton) {
  QAction* lock = action(QStringLiteral("Lock axis"));
  lock->trigger();
  EXPECT_TRUE(the<SpectrumPlot>().isRangeLocked());
  the<SpectrumPlot>().resetView();
  EXPECT_FALSE(lock->isChecked());
}

TEST_F(MainWindowTest, ThemeChangesWhileItRuns) {
  action(QStringLiteral("Light"))->trigger();
  QCoreApplication::processEvents();
  const QImage picture = window.grab().toImage();
  EXPECT_EQ(picture.pixelColor(picture.width() - 3, picture.height() / 2),
            Palette::light()[Role::card]);
  action(QStringLiteral("Dark"))->trigger();
  QCoreApplication::processEvents();
  EXPECT_EQ(window.grab().toImage().pixelColor(picture.width() - 3, picture.height() / 2),
            Palette::dark()[Role::card]);
}

TEST_F(MainWindowTest, ATestToneIsHeardOnTheInput) {
  begin();
  ASSERT_TRUE(waitForVerdict(Cause::noHum));
  EXPECT_EQ(figure(QStringLiteral("Tone")).reading, unknownReading());
  action(QStringLiteral("Play a test tone"))->trigger();
  ASSERT_TRUE(
      waitUntil([&] { return !(figure(QStringLiteral("Tone")).reading == unknownReading()); }));
  EXPECT_EQ(figure(QStringLiteral("Tone")).reading.text().toStdString(), "−20.00\u2009dBFS");
  EXPECT_NE(figure(QStringLiteral("THD+N")).reading, unknownReading());
}

TEST_F(MainWindowTest, SpectrumIsCopiedAsImageAndAsNumbers) {
  begin();
  ASSERT_TRUE(waitUntil([&] { return !the<SpectrumPlot>().frame().average.empty(); }));
  action(QStringLiteral("Copy spectrum as image"))->trigger();
  EXPECT_FALSE(QApplication::clipboard()->image().isNull());
  action(QStringLiteral("Copy spectrum as numbers"))->trigger();
  EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("frequency_hz,")));
}

TEST_F(MainWindowTest, EveryControlHasAName) {
  begin();
  int controls = 0;
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
    auto* accessible = QAccessible::queryAccessibleInterface(widget);
    ASSERT_NE(accessible, nullptr);
    ++controls;
    EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
        << widget->metaObject()->className() << ' ' << widget->objectName().toStdString();
  }
  EXPECT_GT(controls, 15);
}

TEST_F(MainWindowTest, TheChainIsTheDeskOfTheProfiles) {
  ASSERT_EQ(chain.cards.size(), 4u);
  std::vector<std::string> models;
  for (const CardView& card : chain.cards) models.push_back(card.model.toStdString());
  EXPECT_THAT(models, ::testing::ElementsAre("Computer", "Zen Go Synergy Core", "L30 II", "M1"));
  std::vector<std::string> cables;
  for (const CableView& cable : chain.cables) cables.push_back(cable.label.toStdString());
  EXPECT_THAT(cables, ::testing::ElementsAre("USB\u2011A to USB\u2011C, digital", "RCA, unbalanced",
                                             "6.35 mm TRS, headphone"));
}

}  // namespace
}  // namespace linecheck::ui
