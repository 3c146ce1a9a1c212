#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line.h"

// What is told of each fault agrees, whichever measurement tells it.
namespace linecheck::cli {
namespace {

using ::testing::AllOf;
using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::Not;

Outcome with(const char* fault, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "measure");
  arguments.insert(arguments.end(), {"--fault", fault});
  return call(arguments);
}

TEST(MeasureFaults, AMutedInputIsCalledOne) {
  const Outcome outcome = with("dead_input", {"path", "--json"});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_EQ(text(outcome.json(), "path/findings/0/id"), "dead_input");
  EXPECT_THAT(text(outcome.json(), "path/findings/0/text"), HasSubstr("zeros"));
}

TEST(MeasureFaults, WithAutomaticGainNoneTellsOfLimitersOrClipping) {
  for (const char* kind : {"headroom", "limiter", "overs"}) {
    const Outcome outcome = with("automatic_gain", {kind});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, AllOf(HasSubstr("cannot be told: a gain follows the level"),
                                   Not(HasSubstr("a limiter:")), Not(HasSubstr("Turn up")),
                                   Not(HasSubstr("What clips"))))
        << kind;
  }
  const json::Value headroom = with("automatic_gain", {"headroom", "--json"}).json();
  EXPECT_TRUE(at(headroom, "figures/0/value_dbfs").isNull());
}

// 6 dB less on the way: the input looks 5 dB too low until the slider is up.
TEST(MeasureFaults, AVolumeIsSetRightBeforeAnythingIsTrimmed) {
  const Outcome outcome = with("volume_slider", {"headroom", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  const json::Value figures = at(document, "figures");
  double trim = 99.0;
  for (std::size_t i = 0; i < figures.getIf<json::Array>()->size(); ++i) {
    const std::string figure = "figures/" + std::to_string(i);
    if (text(document, figure + "/name") == "trim") trim = number(document, figure + "/value_db");
  }
  EXPECT_THAT(trim, DoubleNear(5.0, 0.05));
  EXPECT_THAT(outcome.out, HasSubstr("trim_first"));
}

TEST(MeasureFaults, SteppedTonesTellOfDistortion) {
  const Outcome outcome = with("soft_clipping", {"level-steps"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("THD, worst at"), HasSubstr("THD+N, worst")));
  const json::Value document =
      with("soft_clipping", {"frequency-steps", "--level", "-3", "--json"}).json();
  const json::Value figures = at(document, "figures");
  double worst = -200.0;
  for (std::size_t i = 0; i < figures.getIf<json::Array>()->size(); ++i) {
    const std::string figure = "figures/" + std::to_string(i);
    if (text(document, figure + "/name") == "thd_worst") {
      worst = number(document, figure + "/value_db");
    }
  }
  EXPECT_GT(worst, -40.0) << "it ends at −6 dBFS";
}

TEST(MeasureFaults, WhatTheNoiseHidesIsSaidInWordsAndOnce) {
  const std::string out = with("computer_hash", {"path"}).out;
  EXPECT_THAT(out, Not(HasSubstr("sixteen_bit")));
}

}  // namespace
}  // namespace linecheck::cli
