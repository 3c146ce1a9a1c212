#include <gtest/gtest.h>

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <algorithm>
#include <map>

#include "audio/file/sound_file.h"
#include "hum/cause_list.h"
#include "hum/hunt_pane.h"
#include "hum/step_card.h"
#include "hum/timeline_panel.h"
#include "support/chain/shipped_desk.h"
#include "support/temporary_folder.h"
#include "ui/app/main_window_fixture.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using diagnosis::Conclusion;
using simulation::Fault;
using Stage = HuntStand::Stage;
using testing::waitUntil;

/// The window on a studio whose desk is drawn.
class HuntOnPageTest : public MainWindowTest {
 protected:
  [[nodiscard]] HuntPane& hunt() { return window.hunt(); }
  [[nodiscard]] Stage stage() { return hunt().controller().stage(); }
  [[nodiscard]] bool waitForStep() {
    return waitUntil([&] { return stage() == Stage::proposing || stage() == Stage::ended; });
  }
  /// Whether the causes have this line.
  [[nodiscard]] bool isSeen(const QString& line) {
    const auto labels = the<CauseList>().findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
      return !label->isHidden() && label->text() == line;
    });
  }
  void beginOnDesk() {
    document.replace(linecheck::testing::shippedDesk());
    begin({Fault::groundLoop});
    ASSERT_TRUE(waitForVerdict(Cause::groundLoop));
  }
  /// To the end, doing all that is proposed.
  void huntAll() {
    hunt().nextStep();
    ASSERT_TRUE(waitForStep());
    for (int step = 0; step < 12 && stage() == Stage::proposing; ++step) {
      hunt().nextStep();
      ASSERT_TRUE(waitForStep());
    }
    ASSERT_EQ(stage(), Stage::ended) << timelineCsv(hunt().timeline().moments()).toStdString();
  }
};

TEST_F(HuntOnPageTest, AWholeHuntNamesALinkOfThePlantedLoop) {
  beginOnDesk();
  huntAll();
  const Conclusion& conclusion = hunt().controller().stand().hunt->conclusion();
  ASSERT_EQ(conclusion.kind, Conclusion::Kind::found)
      << timelineCsv(hunt().timeline().moments()).toStdString();
  EXPECT_EQ(conclusion.remaining.front().cause, Cause::groundLoop);
  EXPECT_TRUE(sentence().startsWith(QStringLiteral("Ground loop"))) << sentence().toStdString();
  EXPECT_FALSE(the<StepCard>().state().list.isEmpty());
  EXPECT_GE(hunt().timeline().moments().size(), 2U);
}

TEST_F(HuntOnPageTest, EachStepIsOverlaidBeforeAndAfter) {
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  ASSERT_EQ(stage(), Stage::proposing);
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  const SpectrumOverlays& overlays = the<SpectrumPlot>().overlays();
  EXPECT_TRUE(overlays[OverlaySlot::a]);
  EXPECT_TRUE(overlays[OverlaySlot::b]);
  EXPECT_TRUE(the<StepCard>().state().outcome);
}

TEST_F(HuntOnPageTest, WhileAStepStandsDoneTheBannerSaysWhatIsHuntedAndNotWhatIsLeftOfIt) {
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  EXPECT_NE(the<VerdictBanner>().state().word, u"Hunting") << "Nothing is changed yet.";
  bool hasStood = false;
  for (int step = 0; step < 12 && stage() == Stage::proposing; ++step) {
    hunt().nextStep();
    ASSERT_TRUE(waitForStep());
    if (stage() != Stage::proposing || !hunt().controller().stand().standing) continue;
    hasStood = true;
    verdict.reset();
    ASSERT_TRUE(waitUntil([&] { return verdict.has_value(); })) << "Heard anew.";
    EXPECT_EQ(the<VerdictBanner>().state().word, u"Hunting");
    EXPECT_EQ(sentence(), u"Ground loop");
    EXPECT_TRUE(isSeen(QStringLiteral("Heard at this moment, with what you did:")));
  }
  EXPECT_TRUE(hasStood);
  hunt().controller().stop();
  EXPECT_NE(the<VerdictBanner>().state().word, u"Hunting");
  EXPECT_FALSE(isSeen(QStringLiteral("Heard at this moment, with what you did:")));
}

TEST_F(HuntOnPageTest, LeavingTheHuntLeavesTheStudioAsItWas) {
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  EXPECT_FALSE(studio->faults().isOn(Fault::groundLoop));
  hunt().controller().stop();
  EXPECT_TRUE(studio->faults().isOn(Fault::groundLoop));
  EXPECT_EQ(stage(), Stage::idle);
  verdict.reset();
  EXPECT_TRUE(waitForVerdict(Cause::groundLoop));
}

TEST_F(HuntOnPageTest, TheBannersButtonStartsTheHunt) {
  begin({Fault::groundLoop});
  ASSERT_TRUE(waitForVerdict(Cause::groundLoop));
  auto* deed = the<VerdictBanner>().findChild<QPushButton*>();
  ASSERT_NE(deed, nullptr);
  EXPECT_FALSE(deed->isHidden());
  deed->click();
  EXPECT_EQ(stage(), Stage::hearing);
}

TEST_F(HuntOnPageTest, WithoutADeskThereAreCausesAndAWordThatNoLinkCanBeNamed) {
  begin({Fault::groundLoop});
  ASSERT_TRUE(waitForVerdict(Cause::groundLoop));
  EXPECT_EQ(the<CauseList>().shown().front(), Cause::groundLoop);
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  EXPECT_TRUE(the<StepCard>().state().why.contains(QStringLiteral("page Chain")));
}

