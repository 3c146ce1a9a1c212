#include "audio/device_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::audio {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const std::string kJack = "JACK Audio Connection Kit";

/// A device that may be its host API's default in the directions that it has.
Device device(std::string hostApi, std::string name, int inputs, int outputs,
              bool isDefault = false) {
  Device made;
  made.id = {std::move(hostApi), std::move(name)};
  made.inputChannels = inputs;
  made.outputChannels = outputs;
  made.isDefaultInput = isDefault && inputs > 0;
  made.isDefaultOutput = isDefault && outputs > 0;
  return made;
}

/// The one default input and output as "input | output", with "-" for none or "!" for several.
std::string defaults(const std::vector<Device>& devices) {
  std::string input = "-";
  std::string output = "-";
  for (const Device& one : withOneDefault(devices)) {
    const std::string text = one.id.hostApi + "/" + one.id.name;
    if (one.isDefaultInput) input = input == "-" ? text : "!";
    if (one.isDefaultOutput) output = output == "-" ? text : "!";
  }
  return input + " | " + output;
}

std::vector<Device> windows() {
  return {device("MME", "Microphone (Zen Go)", 2, 0, true),
          device("MME", "Speakers (Zen Go)", 0, 2, true),
          device("Windows DirectSound", "Microphone (Zen Go)", 2, 0, true),
          device("Windows DirectSound", "Speakers (Zen Go)", 0, 2, true),
          device("Windows WASAPI", "Microphone (Zen Go)", 2, 0, true),
          device("Windows WASAPI", "Speakers (Zen Go)", 0, 2, true),
          device("ASIO", "Zen Go Synergy Core", 8, 8, true)};
}

TEST(DefaultDevices, AsioComesBeforeWasapiBeforeTheRest) {
  std::vector<Device> devices = windows();
  EXPECT_EQ(defaults(devices), "ASIO/Zen Go Synergy Core | ASIO/Zen Go Synergy Core");
  devices.pop_back();
  EXPECT_EQ(defaults(devices),
            "Windows WASAPI/Microphone (Zen Go) | Windows WASAPI/Speakers (Zen Go)");
  devices.resize(4);
  EXPECT_EQ(defaults(devices),
            "Windows DirectSound/Microphone (Zen Go) | Windows DirectSound/Speakers (Zen Go)");
}

TEST(DefaultDevices, MmeIsNeverADefault) {
  std::vector<Device> devices = windows();
  devices.resize(2);
  EXPECT_EQ(defaults(devices), "- | -");
}

TEST(DefaultDevices, JackComesBeforeAlsaAndItsHardwareBeforeOtherPrograms) {
  EXPECT_EQ(defaults({device("ALSA", "default", 32, 32, true), device(kJack, "player", 2, 2, true),
                      device(kJack, "system", 2, 2)}),
            kJack + "/system | " + kJack + "/system");
}

TEST(DefaultDevices, WithoutJackHardwareItsOwnDefaultCounts) {
  EXPECT_EQ(defaults({device(kJack, "Built-in Audio", 2, 2, true), device(kJack, "other", 2, 2)}),
            kJack + "/Built-in Audio | " + kJack + "/Built-in Audio");
}

TEST(DefaultDevices, BothDirectionsAreOfOneHostApiIfAnyHasBoth) {
  EXPECT_EQ(defaults({device("ASIO", "playback only", 0, 2, true),
                      device("Windows WASAPI", "in", 2, 0, true),
                      device("Windows WASAPI", "out", 0, 2, true)}),
            "Windows WASAPI/in | Windows WASAPI/out");
}

TEST(DefaultDevices, ElseEachDirectionGetsItsBest) {
  EXPECT_EQ(
      defaults({device("ASIO", "out", 0, 2, true), device("Windows WASAPI", "in", 2, 0, true)}),
      "Windows WASAPI/in | ASIO/out");
  EXPECT_EQ(defaults({device("ALSA", "microphone", 1, 0, true)}), "ALSA/microphone | -");
  EXPECT_EQ(defaults({}), "- | -");
}

std::vector<Device> linuxDesk() {
  return withOneDefault({device("ALSA", "HDA Intel PCH: ALC269VC Analog (hw:0,0)", 2, 2),
                         device("ALSA", "Zen Go: USB Audio (hw:1,0)", 4, 4),
                         device("ALSA", "default", 32, 32, true), device("ALSA", "HDMI 0", 0, 8),
                         device(kJack, "system", 4, 4, true), device(kJack, "Zen Go", 4, 4)});
}

/// What was found, or the error.
std::string found(std::optional<std::string_view> name, Direction direction = Direction::input) {
  const Result<Device> device = findDevice(linuxDesk(), direction, name);
  return device ? device->id.hostApi + "/" + device->id.name : device.error().message();
}

TEST(FindDevice, WithoutANameIsTheDefault) {
  EXPECT_EQ(found(std::nullopt), kJack + "/system");
}

TEST(FindDevice, AnExactNameWinsOverNamesThatContainIt) {
  EXPECT_EQ(found("Zen Go"), kJack + "/Zen Go");
}

TEST(FindDevice, TheOnlyNameThatContainsTheTextIgnoringCase) {
  EXPECT_EQ(found("alc269"), "ALSA/HDA Intel PCH: ALC269VC Analog (hw:0,0)");
  EXPECT_EQ(found("hw:1,0"), "ALSA/Zen Go: USB Audio (hw:1,0)");
  EXPECT_EQ(found("hdmi", Direction::output), "ALSA/HDMI 0");
}

