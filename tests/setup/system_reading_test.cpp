#include "setup/system_reading.h"

#include <gtest/gtest.h>

#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using system::Endpoint;

Endpoint output(const std::string& name, bool isDefault = false) {
  Endpoint endpoint;
  endpoint.id = {system::Direction::output, name};
  endpoint.name = name;
  endpoint.isDefault = isDefault;
  return endpoint;
}

std::string chosen(const SetupDesk& desk, const std::vector<Endpoint>& endpoints) {
  const OutputChoice choice = outputOf(desk.desk(), endpoints);
  if (!choice.output) return "none";
  return choice.output->name + (choice.isByName ? " by name" : "");
}

TEST(OutputOfTheDesk, IsTheOneThatIsCalledAsItsInterface) {
  const SetupDesk desk = l30Desk();
  EXPECT_EQ(chosen(desk, {output("HDMI", true), output("Line Out (Zen Go Synergy Core)")}),
            "Line Out (Zen Go Synergy Core) by name");
  // The user's own word for it does, too, but the maker's counts more.
  EXPECT_EQ(chosen(desk, {output("HDMI", true), output("zen go usb")}), "zen go usb by name");
  EXPECT_EQ(chosen(desk, {output("ZEN GO"), output("Zen Go Synergy Core Analog Stereo")}),
            "Zen Go Synergy Core Analog Stereo by name");
}

TEST(OutputOfTheDesk, IsElseTheSystemsDefaultOrItsFirst) {
  const SetupDesk desk = l30Desk();
  EXPECT_EQ(chosen(desk, {output("HDMI"), output("Speakers", true)}), "Speakers");
  EXPECT_EQ(chosen(desk, {output("HDMI"), output("Speakers")}), "HDMI");
  EXPECT_EQ(chosen(desk, {}), "none");
  EXPECT_EQ(chosen(SetupDesk("dac3-ahb2"), {output("HDMI", true), output("Benchmark DAC3 B")}),
            "Benchmark DAC3 B by name");
}

TEST(OutputOfTheDesk, IsNeverAnInput) {
  Endpoint microphone = output("Zen Go", true);
  microphone.id.direction = system::Direction::input;
  EXPECT_EQ(chosen(l30Desk(), {microphone, output("HDMI")}), "HDMI");
  EXPECT_EQ(chosen(l30Desk(), {microphone}), "none");
}

TEST(OutputOfTheDesk, IsTheSystemsDefaultWhereTheDeskIsEmpty) {
  SetupDesk desk = l30Desk();
  desk.chain = {};
  EXPECT_EQ(chosen(desk, {output("HDMI"), output("Speakers", true)}), "Speakers");
}

TEST(SystemReadingOfAnEndpoint, TakesOverWhatTheSystemTells) {
  Endpoint endpoint = output("Line Out");
  endpoint.volume = system::Volume{0.8, Decibels::of(-5.8)};
  endpoint.isMuted = false;
  endpoint.balance = -0.1;
  endpoint.format = system::Format{44100, 2, system::SampleFormat{24, false}};
  endpoint.sharing = system::Sharing::exclusive;
  endpoint.hasEnhancements = true;
  endpoint.effects = {"Loudness"};
  const SystemReading reading = systemReadingOf({system::SoundServer::Kind::windows, {}}, endpoint);
  SystemReading expected;
  expected.endpoint = "Line Out";
  expected.system = chain::OperatingSystem::windows;
  expected.volume = 0.8;
  expected.volumeGain = Decibels::of(-5.8);
  expected.isMuted = false;
  expected.balance = -0.1;
  expected.bits = 24;
  expected.isFloat = false;
  expected.sampleRate = Hertz::of(44100.0);
  expected.isExclusive = true;
  expected.hasEnhancements = true;
  expected.effects = {"Loudness"};
  EXPECT_EQ(reading, expected);
}

TEST(SystemReadingOfAnEndpoint, LeavesOpenWhatTheSystemDoesNotTell) {
  SystemReading expected;
  expected.endpoint = "Line Out";
  expected.system = chain::OperatingSystem::linux;
  EXPECT_EQ(systemReadingOf({system::SoundServer::Kind::pipeWire, {}}, output("Line Out")),
            expected);
  Endpoint endpoint = output("Line Out");
  endpoint.format = system::Format{0, 0, std::nullopt};
  EXPECT_EQ(systemReadingOf({system::SoundServer::Kind::pipeWire, {}}, endpoint), expected);
}

}  // namespace
}  // namespace linecheck::setup
