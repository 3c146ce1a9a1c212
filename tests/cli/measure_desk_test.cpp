#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line.h"
#include "cli/user_folder.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::AllOf;
using ::testing::DoubleNear;
using ::testing::HasSubstr;

// The interface's profile does not tell which level at its inputs is full scale.
class MeasureAtTheDesk : public ::testing::Test {
 protected:
  static Outcome measure(std::vector<std::string> arguments, const char* to = "zen-go:in-1") {
    arguments.insert(arguments.begin(), "measure");
    const std::string source(LINECHECK_SOURCE_DIR);
    arguments.insert(arguments.end(),
                     {"--chain", source + "/docs/examples/zen-go-l30-ii.chain.json", "--loop-from",
                      "zen-go:line-out", "--loop-to", to});
    return call(arguments);
  }

  testing::TemporaryFolder folder;
  UserFolder home{folder.path()};
};

TEST_F(MeasureAtTheDesk, WhatCannotBePredictedSaysWhy) {
  const Outcome json = measure({"distortion", "--backend", "simulated", "--json"});
  ASSERT_EQ(json.status, 0) << json.err;
  EXPECT_EQ(text(json.json(), "prediction_missing/0/missing/0/what"), "maximum_level");
  EXPECT_THAT(text(json.json(), "prediction_missing/0/missing/0/text"), HasSubstr("Zen Go"));
  const Outcome text = measure({"distortion", "--backend", "simulated"});
  EXPECT_THAT(text.out, AllOf(HasSubstr("Not predicted in full: "), HasSubstr("Gain"),
                              HasSubstr("does not tell the greatest level of Zen Go")));
}

TEST_F(MeasureAtTheDesk, AVolumeIsFoundThoughNoProfileTellsTheGain) {
  const Outcome outcome = measure({"path", "--fault", "volume_slider", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(text(outcome.json(), "findings/0/id"), "loop-gain-off");
  EXPECT_THAT(text(outcome.json(), "findings/0/text"), HasSubstr("lower than it should"));
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("computer-playback"), HasSubstr("system-volume")));
}

TEST_F(MeasureAtTheDesk, ASavedLoopGainIsThePrediction) {
  ASSERT_EQ(call({"calibrate", "output", "--reading", "0.775V", "--backend", "simulated"}).status,
            0);
  ASSERT_EQ(call({"calibrate", "input", "--loop", "--backend", "simulated"}).status, 0);
  const json::Value sound = measure({"path", "--backend", "simulated", "--json"}).json();
  EXPECT_THAT(number(sound, "figures/0/predicted_db"), DoubleNear(0.0, 0.01));
  EXPECT_TRUE(at(sound, "prediction_missing/0").isNull());
  const json::Value low = measure({"path", "--fault", "volume_slider", "--json"}).json();
  EXPECT_EQ(text(low, "findings/0/id"), "gain-off");
  EXPECT_THAT(number(low, "findings/0/difference_db"), DoubleNear(-6.0, 0.02));
}

TEST_F(MeasureAtTheDesk, ASocketThatIsNotThereListsThoseThatAre) {
  const Outcome outcome = measure({"path", "--backend", "simulated"}, "zen-go:line-in");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("zen-go:in-1"), HasSubstr("zen-go:in-2")));
  EXPECT_THAT(call({"profiles", "show", "antelope-zen-go"}).out, HasSubstr("in-1"));
}

TEST_F(MeasureAtTheDesk, AMeasuredCalibrationIsNotGivenUpUnasked) {
  const std::vector<std::string> fromProfile = {
      "calibrate", "from-profile", "antelope-zen-go:line-out",
      "--backend", "simulated",    "--channel",
      "1",         "--channel",    "2"};
  ASSERT_EQ(call({"calibrate", "output", "--reading", "0.775V", "--backend", "simulated"}).status,
            0);
  const Outcome kept = call(fromProfile);
  EXPECT_EQ(kept.status, 2);
  EXPECT_THAT(kept.err, HasSubstr("--replace"));
  auto replacing = fromProfile;
  replacing.emplace_back("--replace");
  EXPECT_EQ(call(replacing).status, 0);
  const json::Value list = call({"calibrate", "list", "--json"}).json();
  EXPECT_EQ(at(list, "calibrations").getIf<json::Array>()->size(), 1U) << "no jack is there twice";
}

TEST_F(MeasureAtTheDesk, ALoopThatHasChangedIsNotSavedUnasked) {
  ASSERT_EQ(call({"calibrate", "output", "--reading", "0.775V", "--backend", "simulated"}).status,
            0);
  ASSERT_EQ(call({"calibrate", "input", "--loop", "--backend", "simulated"}).status, 0);
  const std::string before = call({"calibrate", "list"}).out;
  const Outcome refused = call({"calibrate", "input", "--loop", "--fault", "volume_slider"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_EQ(call({"calibrate", "list"}).out, before);
  EXPECT_EQ(call({"calibrate", "input", "--loop", "--fault", "volume_slider", "--replace"}).status,
            0);
  EXPECT_NE(call({"calibrate", "list"}).out, before);
}

}  // namespace
}  // namespace linecheck::cli