TEST(FindDevice, AHostApiMayGoBefore) {
  EXPECT_EQ(found("ALSA: zen go"), "ALSA/Zen Go: USB Audio (hw:1,0)");
  EXPECT_EQ(found("jack: system"), kJack + "/system");
  EXPECT_EQ(found(kJack + ": Zen Go"), kJack + "/Zen Go");
}

TEST(FindDevice, AColonInANameIsNoHostApi) {
  EXPECT_EQ(found("Zen Go: USB Audio (hw:1,0)"), "ALSA/Zen Go: USB Audio (hw:1,0)");
  EXPECT_EQ(found("HDA Intel PCH: ALC"), "ALSA/HDA Intel PCH: ALC269VC Analog (hw:0,0)");
}

TEST(FindDevice, SeveralThatFitAreListedAsTheyCanBeTyped) {
  const Result<Device> device = findDevice(linuxDesk(), Direction::input, "zen");
  ASSERT_FALSE(device);
  EXPECT_EQ(device.error().code, ErrorCode::usage);
  EXPECT_EQ(device.error().where, "zen");
  EXPECT_THAT(device.error().what,
              AllOf(HasSubstr("\"ALSA: Zen Go: USB Audio (hw:1,0)\""),
                    HasSubstr("\"" + kJack + ": Zen Go\""), Not(HasSubstr("HDA"))));
  // and each of the names listed is understood
  EXPECT_EQ(found("ALSA: Zen Go: USB Audio (hw:1,0)"), "ALSA/Zen Go: USB Audio (hw:1,0)");
}

TEST(FindDevice, TheSameNameUnderSeveralHostApisHasToBeTold) {
  const Result<Device> device = findDevice(windows(), Direction::input, "Microphone (Zen Go)");
  ASSERT_FALSE(device);
  EXPECT_EQ(device.error().code, ErrorCode::usage);
  const Result<Device> told =
      findDevice(windows(), Direction::input, "WASAPI: Microphone (Zen Go)");
  ASSERT_TRUE(told);
  EXPECT_EQ(told->id.hostApi, "Windows WASAPI");
}

TEST(FindDevice, AnUnknownNameListsWhatThereIs) {
  const Result<Device> device = findDevice(linuxDesk(), Direction::input, "Scarlett");
  ASSERT_FALSE(device);
  EXPECT_EQ(device.error().code, ErrorCode::notFound);
  EXPECT_THAT(device.error().message(),
              AllOf(HasSubstr("Scarlett: There is no such input"), HasSubstr("\"ALSA: default\""),
                    Not(HasSubstr("HDMI"))));
}

TEST(FindDevice, ADeviceOfTheOtherDirectionIsSaidToBeThat) {
  EXPECT_THAT(found("HDMI 0"), HasSubstr("HDMI 0: This device has no input"));
}

TEST(FindDevice, WithoutAnyDeviceSaysSo) {
  const Result<Device> device = findDevice({}, Direction::output, "x");
  ASSERT_FALSE(device);
  EXPECT_EQ(device.error().code, ErrorCode::notFound);
  EXPECT_EQ(device.error().what, "There is no audio device with an output.");
}

/// The pair as "input | output", or the error.
std::string pair(const std::vector<Device>& devices, std::optional<std::string_view> input,
                 std::optional<std::string_view> output) {
  const Result<DevicePair> found = findDevicePair(devices, input, output);
  if (!found) return found.error().message();
  return found->input.id.hostApi + "/" + found->input.id.name + " | " + found->output.id.hostApi +
         "/" + found->output.id.name;
}

TEST(FindDevicePair, TheUnnamedOneIsTheSameDeviceIfItCan) {
  const std::string zen = "ALSA/Zen Go: USB Audio (hw:1,0)";
  EXPECT_EQ(pair(linuxDesk(), "hw:1,0", std::nullopt), zen + " | " + zen);
  EXPECT_EQ(pair(linuxDesk(), std::nullopt, "hw:1,0"), zen + " | " + zen);
}

TEST(FindDevicePair, ElseItIsOfTheSameHostApi) {
  EXPECT_EQ(pair(windows(), "WASAPI: Microphone", std::nullopt),
            "Windows WASAPI/Microphone (Zen Go) | Windows WASAPI/Speakers (Zen Go)");
  EXPECT_EQ(pair(linuxDesk(), std::nullopt, "HDMI 0"),
            "ALSA/HDA Intel PCH: ALC269VC Analog (hw:0,0) | ALSA/HDMI 0");
  EXPECT_THAT(pair({device("ALSA", "out", 0, 2, true), device(kJack, "in", 2, 0, true)},
                   std::nullopt, "out"),
              HasSubstr("no input under ALSA"));
}

TEST(FindDevicePair, WithoutNamesIsTheDefaults) {
  EXPECT_EQ(pair(linuxDesk(), std::nullopt, std::nullopt),
            kJack + "/system | " + kJack + "/system");
}

TEST(FindDevicePair, TwoHostApisAreRefused) {
  const Result<DevicePair> found = findDevicePair(linuxDesk(), "hw:1,0", "JACK: system");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::usage);
}

TEST(FindDevicePair, AnUnknownNameIsItsError) {
  EXPECT_THAT(pair(linuxDesk(), "Scarlett", std::nullopt), HasSubstr("Scarlett"));
  EXPECT_THAT(pair(linuxDesk(), std::nullopt, "Scarlett"), HasSubstr("Scarlett"));
}

}  // namespace
}  // namespace linecheck::audio
