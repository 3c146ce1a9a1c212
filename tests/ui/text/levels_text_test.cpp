#include "text/levels_text.h"

#include <gtest/gtest.h>

#include <set>

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;
using Tone = BannerState::Tone;

measure::ProcedureResult resultWith(std::vector<measure::PathFinding> findings) {
  measure::ProcedureResult result;
  result.procedure = measure::findProcedure("noise");
  measure::Recording recording;
  recording.path.wasRun = true;
  recording.path.findings = std::move(findings);
  result.recordings.push_back(std::move(recording));
  return result;
}

TEST(LevelsText, AgesAreToldInTheUnitThatFits) {
  EXPECT_EQ(ageText(0s), u"just now");
  EXPECT_EQ(ageText(59s), u"just now");
  EXPECT_EQ(ageText(60s), u"1 min ago");
  EXPECT_EQ(ageText(2h), u"2 h ago");
  EXPECT_EQ(ageText(25h), u"yesterday");
  EXPECT_EQ(ageText(72h), u"3 days ago");
}

TEST(LevelsText, EveryStateHasAWordOfItsOwn) {
  std::set<QString> words;
  for (int state = 0; state <= static_cast<int>(RunState::fail); ++state) {
    words.insert(runStateWord(static_cast<RunState>(state)));
  }
  EXPECT_EQ(words.size(), static_cast<std::size_t>(RunState::fail) + 1);
  EXPECT_FALSE(words.contains(QString()));
}

TEST(LevelsText, ACleanPathIsGoodAndAnUnusableOneShowsWhatToDo) {
  EXPECT_EQ(resultBanner(resultWith({})).tone, Tone::good);
  const auto bad = resultBanner(
      resultWith({{measure::PathFault::gain, measure::Certainty::certain, {}, -6.0},
                  {measure::PathFault::clipping, measure::Certainty::certain, 0, {}}}));
  EXPECT_EQ(bad.tone, Tone::bad);
  EXPECT_TRUE(bad.sentence.startsWith(QStringLiteral("Input 1: "))) << bad.sentence.toStdString();
  EXPECT_TRUE(bad.detail.contains(QStringLiteral("Turn the input's gain down")));
}

TEST(LevelsText, AGainIsAWarningThatFiguresStandUnder) {
  const auto state = resultBanner(
      resultWith({{measure::PathFault::gain, measure::Certainty::certain, {}, -6.02}}));
  EXPECT_EQ(state.tone, Tone::attention);
  EXPECT_TRUE(state.sentence.contains(QStringLiteral("6.02 dB lower")));
}

TEST(LevelsText, AJudgementSaysByHowMuchAndWhere) {
  measure::Trace trace;
  trace.yUnit = measure::Unit::dbfs;
  measure::Judgement judged;
  judged.x = 1000.0;
  judged.excess = -0.25;
  EXPECT_EQ(judgementText(judged, trace, 1),
            u"Input 2: Pass: 0.25\u2009dB inside the limits at 1.000\u2009kHz.");
  judged.isWithin = false;
  judged.excess = 1.5;
  EXPECT_EQ(judgementText(judged, trace, {}),
            u"Fail: 1.50\u2009dB outside the limits at 1.000\u2009kHz.");
}

}  // namespace
}  // namespace linecheck::ui
