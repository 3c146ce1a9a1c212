#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line.h"
#include "cli/user_folder.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class Calibrate : public ::testing::Test {
 protected:
  static Outcome calibrate(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "calibrate");
    return call(arguments);
  }
  static Outcome studio(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--backend", "simulated", "--json"});
    return calibrate(std::move(arguments));
  }
  /// As at a terminal at which these lines are typed.
  static Outcome typed(std::vector<std::string> arguments, const std::string& lines) {
    arguments.insert(arguments.begin(), "calibrate");
    std::istringstream answers(lines);
    std::ostringstream out, err;
    Outcome outcome;
    outcome.status = run(arguments, out, err, &answers);
    outcome.out = out.str();
    outcome.err = err.str();
    return outcome;
  }
  static std::size_t count() {
    const json::Value list = calibrate({"list", "--json"}).json();
    const json::Value records = at(list, "calibrations");
    const auto* array = records.getIf<json::Array>();
    return array != nullptr ? array->size() : 999;
  }

  testing::TemporaryFolder folder;
  UserFolder home{folder.path()};
};

// 0.775 V at −20 dBFS: 20·lg(0.775/√0.6) + 20 dBu.
TEST_F(Calibrate, AReadingAtTheOutputBecomesARecord) {
  const Outcome outcome = studio({"output", "--reading", "0.775V", "--channel", "2", "--probes",
                                  "hot-to-cold", "--control", "trim=+20 dBu"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("{\n  \"schema\": \"linecheck.calibration/1\""));
  const json::Value document = outcome.json();
  EXPECT_THAT(number(document, "calibrations/0/full_scale_dbu"), DoubleNear(20.0045, 1e-3));
  EXPECT_EQ(number(document, "calibrations/0/number"), 1);
  EXPECT_EQ(number(document, "calibrations/0/channels/0"), 2);
  EXPECT_EQ(text(document, "calibrations/0/direction"), "output");
  EXPECT_EQ(text(document, "calibrations/0/device/name"), "Demo studio");
  EXPECT_EQ(text(document, "calibrations/0/controls/trim"), "+20 dBu");
  EXPECT_EQ(text(document, "calibrations/0/known_by/probes"), "hot_to_cold");
  // ±1 % and 1 mV of 775 mV is 1.129 %, or 0.0986 dB.
  EXPECT_THAT(number(document, "calibrations/0/uncertainty_db"), DoubleNear(0.0986, 1e-3));
  EXPECT_THAT(calibrate({"list"}).out, HasSubstr("Output 2 of Demo studio"));
}

TEST_F(Calibrate, OneLegAndHighFrequenciesAreWarnedOf) {
  const Outcome outcome =
      studio({"output", "--reading", "500mV", "--probes", "hot-to-ground", "--frequency", "1000"});
  EXPECT_EQ(text(outcome.json(), "cautions/0"), "meter_may_read_low");
  EXPECT_EQ(text(outcome.json(), "cautions/1"), "cold_leg_assumed");
  // 2 × 0.5 V is 0 dBV, or 2.218 dBu.
  EXPECT_THAT(number(outcome.json(), "calibrations/0/full_scale_dbu"), DoubleNear(22.218, 1e-3));
}

TEST_F(Calibrate, InAScriptTheReadingIsRequired) {
  const Outcome outcome = studio({"output"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("--reading"));
}

TEST_F(Calibrate, InATerminalItPlaysAndAsksUntilTheReadingCanBe) {
  const Outcome outcome = typed({"output", "--backend", "simulated"}, "1.23\n40V\n0.775 V\n");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("Set the meter to AC volts"));
  EXPECT_THAT(outcome.err, HasSubstr("like 1.23V"));
  EXPECT_THAT(outcome.err, HasSubstr("no line level"));
  EXPECT_THAT(outcome.out, HasSubstr("0 dBFS is 20.00"));
  EXPECT_EQ(count(), 1u);
}

TEST_F(Calibrate, WithoutAReadingNothingIsSaved) {
  for (const char* lines : {"", "\n"}) {
    const Outcome outcome = typed({"output", "--backend", "simulated"}, lines);
    EXPECT_EQ(outcome.status, 4);
    EXPECT_EQ(count(), 0u);
  }
}

TEST_F(Calibrate, ALoudToneIsAskedForFirst) {
  const Outcome outcome =
      typed({"output", "--backend", "simulated", "--level", "-6"}, "n\n1.00V\n");
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.err, HasSubstr("Play it?"));
  EXPECT_EQ(count(), 0u);
}

