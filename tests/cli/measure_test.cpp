#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "cli/command_line.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

bool truth(const json::Value& root, const std::string& path) {
  const json::Value value = at(root, path);
  const bool* flag = value.getIf<bool>();
  return flag != nullptr && *flag;
}

Outcome measure(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "measure");
  arguments.insert(arguments.end(), {"--backend", "simulated", "--json"});
  return call(arguments);
}

TEST(MeasureHum, ACleanStudioHasNone) {
  const Outcome outcome = measure({"hum", "--seconds", "4"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("{\n  \"schema\": \"linecheck.measurement/1\""));
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "backend"), "simulated");
  EXPECT_EQ(text(document, "input/host_api"), "Simulated studio");
  EXPECT_TRUE(truth(document, "valid"));
  EXPECT_EQ(number(document, "dropouts"), 0);
  EXPECT_TRUE(at(document, "stimulus").isNull());
  EXPECT_EQ(text(document, "channels/0/verdict/kind"), "no_hum");
  EXPECT_THAT(number(document, "duration_s"), DoubleNear(4.0, 0.01));
}

// Each fault that makes hum is named as what it is.
class MeasureFault : public ::testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(MeasureFault, IsNamed) {
  const auto& [fault, verdict] = GetParam();
  const Outcome outcome = measure({"hum", "--fault", fault, "--fail-on", "attention"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_EQ(text(outcome.json(), "channels/0/verdict/kind"), verdict);
}

INSTANTIATE_TEST_SUITE_P(All, MeasureFault,
                         ::testing::Values(std::pair{"ground_loop", "ground_loop"},
                                           std::pair{"magnetic_pickup", "magnetic_pickup"},
                                           std::pair{"supply_ripple", "supply_ripple"},
                                           std::pair{"mains_hash", "dimmer"},
                                           std::pair{"computer_hash", "usb_frames"}),
                         [](const auto& tested) { return std::string(tested.param.first); });

TEST(MeasureTone, ReadsWhatItPlayed) {
  const Outcome outcome =
      measure({"tone", "--level", "-30", "--frequency", "1000", "--seconds", "2"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_EQ(number(document, "stimulus/frequency_hz"), 1000);
  EXPECT_THAT(number(document, "channels/0/tone/frequency_hz"), DoubleNear(1000, 0.001));
  EXPECT_THAT(number(document, "channels/0/tone/level_dbfs"), DoubleNear(-30, 0.005));
  EXPECT_EQ(text(document, "channels/0/verdict/kind"), "no_hum") << "1 kHz is 20 × 50 Hz.";
}

TEST(MeasureTone, AVolumeSliderTakesItsDecibels) {
  const json::Value document =
      measure({"tone", "--level", "-30", "--frequency", "1000", "--fault", "volume_slider"}).json();
  EXPECT_THAT(number(document, "channels/0/tone/level_dbfs"), DoubleNear(-36, 0.005));
}

TEST(MeasureTone, HumBesideTheToneIsFound) {
  const json::Value document =
      measure({"tone", "--frequency", "1000", "--fault", "ground_loop"}).json();
  EXPECT_TRUE(truth(document, "channels/0/hum/present"));
  EXPECT_THAT(number(document, "channels/0/hum/harmonics/0/level_dbfs"), DoubleNear(-55, 0.05));
}

TEST(MeasureTone, ATypedLoudLevelIsConsentWithAWarning) {
  const Outcome outcome = measure({"tone", "--level", "-6", "--seconds", "1"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("Take headphones off"));
}

TEST(MeasureTone, InATerminalALoudLevelIsAskedFor) {
  const std::vector<std::string> arguments = {"measure", "tone", "--backend", "simulated",
                                              "--level", "-6",   "--seconds", "1"};
  for (const auto& [answer, status] : {std::pair{"n\n", 4}, {"\n", 4}, {"y\n", 0}}) {
    std::istringstream answers(answer);
    std::ostringstream out, err;
    EXPECT_EQ(run(arguments, out, err, &answers), status) << answer;
    EXPECT_THAT(err.str(), HasSubstr("Play it?"));
  }
}

TEST(Measure, LostSamplesGiveNoFigures) {
  const Outcome outcome = measure({"tone", "--fault", "dropouts", "--seconds", "3"});
  EXPECT_EQ(outcome.status, 4);
  const json::Value document = outcome.json();
  EXPECT_FALSE(truth(document, "valid"));
  EXPECT_GT(number(document, "dropouts"), 0);
  EXPECT_THAT(*at(document, "channels").getIf<json::Array>(), IsEmpty());
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

TEST(Measure, ADeadInputOrAMissingLoopIsInvalid) {
  const Outcome dead = measure({"hum", "--fault", "dead_input", "--seconds", "1"});
  EXPECT_EQ(dead.status, 4);
  EXPECT_EQ(text(dead.json(), "invalid_reason"), "dead_input");
  const Outcome open = measure({"tone", "--fault", "no_loopback", "--seconds", "1"});
  EXPECT_EQ(open.status, 4);
  EXPECT_EQ(text(open.json(), "invalid_reason"), "no_loopback");
}

TEST(Measure, DeviceErrorsAreStatusThree) {
  for (const auto& outcome :
       {measure({"hum", "--input", "Nothing like it"}), measure({"hum", "--rate", "12345"}),
        measure({"hum", "--fault", "unplugged"})}) {
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

TEST(Measure, UsageErrorsAreStatusTwo) {
  for (const auto& outcome : {measure({"hum", "--fault", "gremlins"}), measure({"smell"}),
                              measure({"hum", "--seconds", "0"})}) {
    EXPECT_EQ(outcome.status, 2) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(Measure, ASavedCaptureGivesTheSameVerdict) {
  const testing::TemporaryFolder folder;
  const std::string file = (folder / "hunt.wav").string();
  const Outcome live = measure({"hum", "--fault", "ground_loop", "--seconds", "4", "--save", file});
  ASSERT_EQ(live.status, 0) << live.err;
  const Outcome replay = call({"measure", "hum", "--backend", "file", "--input", file, "--json"});
  ASSERT_EQ(replay.status, 0) << replay.err;
  const std::string from = "\"channels\"";
  EXPECT_EQ(replay.out.substr(replay.out.find(from)), live.out.substr(live.out.find(from)));
}

TEST(Devices, ListsTheStudioWithItsRates) {
  const Outcome outcome = call({"devices", "--backend", "simulated", "--rates", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "schema"), "linecheck.devices/1");
  EXPECT_EQ(text(document, "devices/0/name"), "Demo studio");
  EXPECT_EQ(number(document, "devices/0/sample_rates_hz/0"), 44100);
}

TEST(Profiles, AreListedShownAndValidated) {
  const json::Value list = call({"profiles", "list", "--json"}).json();
  EXPECT_GE(at(list, "profiles").getIf<json::Array>()->size(), 13u);
  EXPECT_THAT(call({"profiles", "list", "l30", "ii"}).out, StartsWith("topping-l30-ii"));

  const json::Value shown = call({"profiles", "show", "neuropunk-m1", "--json"}).json();
  EXPECT_EQ(text(shown, "schema"), "linecheck.profile/1");
  EXPECT_EQ(text(shown, "profile/model"), "M1");
  EXPECT_THAT(call({"profiles", "show", "neuropunk-m1"}).out, HasSubstr("91"));
  EXPECT_THAT(call({"profiles", "show", "audeze-lcd-x"}).out,
              HasSubstr("headphones · planar, open"));

  const Outcome missing = call({"profiles", "show", "nobody-nothing"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.err, HasSubstr("nobody-nothing"));

  const std::string good = text(shown, "file");
  EXPECT_EQ(call({"profiles", "validate", good}).status, 0);
  const std::string bad = std::string(LINECHECK_TEST_DATA) + "/profiles/bad-power.json";
  const Outcome validated = call({"profiles", "validate", good, bad, "--json"});
  EXPECT_EQ(validated.status, 2);
  EXPECT_TRUE(truth(validated.json(), "files/0/valid"));
  EXPECT_FALSE(truth(validated.json(), "files/1/valid"));
  EXPECT_GT(at(validated.json(), "files/1/errors").getIf<json::Array>()->size(), 1u);
}

}  // namespace
}  // namespace linecheck::cli
