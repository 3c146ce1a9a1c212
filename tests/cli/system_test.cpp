// `linecheck-cli system` on a real PulseAudio server.
#include <gtest/gtest.h>

#include <cmath>

#include "cli/command_line.h"
#include "cli/no_sound_server.h"
#include "support/pulse/pulse_server.h"

namespace linecheck::cli {
namespace {

using ::linecheck::testing::PulseServer;

bool isNull(const json::Value& root, const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const json::Value parent = at(root, path.substr(0, slash));
  const auto* object = parent.getIf<json::Object>();
  const auto* value = object != nullptr ? object->find(path.substr(slash + 1)) : nullptr;
  return value != nullptr && value->isNull();
}

bool isTrue(const json::Value& root, const std::string& path) {
  const json::Value value = at(root, path);
  const auto* truth = value.getIf<bool>();
  return truth != nullptr && *truth;
}

class SystemCommand : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server_.isUp()) << server_.output(); }
  PulseServer server_;
};

TEST_F(SystemCommand, ListsEveryEndpointInADocument) {
  const Outcome outcome = call({"system", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value root = outcome.json();
  EXPECT_EQ(text(root, "schema"), "linecheck.system/1");
  EXPECT_EQ(text(root, "server/name"), "pulseaudio");
  EXPECT_EQ(text(root, "endpoints/0/id"), "desk");
  EXPECT_EQ(text(root, "endpoints/0/name"), "Desk_Speakers");
  EXPECT_EQ(text(root, "endpoints/0/direction"), "output");
  EXPECT_TRUE(isTrue(root, "endpoints/0/is_default"));
  EXPECT_EQ(number(root, "endpoints/0/volume_percent"), 100);
  EXPECT_EQ(number(root, "endpoints/0/volume_db"), 0);
  EXPECT_EQ(number(root, "endpoints/0/balance"), 0);
  EXPECT_EQ(number(root, "endpoints/0/sample_rate_hz"), 48000);
  EXPECT_EQ(number(root, "endpoints/0/bits"), 24);
  EXPECT_EQ(text(root, "endpoints/0/sharing"), "shared");
  EXPECT_EQ(number(root, "endpoints/1/bits"), 16);
  EXPECT_EQ(text(root, "endpoints/2/direction"), "input");
}

TEST_F(SystemCommand, PrintsATableForPeople) {
  ASSERT_TRUE(server_.control("set-sink-mute phones 1"));
  const Outcome outcome = call({"system"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out.find("PulseAudio 1"), 0u);
  const auto line = [&outcome](const std::string& name) {
    const std::size_t start = outcome.out.find(name);
    return start == std::string::npos
               ? std::string()
               : outcome.out.substr(start, outcome.out.find('\n', start) - start);
  };
  EXPECT_NE(line("Desk_Speakers").find("24 bits, default"), std::string::npos) << outcome.out;
  EXPECT_NE(line("Phones").find("muted"), std::string::npos) << outcome.out;
  EXPECT_LT(outcome.out.find("Phones"), outcome.out.find("Inputs"));
  EXPECT_LT(outcome.out.find("Inputs"), outcome.out.find("Microphone"));
}

TEST_F(SystemCommand, SetsAVolumeAndPrintsWhatThenStands) {
  const Outcome outcome = call({"system", "volume", "phones", "50", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value root = outcome.json();
  EXPECT_EQ(text(root, "endpoints/0/id"), "phones");
  EXPECT_NEAR(number(root, "endpoints/0/volume_percent"), 50, 0.01);
  // PulseAudio's slider is cubic.
  EXPECT_NEAR(number(root, "endpoints/0/volume_db"), 60 * std::log10(0.5), 0.01);
  EXPECT_TRUE(at(root, "endpoints/1").isNull());
  EXPECT_EQ(number(call({"system", "--json"}).json(), "endpoints/0/volume_percent"), 100);
}

TEST_F(SystemCommand, SilenceIsNoNumber) {
  const Outcome outcome = call({"system", "volume", "output", "0", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value root = outcome.json();
  EXPECT_TRUE(isNull(root, "endpoints/0/volume_db"));
  EXPECT_TRUE(isTrue(root, "endpoints/0/silent"));
}

TEST_F(SystemCommand, MutesAndSoundsAgain) {
  const Outcome muted = call({"system", "mute", "microphone", "on", "--json"});
  ASSERT_EQ(muted.status, 0) << muted.err;
  EXPECT_TRUE(isTrue(muted.json(), "endpoints/0/muted"));
  const Outcome sounding = call({"system", "mute", "microphone", "off", "--json"});
  ASSERT_EQ(sounding.status, 0) << sounding.err;
  EXPECT_FALSE(at(sounding.json(), "endpoints/0/muted").isNull());
  EXPECT_FALSE(isTrue(sounding.json(), "endpoints/0/muted"));
}

TEST_F(SystemCommand, SetsAFormatAndPrintsWhatThenStands) {
  const Outcome outcome = call({"system", "format", "phones", "48000", "24", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value root = outcome.json();
  EXPECT_EQ(text(root, "schema"), "linecheck.system/1");
  EXPECT_EQ(text(root, "endpoints/0/id"), "phones");
  EXPECT_EQ(number(root, "endpoints/0/sample_rate_hz"), 48000);
  EXPECT_EQ(number(root, "endpoints/0/bits"), 24);
  EXPECT_EQ(number(root, "endpoints/0/channels"), 2);
  EXPECT_TRUE(at(root, "endpoints/1").isNull());
  const Outcome table = call({"system", "format", "Phones", "44100", "16"});
  ASSERT_EQ(table.status, 0) << table.err;
  EXPECT_NE(table.out.find("16 bits"), std::string::npos) << table.out;
}

TEST_F(SystemCommand, FloatingPointWithAsManyBitsStays) {
  ASSERT_TRUE(
      server_.control("load-module module-null-sink sink_name=float format=float32le rate=44100"));
  const Outcome outcome = call({"system", "format", "float", "48000", "32", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(number(outcome.json(), "endpoints/0/sample_rate_hz"), 48000);
  EXPECT_TRUE(isTrue(outcome.json(), "endpoints/0/float"));
}

TEST_F(SystemCommand, RefusesAFormatThatNoDeviceHasOrThatIsSetElsewhere) {
  ASSERT_TRUE(server_.control("load-module module-remap-sink sink_name=swapped master=desk"));
  for (const std::vector<std::string>& line :
       std::vector<std::vector<std::string>>{{"system", "format", "phones", "48000", "20"},
                                             {"system", "format", "phones", "0", "24"},
                                             {"system", "format", "phones", "fast", "24"},
                                             {"system", "format", "phones", "48000"},
                                             {"system", "format", "scarlett", "48000", "24"}}) {
    const Outcome outcome = call(line);
    EXPECT_EQ(outcome.status, 2) << line[2];
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err, "");
  }
  const Outcome elsewhere = call({"system", "format", "swapped", "96000", "24"});
  EXPECT_EQ(elsewhere.status, 2);
  EXPECT_NE(elsewhere.err.find("daemon.conf"), std::string::npos) << elsewhere.err;
  EXPECT_EQ(number(call({"system", "--json"}).json(), "endpoints/1/sample_rate_hz"), 44100);
}

TEST_F(SystemCommand, RefusesWhatNoSliderHasAndWhatIsNotThere) {
  for (const std::vector<std::string>& line :
       std::vector<std::vector<std::string>>{{"system", "volume", "output", "101"},
                                             {"system", "volume", "output", "nan"},
                                             {"system", "volume", "output"},
                                             {"system", "volume", "scarlett", "50"},
                                             {"system", "mute", "output", "maybe"}}) {
    const Outcome outcome = call(line);
    EXPECT_EQ(outcome.status, 2) << line.back();
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err, "");
  }
  EXPECT_EQ(number(call({"system", "--json"}).json(), "endpoints/0/volume_percent"), 100);
}

TEST(SystemCommandTrouble, WithoutASoundServerItIsADeviceError) {
  const NoSoundServer nobody;
  const Outcome outcome = call({"system", "--json"});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("No sound server runs"), std::string::npos) << outcome.err;
}

TEST(SystemCommandTrouble, AWordThatIsNoCommandIsNamedWithThoseThereAre) {
  const Outcome outcome = call({"system", "volum", "output", "50"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("There is no system volum. Did you mean volume?"), std::string::npos)
      << outcome.err;
  EXPECT_NE(outcome.err.find("see linecheck-cli system --help"), std::string::npos) << outcome.err;
  const Outcome extra = call({"system", "mute", "output", "on", "now", "please"});
  EXPECT_EQ(extra.status, 2);
  EXPECT_NE(extra.err.find("now please (see linecheck-cli system mute --help)"), std::string::npos)
      << extra.err;
}

}  // namespace
}  // namespace linecheck::cli