// The studio's loop has no gain: what is read at the jack at −20 dBFS comes in at −20 dBFS.
TEST_F(Calibrate, AnInputIsKnownByTheVoltsAtItsJack) {
  const Outcome outcome = studio({"input", "--reading", "0.775V"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(number(outcome.json(), "calibrations/0/full_scale_dbu"), DoubleNear(20.0045, 0.01));
  EXPECT_EQ(text(outcome.json(), "calibrations/0/direction"), "input");
}

TEST_F(Calibrate, AnInputIsKnownThroughACableFromACalibratedOutput) {
  EXPECT_THAT(studio({"input", "--loop"}).err, HasSubstr("not calibrated yet"));
  ASSERT_EQ(studio({"output", "--reading", "0.775V"}).status, 0);
  const Outcome outcome = studio({"input", "--loop"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(number(outcome.json(), "calibrations/0/full_scale_dbu"), DoubleNear(20.0045, 0.01));
  EXPECT_EQ(text(outcome.json(), "calibrations/0/known_by/kind"), "loop");
  EXPECT_EQ(text(outcome.json(), "calibrations/1/kind"), "loop_gain");
  EXPECT_THAT(number(outcome.json(), "calibrations/1/gain_db"), DoubleNear(0.0, 0.01));
  EXPECT_EQ(count(), 3u);
  const Outcome oneLeg = studio({"input", "--loop", "--one-leg"});
  EXPECT_THAT(number(oneLeg.json(), "calibrations/0/full_scale_dbu"),
              DoubleNear(20.0045 - 6.0206, 0.01));
}

TEST_F(Calibrate, AnOutputsStaleCalibrationIsUsedOnTheUsersWordOnly) {
  ASSERT_EQ(studio({"output", "--reading", "0.775V", "--rate", "48000"}).status, 0);
  const std::vector<std::string> loop = {"input", "--loop", "--rate", "96000"};
  const Outcome refused = studio(loop);
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("the sample rate was 48000 Hz and is 96000 Hz"));
  EXPECT_EQ(count(), 1u);

  std::vector<std::string> interactive = loop;
  interactive.insert(interactive.end(), {"--backend", "simulated"});
  EXPECT_EQ(typed(interactive, "n\n").status, 2);
  EXPECT_EQ(count(), 1u);
  EXPECT_EQ(typed(interactive, "y\n").status, 0);
  EXPECT_EQ(count(), 3u);
  std::vector<std::string> said = loop;
  said.emplace_back("--use-stale");
  EXPECT_EQ(studio(said).status, 0);
}

TEST_F(Calibrate, ADataSheetIsMarkedAsSuch) {
  const Outcome outcome = studio({"from-profile", "antelope-zen-go:line-out"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(text(outcome.json(), "calibrations/0/known_by/kind"), "profile");
  EXPECT_EQ(text(outcome.json(), "calibrations/0/known_by/profile"), "antelope-zen-go");
  EXPECT_THAT(text(outcome.json(), "calibrations/0/known_by/confidence"),
              ::testing::Not(IsEmpty()));
  EXPECT_THAT(calibrate({"list"}).out, HasSubstr("not measured"));
  EXPECT_EQ(studio({"from-profile", "antelope-zen-go"}).status, 2);
  EXPECT_EQ(studio({"from-profile", "antelope-zen-go:nowhere"}).status, 2);
  EXPECT_EQ(studio({"from-profile", "topping-l30-ii:line-in"}).status, 2);
}

TEST_F(Calibrate, RecordsAreListedAndRemoved) {
  EXPECT_EQ(count(), 0u);
  ASSERT_EQ(studio({"output", "--reading", "1.00V", "--channel", "1"}).status, 0);
  ASSERT_EQ(studio({"output", "--reading", "1.00V", "--channel", "2"}).status, 0);
  EXPECT_EQ(calibrate({"remove", "1"}).status, 0);
  EXPECT_THAT(calibrate({"list"}).out, StartsWith("1  Output 2 "));
  EXPECT_EQ(calibrate({"remove", "2"}).status, 2);
  EXPECT_EQ(calibrate({"remove", "0"}).status, 2);
  EXPECT_EQ(count(), 1u);
}

TEST_F(Calibrate, BadUsageChangesNothing) {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"output", "--reading", "1.23"},
           {"output", "--reading", "50V"},
           {"output", "--reading", "1V", "--control", "gain"},
           {"output", "--reading", "1.00V", "--control", "gain=1", "--control", "gain=2"},
           {"output", "--reading", "1.00V", "--level", "3"},
           {"input"},
           {"input", "--loop", "--reading", "1.00V"},
           {"input", "--one-leg", "--reading", "1.00V"}}) {
    const Outcome outcome = studio(arguments);
    EXPECT_EQ(outcome.status, 2) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
  }
  EXPECT_EQ(studio({"output", "--reading", "1.00V", "--channel", "3"}).status, 3);
  EXPECT_EQ(studio({"output", "--reading", "1.00V", "--output", "Nobody"}).status, 3);
  EXPECT_EQ(count(), 0u);
}

TEST_F(Calibrate, ABrokenFileIsToldAndLeftAlone) {
  ASSERT_EQ(studio({"output", "--reading", "1.00V"}).status, 0);
  const std::string file = text(calibrate({"list", "--json"}).json(), "file");
  const auto whole = testing::readBytes(file);
  const auto broken = whole.substr(0, whole.size() / 2);
  testing::writeBytes(file, broken);
  for (const Outcome& outcome : {studio({"output", "--reading", "1.00V"}), calibrate({"list"}),
                                 calibrate({"remove", "1"})}) {
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_THAT(outcome.err, HasSubstr("calibrations.json"));
  }
  EXPECT_EQ(testing::readBytes(file), broken);
}

}  // namespace
}  // namespace linecheck::cli
