#include "hum/hunt_controller.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "hum/hunt_timeline.h"
#include "simulation/scene/scene.h"
#include "support/scene/scene_desk.h"
#include "text/hunt_text.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using diagnosis::Conclusion;
using diagnosis::HuntEntry;
using simulation::NoiseKind;
using Stage = HuntStand::Stage;

constexpr int kRate = 48000;

/// A desk with a ground loop through an unbalanced cable, heard in whatever situation the
/// controller brings it into.
class HuntControllerTest : public ::testing::Test {
 protected:
  void begin() { controller.begin(place.desk.chain, place.lookup()); }

  /// What an analysis of `seconds` that began now would say.
  [[nodiscard]] HeardStretch hear(double seconds) {
    HeardStretch heard;
    heard.anew = asked;
    heard.duration = Seconds::of(seconds);
    heard.rate = Hertz::of(kRate);
    heard.samples = std::make_shared<const std::vector<std::vector<double>>>(
        sound.capture(scene.heard(situation), at, static_cast<std::size_t>(seconds * kRate)));
    at += static_cast<std::int64_t>(seconds * kRate);
    heard.diagnosis = diagnosis::diagnoseSound(*heard.samples, heard.rate);
    return heard;
  }
  /// The hunt so far, for who reads a failure.
  [[nodiscard]] std::string told(const chain::Desk& desk) {
    const diagnosis::Hunt& hunt = *controller.stand().hunt;
    std::string text =
        hunt.listeningPoint().device.text() + ":" + hunt.listeningPoint().port + "\n";
    for (const HuntEntry& entry : hunt.entries()) {
      HuntMoment moment;
      moment.entry = entry;
      describe(moment, desk);
      text += (moment.title + QStringLiteral(": ") + moment.result).toStdString() + "\n";
      for (const auto& suspect : entry.suspects) {
        if (suspect.probability < 0.05) continue;
        text += "    " + suspectText(suspect, desk).toStdString() + " " +
                std::to_string(suspect.probability) + "\n";
      }
    }
    return text;
  }
  void hearAll() { controller.take(hear(wanted.value())); }

  simulation::testing::Heard place;
  simulation::Scene scene = place.scene(NoiseKind::groundLoop, chain::Place(chain::CableId("out")));
  simulation::SceneSound sound = scene.sound(kRate);
  chain::Situation situation = scene.start();
  std::int64_t at = 0;
  std::uint64_t asked = 0;
  Seconds wanted;
  HuntController controller{{[this](Seconds longest) {
                               wanted = longest;
                               return ++asked;
                             },
                             [this](const chain::Situation& now) { situation = now; }}};
};

TEST_F(HuntControllerTest, ListensAnewBeforeAnythingElse) {
  EXPECT_EQ(controller.stage(), Stage::idle);
  begin();
  EXPECT_EQ(controller.stage(), Stage::hearing);
  EXPECT_EQ(asked, 1U);
  hearAll();
  EXPECT_EQ(controller.stage(), Stage::proposing);
  EXPECT_TRUE(controller.stand().current);
}

TEST_F(HuntControllerTest, TakesNothingThatBeganBefore) {
  begin();
  HeardStretch old = hear(5.0);
  old.anew = 0;
  controller.take(old);
  EXPECT_EQ(controller.stage(), Stage::hearing);
  HeardStretch shorter = hear(3.0);
  controller.take(shorter);
  EXPECT_EQ(controller.stage(), Stage::hearing);
  EXPECT_DOUBLE_EQ(controller.stand().progress, 3.0 / wanted.value());
}

TEST_F(HuntControllerTest, AWholeHuntNamesALinkOfTheLoop) {
  begin();
  hearAll();
  int steps = 0;
  while (controller.stage() == Stage::proposing && steps < 12) {
    controller.done();
    ASSERT_EQ(controller.stage(), Stage::measuring);
    hearAll();
    ++steps;
  }
  const chain::Desk desk(place.desk.chain, place.lookup());
  ASSERT_EQ(controller.stage(), Stage::ended) << told(desk);
  const Conclusion& conclusion = controller.stand().hunt->conclusion();
  ASSERT_EQ(conclusion.kind, Conclusion::Kind::found) << told(desk);
  EXPECT_EQ(conclusion.remaining.front().cause, Cause::groundLoop);
  EXPECT_FALSE(conclusion.cures.empty());
  const StepCardState card = stepCardOf(controller.stand(), desk, true);
  EXPECT_TRUE(card.title.startsWith(QStringLiteral("Ground loop"))) << card.title.toStdString();
  EXPECT_FALSE(card.list.isEmpty());
  const auto banner = bannerOf(conclusion, desk);
  ASSERT_TRUE(banner);
  EXPECT_EQ(banner->sentence, card.title);
}

