#include "midi/port_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::midi {
namespace {

std::vector<Port> identified(Api api, const std::vector<std::string>& names) {
  return identifyPorts(api, names, "Linecheck");
}

TEST(PortNames, AreTheSameAfterADeviceWasPluggedInAgain) {
  EXPECT_EQ(identified(Api::alsa, {"nanoPAD2:nanoPAD2 MIDI 1 20:0"})[0].id,
            identified(Api::alsa, {"nanoPAD2:nanoPAD2 MIDI 1 28:0"})[0].id);
  EXPECT_EQ(identified(Api::jack, {"a2j:nanoPAD2 [20] (capture): nanoPAD2 MIDI 1"})[0].id,
            identified(Api::jack, {"a2j:nanoPAD2 [32] (capture): nanoPAD2 MIDI 1"})[0].id);
  EXPECT_EQ(identified(Api::windowsMm, {"nanoPAD2 0"})[0].id,
            identified(Api::windowsMm, {"nanoPAD2 3"})[0].id);
}

TEST(PortNames, KeepTheNumbersThatAreTheDevicesOwn) {
  EXPECT_EQ(stableName(Api::alsa, "Keystation 49:Keystation 49 MIDI 2 24:1"),
            "Keystation 49:Keystation 49 MIDI 2");
  EXPECT_EQ(stableName(Api::coreMidi, "Launchpad Mini 3"), "Launchpad Mini 3");
  EXPECT_EQ(stableName(Api::jack, "system:midi_capture_2"), "system:midi_capture_2");
}

TEST(PortNames, TellTwoDevicesOfOneModelApart) {
  const auto ports = identified(Api::alsa, {"FC-5:FC-5 MIDI 1 20:0", "FC-5:FC-5 MIDI 1 24:0"});
  EXPECT_EQ(ports[0].id.name, ports[1].id.name);
  EXPECT_NE(ports[0].id, ports[1].id);
  EXPECT_NE(ports[0].device, ports[1].device);
}

struct Pair {
  Api api;
  std::string input;
  std::string output;
};

class DeviceName : public ::testing::TestWithParam<Pair> {};

TEST_P(DeviceName, IsThatOfBothDirections) {
  const auto& [api, input, output] = GetParam();
  EXPECT_EQ(identified(api, {input})[0].device, identified(api, {output})[0].device);
}

INSTANTIATE_TEST_SUITE_P(
    Systems, DeviceName,
    ::testing::Values(
        Pair{Api::alsa, "nanoPAD2:nanoPAD2 MIDI 1 20:0", "nanoPAD2:nanoPAD2 MIDI 1 20:0"},
        Pair{Api::alsa, "Launchpad:Launchpad MIDI Out 20:1", "Launchpad:Launchpad MIDI In 20:0"},
        Pair{Api::jack, "a2j:nanoPAD2 [20] (capture): nanoPAD2 MIDI 1",
             "a2j:nanoPAD2 [20] (playback): nanoPAD2 MIDI 1"},
        Pair{Api::jack, "Midi-Bridge:nanoPAD2:(capture_0) nanoPAD2 MIDI 1",
             "Midi-Bridge:nanoPAD2:(playback_0) nanoPAD2 MIDI 1"},
        Pair{Api::jack, "system:midi_capture_2", "system:midi_playback_2"},
        Pair{Api::jack, "pad:out", "pad:in"},
        Pair{Api::coreMidi, "nanoPAD2 Output", "nanoPAD2 Input"},
        Pair{Api::windowsMm, "MIDIIN2 (Launchpad) 1", "MIDIOUT2 (Launchpad) 2"}));

TEST(PortNames, OfTwoDevicesAreNotThoseOfOne) {
  EXPECT_NE(identified(Api::jack, {"system:midi_capture_1"})[0].device,
            identified(Api::jack, {"system:midi_playback_2"})[0].device);
  EXPECT_NE(identified(Api::coreMidi, {"Inkwell Output"})[0].device,
            identified(Api::coreMidi, {"well Input"})[0].device);
}

TEST(PortNames, LeaveOutOurOwnButNotThoseOfALikeName) {
  const auto ports = identified(
      Api::jack, {"Linecheck:alive", "Linecheck-01:port", "Linecheckers:out", "pad:out", ""});
  EXPECT_THAT(ports, ::testing::ElementsAre(::testing::Field(&Port::handle, "Linecheckers:out"),
                                            ::testing::Field(&Port::handle, "pad:out")));
}

TEST(PortNames, TellAlsasThroughPort) {
  EXPECT_TRUE(isThrough(identified(Api::alsa, {"Midi Through:Midi Through Port-0 14:0"})[0]));
  EXPECT_FALSE(isThrough(identified(Api::alsa, {"nanoPAD2:nanoPAD2 MIDI 1 20:0"})[0]));
}

}  // namespace
}  // namespace linecheck::midi
