// `linecheck-cli setup … --measure` takes the system's word from a real PulseAudio server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/setup_report_reader.h"
#include "cli/user_folder.h"
#include "support/pulse/pulse_server.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using linecheck::testing::PulseServer;
using linecheck::testing::TemporaryFolder;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Without a cable the studio's path proves nothing, so that the system's word is all there is.
class SetupSystem : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server_.isUp()) << server_.output(); }

  static Outcome run(const std::string& command, const std::vector<std::string>& more) {
    std::vector<std::string> line{"--json",    "setup",     command,   exampleDesk("zen-go-l30-ii"),
                                  "--backend", "simulated", "--fault", "no_loopback"};
    line.insert(line.end(), more.begin(), more.end());
    return call(line);
  }
  static Outcome measured(std::vector<std::string> more = {}) {
    more.emplace_back("--measure");
    return run("checklist", more);
  }
  static std::string standingOf(const Outcome& outcome, const std::string& item) {
    return standing(itemOf(outcome.json(), "computer", item));
  }

  TemporaryFolder folder_;
  UserFolder user_{folder_.path()};
  PulseServer server_;
};

TEST_F(SetupSystem, WhatIsRightIsKnownByTheSystem) {
  const Outcome outcome = measured();
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(standingOf(outcome, "system_volume"), "done by system");
  EXPECT_EQ(standingOf(outcome, "not_muted"), "done by system");
  EXPECT_EQ(standingOf(outcome, "bit_depth"), "done by system");
  EXPECT_EQ(standingOf(outcome, "sample_rate"), "done by system");
  const json::Value volume = itemOf(outcome.json(), "computer", "system_volume");
  EXPECT_THAT(text(volume, "detail"), AllOf(HasSubstr("Desk_Speakers"), HasSubstr("100")));
  EXPECT_FALSE(text(volume, "at").empty());
}

TEST_F(SetupSystem, AVolumeOf80PercentAnd16BitsAreWrong) {
  ASSERT_TRUE(server_.control("set-sink-volume phones 80%"));
  const Outcome outcome = measured({"--system-output", "Phones"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value volume = itemOf(outcome.json(), "computer", "system_volume");
  EXPECT_EQ(standing(volume), "wrong by system");
  EXPECT_THAT(text(volume, "detail"), AllOf(HasSubstr("Phones"), HasSubstr("80")));
  EXPECT_THAT(text(volume, "cure"), HasSubstr("100"));
  EXPECT_EQ(standingOf(outcome, "bit_depth"), "wrong by system");
  EXPECT_EQ(standingOf(outcome, "sample_rate"), "wrong by system") << "44.1 for 48 kHz.";
  const json::Value step = stepOf(outcome.json(), "computer");
  EXPECT_EQ(text(step, "state"), "wrong");
  EXPECT_EQ(text(step, "title"), "Computer");
  EXPECT_EQ(text(step, "detail"), text(volume, "detail"));
  EXPECT_EQ(run("checklist", {"--measure", "--system-output", "Phones", "--fail-on", "bad"}).status,
            1);
}

TEST_F(SetupSystem, AMuteIsWrong) {
  ASSERT_TRUE(server_.control("set-sink-mute desk 1"));
  EXPECT_EQ(standingOf(measured(), "not_muted"), "wrong by system");
}

TEST_F(SetupSystem, TheOutputThatIsCalledAsTheInterfaceIsRead) {
  ASSERT_TRUE(
      server_.control("load-module module-null-sink sink_name=zen format=s24le rate=48000 "
                      "\"sink_properties=\\\"device.description='Zen Go Line'\\\"\""));
  ASSERT_TRUE(server_.control("set-sink-volume zen 50%"));
  const Outcome outcome = measured();
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("output Zen Go Line\n"));
  EXPECT_THAT(text(itemOf(outcome.json(), "computer", "system_volume"), "detail"),
              AllOf(HasSubstr("Zen Go Line"), HasSubstr("50")));
}

TEST_F(SetupSystem, SaysWhichOutputItTookForWantOfOneAndWhoseSettingsTheseAre) {
  const Outcome outcome = measured();
  EXPECT_THAT(outcome.err, HasSubstr("PulseAudio 1"));
  EXPECT_THAT(outcome.err, HasSubstr("output Desk_Speakers, for none is called as"));
  EXPECT_THAT(outcome.err, HasSubstr("--system-output"));
  EXPECT_THAT(outcome.err,
              HasSubstr("of this computer; what follows is measured in the simulated"));
}

TEST_F(SetupSystem, RefusesAnOutputThatIsNoneAndNamesThoseThereAre) {
  const Outcome unknown = measured({"--system-output", "scarlett"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.out, IsEmpty());
  EXPECT_THAT(unknown.err, AllOf(HasSubstr("scarlett"), HasSubstr("Desk_Speakers")));
  const Outcome input = measured({"--system-output", "Microphone"});
  EXPECT_EQ(input.status, 2);
  EXPECT_THAT(input.err, AllOf(HasSubstr("Microphone"), HasSubstr("input")));
}

TEST_F(SetupSystem, WithoutMeasuringNothingIsRead) {
  const Outcome outcome = call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, Not(HasSubstr(R"("known_by": "system")")));
}

TEST_F(SetupSystem, RepeatTellsThatTheVolumeWasMoved) {
  const std::string state = (folder_ / "state.json").string();
  ASSERT_EQ(measured({"--state", state}).status, 0);
  ASSERT_TRUE(server_.control("set-sink-volume desk 80%"));
  const Outcome outcome = run("repeat", {"--state", state});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value change = withId(outcome.json(), "changes", "system_volume");
  EXPECT_NEAR(number(change, "before"), 1.0, 1e-4);
  EXPECT_NEAR(number(change, "now"), 0.8, 1e-4);
  EXPECT_EQ(standingOf(outcome, "system_volume"), "wrong by system");
}

TEST_F(SetupSystem, WhatIsMeasuredCountsBeforeTheSystemsWord) {
  const Outcome outcome =
      call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii"), "--backend", "simulated",
            "--measure", "--system-output", "Phones"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value bits = itemOf(outcome.json(), "computer", "bit_depth");
  EXPECT_EQ(standing(bits), "done by measured");
  EXPECT_THAT(text(bits, "contradictions/0"), HasSubstr("16"));
}

TEST_F(SetupSystem, WhatTheSystemSaysIsPrintedEvenIfTheDeviceIsLost) {
  const Outcome outcome = call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii"),
                                "--backend", "simulated", "--measure", "--fault", "unplugged"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_THAT(outcome.out, HasSubstr(R"("complete": false)"));
  EXPECT_EQ(standingOf(outcome, "system_volume"), "done by system");
}

}  // namespace
}  // namespace linecheck::cli
