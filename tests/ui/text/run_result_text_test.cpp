#include "text/run_result_text.h"

#include <gtest/gtest.h>

#include "text/levels_text.h"

namespace linecheck::ui {
namespace {

using measure::Unit;
using Tone = BannerState::Tone;

measure::ProcedureResult resultOf(const char* kind, measure::Reading reading,
                                  std::vector<measure::PathFinding> path = {}) {
  measure::ProcedureResult result;
  result.procedure = measure::findProcedure(kind);
  result.recordings.emplace_back();
  result.recordings.back().path.wasRun = true;
  result.recordings.back().path.findings = std::move(path);
  result.reading = std::move(reading);
  return result;
}

measure::Reading limited() {
  measure::Reading reading;
  reading.figures = {{"knee", Unit::dbfs, 0, -0.13, 0.01}, {"knee", Unit::dbfs, 1, -0.13, 0.01}};
  reading.statements = {{"limiter", "linked_limiter", 0}, {"limiter", "linked_limiter", 1}};
  return reading;
}

TEST(RunResultText, ALimiterIsWhatTheBannerTellsOverASoundPath) {
  const auto banner = resultBanner(resultOf("limiter", limited()));
  EXPECT_EQ(banner.tone, Tone::bad);
  EXPECT_EQ(banner.sentence,
            u"Limiter: the system's limiter turns all channels down. From −0.13\u2009dBFS on.");
  EXPECT_TRUE(banner.detail.startsWith(QStringLiteral("The path is clean")));
  EXPECT_EQ(endState(resultOf("limiter", limited())), RunState::finding);
}

TEST(RunResultText, APathThatIsCertainlyNotSoundComesFirst) {
  const auto banner = resultBanner(resultOf(
      "limiter", limited(), {{measure::PathFault::gain, measure::Certainty::certain, {}, -6.0}}));
  EXPECT_TRUE(banner.sentence.contains(QStringLiteral("lower than it should")));
  EXPECT_TRUE(banner.detail.contains(QStringLiteral("limiter turns all channels down")));
}

TEST(RunResultText, WhatOneInputAloneTellsNamesIt) {
  measure::Reading reading;
  reading.statements = {{"polarity", "normal", 0}, {"polarity", "inverted", 1}};
  const auto found = gravestFinding(reading);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->text, u"Input 2: Polarity: inverted");
}

TEST(RunResultText, WithoutAFindingTheMainFigureIsTold) {
  measure::Reading reading;
  reading.figures = {{"noise", Unit::dbfs, 0, -100.0, {}},
                     {"noise_a", Unit::dbfs, 0, -102.25, {}},
                     {"noise_a", Unit::dbfs, 1, -101.5, {}}};
  EXPECT_FALSE(gravestFinding(reading));
  EXPECT_EQ(mainFigureText("noise", reading), u"Noise, A-weighted: −102.25 and −101.50\u2009dBFS");
  EXPECT_EQ(resultBanner(resultOf("noise", reading)).tone, Tone::good);
  EXPECT_EQ(endState(resultOf("noise", reading)), RunState::done);
}

}  // namespace
}  // namespace linecheck::ui
