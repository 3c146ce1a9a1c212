// The format of outputs and inputs, set on a real PulseAudio server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pulse/pulse_server.h"
#include "system/pulse_program.h"
#include "system/system_sound.h"

namespace linecheck::system {
namespace {

using ::linecheck::testing::PulseProgram;
using ::linecheck::testing::PulseServer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const EndpointId kDesk{Direction::output, "desk"};
const EndpointId kPhones{Direction::output, "phones"};
const EndpointId kMicrophone{Direction::input, "microphone"};
const Format kStudio{48000, 2, SampleFormat{24, false}};

class SetFormat : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server_.isUp()) << server_.output(); }

  std::vector<Endpoint> endpoints() {
    const auto settings = sound_->read();
    if (settings) return settings->endpoints;
    ADD_FAILURE() << settings.error().message();
    return {};
  }

  /// That one as it is now; a failure and an empty one if it is not there.
  Endpoint endpoint(const EndpointId& id) {
    for (const Endpoint& one : endpoints()) {
      if (one.id == id) return one;
    }
    ADD_FAILURE() << id.key << " is not listed";
    return {};
  }

  PulseServer server_;
  std::unique_ptr<SystemSound> sound_ =
      makeSystemSound({{}, server_.address(), std::chrono::seconds(10)});
};

TEST_F(SetFormat, SixteenBitsAt44100BecomeTwentyFourAt48000AndAllElseStays) {
  ASSERT_TRUE(server_.control("set-sink-volume phones 30% 60%"));
  ASSERT_TRUE(server_.control("set-sink-mute phones 1"));
  Endpoint expected = endpoint(kPhones);
  ASSERT_EQ(expected.format, (Format{44100, 2, SampleFormat{16, false}}));
  ASSERT_EQ(expected.isMuted, true);
  const std::size_t count = endpoints().size();

  const auto set = sound_->setFormat(kPhones, kStudio);
  ASSERT_TRUE(set) << set.error().message();
  expected.format = kStudio;
  EXPECT_EQ(endpoint(kPhones), expected);
  EXPECT_EQ(endpoints().size(), count);
  EXPECT_EQ(endpoint(kDesk).volume->position, 1.0);

  // And back again, from what it has made itself.
  ASSERT_TRUE(sound_->setFormat(kPhones, {44100, 2, SampleFormat{16, false}}));
  expected.format = Format{44100, 2, SampleFormat{16, false}};
  EXPECT_EQ(endpoint(kPhones), expected);
}

TEST_F(SetFormat, TheRateAloneKeepsTheBits) {
  ASSERT_TRUE(sound_->setFormat(kDesk, {96000, 2, {}}));
  EXPECT_EQ(endpoint(kDesk).format, (Format{96000, 2, SampleFormat{24, false}}));
}

TEST_F(SetFormat, AnInputIsSetToo) {
  ASSERT_TRUE(server_.control("set-source-volume microphone 70%"));
  PulseProgram recorder(PA_STREAM_RECORD, "microphone");
  Endpoint expected = endpoint(kMicrophone);
  const auto set = sound_->setFormat(kMicrophone, kStudio);
  ASSERT_TRUE(set) << set.error().message();
  expected.format = kStudio;
  EXPECT_EQ(endpoint(kMicrophone), expected);
  EXPECT_THAT(server_.recordingFrom(), ElementsAre("microphone"));
  EXPECT_TRUE(recorder.isAlive());
}

TEST_F(SetFormat, AnAlsaDeviceThatTheSettingsNameIsSet) {
  // ALSA's own device that plays into nothing.
  ASSERT_TRUE(server_.control(
      "load-module module-alsa-sink device=null sink_name=alsa format=s16le rate=44100"));
  const EndpointId alsa{Direction::output, "alsa"};
  ASSERT_TRUE(server_.control("set-sink-volume alsa 50%"));
  Endpoint expected = endpoint(alsa);
  ASSERT_EQ(expected.format, (Format{44100, 2, SampleFormat{16, false}}));
  const auto set = sound_->setFormat(alsa, kStudio);
  ASSERT_TRUE(set) << set.error().message();
  expected.format = kStudio;
  EXPECT_EQ(endpoint(alsa), expected);
}

TEST_F(SetFormat, WhatPlaysAndRecordsThereGoesOn) {
  PulseProgram player(PA_STREAM_PLAYBACK, "phones");
  PulseProgram other(PA_STREAM_PLAYBACK, "desk");
  PulseProgram recorder(PA_STREAM_RECORD, "phones.monitor");
  ASSERT_THAT(server_.playingOn(), ElementsAre("phones", "desk"));
  const std::string stream = server_.answer("list short sink-inputs");
  ASSERT_TRUE(
      server_.control("set-sink-input-volume " + stream.substr(0, stream.find('\t')) + " 40%"));

  const auto set = sound_->setFormat(kPhones, kStudio);
  ASSERT_TRUE(set) << set.error().message();
  EXPECT_THAT(server_.playingOn(), ElementsAre("phones", "desk"));
  EXPECT_THAT(server_.recordingFrom(), ElementsAre("phones.monitor"));
  EXPECT_THAT(server_.answer("list sink-inputs"), HasSubstr(" 40% "));
  EXPECT_TRUE(player.isAlive());
  EXPECT_TRUE(other.isAlive());
  EXPECT_TRUE(recorder.isAlive());
}