TEST_F(HuntOnPageTest, TheSuspectedLinkIsToldWithItsReason) {
  std::map<QString, QString> told;
  QObject::connect(&hunt(), &HuntPane::suspicionChanged, &window,
                   [&](const std::map<QString, QString>& reasons) {
                     if (!reasons.empty()) told = reasons;
                   });
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  for (int step = 0; step < 6 && told.empty() && stage() == Stage::proposing; ++step) {
    hunt().nextStep();
    ASSERT_TRUE(waitForStep());
  }
  ASSERT_FALSE(told.empty());
  for (const auto& [part, reason] : told) {
    const std::string id = part.toStdString();
    EXPECT_TRUE(document.desk().cable(chain::CableId(id)) != nullptr ||
                document.desk().device(chain::DeviceId(id)) != nullptr ||
                document.desk().powerPoint(chain::PowerPointId(id)) != nullptr)
        << id;
    EXPECT_TRUE(reason.startsWith(QStringLiteral("Suspected, "))) << reason.toStdString();
  }
}

TEST_F(HuntOnPageTest, AMomentOfTheTimelineIsShownAgainUntilTheUserGoesBack) {
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  auto& moments = the<TimelinePanel>();
  moments.choose(0);
  EXPECT_TRUE(hunt().isReplaying());
  EXPECT_EQ(the<VerdictBanner>().state().word, u"Heard");
  EXPECT_TRUE(the<VerdictBanner>().state().detail.startsWith(QStringLiteral("At ")));
  auto* deed = the<VerdictBanner>().findChild<QPushButton*>();
  EXPECT_EQ(deed->text(), u"Back to now");
  deed->click();
  EXPECT_FALSE(hunt().isReplaying());
  EXPECT_EQ(stage(), Stage::proposing);
}

TEST_F(HuntOnPageTest, WhatWasHeardAtAMomentCanBeSaved) {
  const linecheck::testing::TemporaryFolder folder;
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  const auto wav = folder.path() / "moment.wav";
  ASSERT_TRUE(hunt().saveSoundAs(0, QString::fromStdString(wav.string())));
  const auto sound = audio::readSoundFile<float>(wav);
  ASSERT_TRUE(sound);
  EXPECT_EQ(sound->info.channels, 2);
  EXPECT_GE(sound->info.frames, 5 * 48000);
  const auto csv = folder.path() / "hunt.csv";
  ASSERT_TRUE(hunt().saveTimelineAs(QString::fromStdString(csv.string())));
  QFile file(QString::fromStdString(csv.string()));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  EXPECT_TRUE(file.readAll().startsWith("time,step,verdict"));
}

TEST_F(HuntOnPageTest, AHuntIsSavedAndOpenedAgain) {
  const linecheck::testing::TemporaryFolder folder;
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  hunt().controller().skip();
  hunt().controller().undo();
  ASSERT_TRUE(waitForStep());
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  const auto before = hunt().timeline().journal();
  const QString file = QString::fromStdString((folder.path() / "a.hunt.json").string());
  ASSERT_TRUE(hunt().saveTimelineAs(file));
  hunt().controller().stop();
  const auto opened = hunt().openTimelineFrom(file);
  ASSERT_TRUE(opened) << opened.error().message();
  const auto& moments = hunt().timeline().moments();
  // The skipped step was taken back.
  ASSERT_EQ(moments.size(), before.entries.size());
  ASSERT_GE(moments.size(), 2U);
  EXPECT_EQ(moments[0].entry.kind, diagnosis::HuntEntry::Kind::begun);
  EXPECT_EQ(moments[1].entry.kind, before.entries[1].entry.kind);
  EXPECT_FALSE(moments[1].result.isEmpty());
  EXPECT_EQ(moments[0].at.toSecsSinceEpoch(), before.entries[0].at.time_since_epoch().count());
  the<TimelinePanel>().choose(0);
  EXPECT_EQ(the<CauseList>().shown().front(), Cause::groundLoop);
}

TEST_F(HuntOnPageTest, WhatIsNoHuntIsRefusedWithItsFault) {
  const linecheck::testing::TemporaryFolder folder;
  const QString name = QString::fromStdString((folder.path() / "no.json").string());
  QFile file(name);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{\"schema\": \"linecheck.measurement/1\"}");
  file.close();
  EXPECT_FALSE(hunt().openTimelineFrom(name));
  EXPECT_FALSE(hunt().openTimelineFrom(name + QStringLiteral("x")));
  EXPECT_TRUE(hunt().timeline().moments().empty());
}

TEST_F(HuntOnPageTest, ChangingTheDeskEndsTheHunt) {
  beginOnDesk();
  hunt().nextStep();
  ASSERT_TRUE(waitForStep());
  ASSERT_TRUE(document.apply(chain::disconnect(document.desk(), chain::CableId("plug"))));
  EXPECT_EQ(stage(), Stage::idle);
}

TEST_F(HuntOnPageTest, HandsFreeStepsByKeyAndEscapeLeavesAndStops) {
  beginOnDesk();
  hunt().enterHandsFree();
  HandsFree& view = hunt().handsFree();
  EXPECT_EQ(view.size(), window.size());
  EXPECT_TRUE(view.state().level);
  QTest::keyClick(&view, Qt::Key_PageDown);
  ASSERT_TRUE(waitForStep());
  QTest::keyClick(&view, Qt::Key_Space);
  EXPECT_EQ(stage(), Stage::measuring);
  ASSERT_TRUE(waitForStep());
  QTest::keyClick(&view, Qt::Key_M);
  EXPECT_TRUE(view.state().change);
  QTest::keyClick(&view, Qt::Key_Escape);
  EXPECT_FALSE(view.isVisible());
  EXPECT_TRUE(waitUntil([&] { return !session.isRunning(); }));
}

}  // namespace
}  // namespace linecheck::ui