TEST_F(HuntControllerTest, AStepCanBeRefusedAndTakenBack) {
  begin();
  hearAll();
  const auto first = controller.stand().current;
  ASSERT_TRUE(first);
  controller.skip();
  EXPECT_NE(controller.stand().current, first);
  controller.undo();
  EXPECT_EQ(controller.stand().current, first);
  controller.done();
  controller.undo();
  EXPECT_EQ(controller.stage(), Stage::proposing);
  EXPECT_EQ(controller.stand().current, first);
  EXPECT_EQ(situation, scene.start());
}

TEST_F(HuntControllerTest, StoppingLeavesTheStudioAsItWas) {
  begin();
  hearAll();
  controller.done();
  controller.stop();
  EXPECT_EQ(controller.stage(), Stage::idle);
  EXPECT_EQ(situation, scene.start());
  controller.take(hear(5.0));
  EXPECT_EQ(controller.stage(), Stage::idle);
}

TEST_F(HuntControllerTest, WithoutAChainItSaysThatNoLinkCanBeNamed) {
  controller.begin({}, place.lookup());
  hearAll();
  EXPECT_FALSE(controller.stand().hasChain);
  const chain::Desk desk(chain::Chain{}, place.lookup());
  const StepCardState card = stepCardOf(controller.stand(), desk, true);
  EXPECT_TRUE(card.why.contains(QStringLiteral("page Chain"))) << card.why.toStdString();
}

TEST_F(HuntControllerTest, WithoutAChainTheEndNamesTheCauseThatIsHeard) {
  controller.begin({}, place.lookup());
  situation = scene.start();  // Nothing is played that follows a desk.
  hearAll();
  while (controller.stage() == Stage::proposing) controller.skip();
  ASSERT_EQ(controller.stage(), Stage::ended);
  const chain::Desk desk(chain::Chain{}, place.lookup());
  const StepCardState card = stepCardOf(controller.stand(), desk, true);
  EXPECT_EQ(card.title, u"Ground loop");
  EXPECT_TRUE(card.list.isEmpty());
}

TEST_F(HuntControllerTest, WhatIsTakenForEarthedIsSaidAtTheStart) {
  begin();
  hearAll();
  const chain::Desk desk(place.desk.chain, place.lookup());
  HuntStand stand = controller.stand();
  EXPECT_FALSE(stepCardOf(stand, desk, true).why.contains(QStringLiteral("earth contact")));
  stand.takenForEarthed = {chain::DeviceId("monitor")};
  const QString why = stepCardOf(stand, desk, true).why;
  EXPECT_TRUE(why.contains(QStringLiteral("earth contact"))) << why.toStdString();
  EXPECT_TRUE(why.contains(QStringLiteral("monitor"))) << why.toStdString();
}

TEST_F(HuntControllerTest, TheTimelineKeepsEveryEntryWithItsTime) {
  const chain::Desk desk(place.desk.chain, place.lookup());
  QDateTime now(QDate(2026, 3, 1), QTime(14, 2));
  HuntTimeline timeline([&] { return now; });
  QObject::connect(&controller, &HuntController::entryMade, &timeline,
                   [&](const HeardStretch* heard) {
                     timeline.add(controller.stand().hunt->entries().back(), desk, heard,
                                  heard ? std::make_shared<measure::SpectrumFrame>() : nullptr);
                   });
  begin();
  hearAll();
  now = now.addSecs(60);
  controller.done();
  hearAll();
  ASSERT_GE(timeline.moments().size(), 2U);
  const HuntMoment& first = timeline.moments()[0];
  const HuntMoment& second = timeline.moments()[1];
  EXPECT_EQ(first.at.time(), QTime(14, 2));
  EXPECT_EQ(second.at.time(), QTime(14, 3));
  EXPECT_EQ(first.before, nullptr);
  EXPECT_EQ(second.before, first.after);
  EXPECT_NE(second.samples, nullptr);
  EXPECT_FALSE(second.result.isEmpty());
  const QStringList lines = timelineCsv(timeline.moments()).split(u'\n', Qt::SkipEmptyParts);
  ASSERT_EQ(lines.size(), static_cast<qsizetype>(timeline.moments().size()) + 1);
  for (const QString& line : lines) EXPECT_GE(line.count(u','), 6) << line.toStdString();
  EXPECT_TRUE(lines[1].startsWith(QStringLiteral("2026-03-01T14:02:00")));
  EXPECT_TRUE(lines[1].contains(QStringLiteral("ground_loop")));
}

}  // namespace
}  // namespace linecheck::ui