TEST_F(SetFormat, TheDefaultStaysTheDefaultAndItsStreamsFollowIt) {
  ASSERT_TRUE(server_.control("set-default-sink phones"));
  ASSERT_TRUE(server_.control("set-default-source phones.monitor"));
  PulseProgram player(PA_STREAM_PLAYBACK, "phones");
  ASSERT_TRUE(sound_->setFormat(kPhones, kStudio));
  EXPECT_TRUE(endpoint(kPhones).isDefault);
  EXPECT_EQ(server_.answer("get-default-source"), "phones.monitor\n");
  EXPECT_THAT(server_.playingOn(), ElementsAre("phones"));
  // It has not been nailed to where it was.
  ASSERT_TRUE(server_.control("set-default-sink desk"));
  EXPECT_THAT(server_.playingOn(), ElementsAre("desk"));
}

TEST_F(SetFormat, ADefaultThatTheUserDidNotChooseStaysToo) {
  ASSERT_TRUE(endpoint(kDesk).isDefault);
  ASSERT_TRUE(sound_->setFormat(kDesk, {44100, 2, {}}));
  EXPECT_TRUE(endpoint(kDesk).isDefault);
  EXPECT_TRUE(endpoint(kMicrophone).isDefault);
}

TEST_F(SetFormat, ChannelsAndAQuotedNameStay) {
  ASSERT_TRUE(
      server_.control("load-module module-null-sink sink_name=rear channels=4 "
                      "channel_map=front-left,front-right,rear-left,rear-right "
                      "\"sink_properties=\\\"device.description='Rear rate=1'\\\"\""));
  const EndpointId rear{Direction::output, "rear"};
  Endpoint expected = endpoint(rear);
  ASSERT_EQ(expected.name, "Rear rate=1");
  const auto set = sound_->setFormat(rear, {88200, 4, SampleFormat{24, false}});
  ASSERT_TRUE(set) << set.error().message();
  expected.format = Format{88200, 4, SampleFormat{24, false}};
  EXPECT_EQ(endpoint(rear), expected);
  EXPECT_THAT(server_.answer("list sinks"),
              HasSubstr("front-left,front-right,rear-left,rear-right"));
}

TEST_F(SetFormat, WhatIsSoAlreadyIsNotTouched) {
  const std::string before = server_.answer("list short modules");
  ASSERT_TRUE(sound_->setFormat(kDesk, kStudio));
  EXPECT_EQ(server_.answer("list short modules"), before);
}

TEST_F(SetFormat, AFormatThatNoDeviceHasIsRefused) {
  const std::string before = server_.answer("list short modules");
  for (const Format& format : {Format{0, 2, {}}, Format{1'000'000, 2, {}}, Format{48000, 1, {}},
                               Format{48000, 2, SampleFormat{20, false}}}) {
    const auto set = sound_->setFormat(kPhones, format);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::usage);
  }
  EXPECT_EQ(server_.answer("list short modules"), before);
}

TEST_F(SetFormat, WhatCannotBeMovedAwayIsNamedAndNothingChanges) {
  ASSERT_TRUE(
      server_.control("load-module module-loopback source=microphone sink=phones "
                      "sink_dont_move=true sink_input_properties=application.name=Talkback"));
  PulseProgram player(PA_STREAM_PLAYBACK, "phones");
  const std::string before = server_.answer("list short modules");
  const auto set = sound_->setFormat(kPhones, kStudio);
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().code, ErrorCode::unsupported);
  EXPECT_THAT(set.error().what, HasSubstr("Talkback"));
  EXPECT_EQ(server_.answer("list short modules"), before);
  EXPECT_THAT(server_.playingOn(), ElementsAre("phones", "phones"));
  EXPECT_TRUE(player.isAlive());
}

TEST_F(SetFormat, WhereTheServersSettingsDecideItSaysWhichOnes) {
  ASSERT_TRUE(server_.control("load-module module-remap-sink sink_name=swapped master=desk"));
  const std::string before = server_.answer("list short modules");
  const auto set = sound_->setFormat({Direction::output, "swapped"}, {96000, 2, {}});
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().code, ErrorCode::unsupported);
  EXPECT_THAT(set.error().what, HasSubstr("daemon.conf"));
  EXPECT_EQ(server_.answer("list short modules"), before);
}

}  // namespace
}  // namespace linecheck::system
