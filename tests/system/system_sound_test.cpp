// The system's sound settings on a real PulseAudio server.
#include "system/system_sound.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "support/pulse/pulse_server.h"
#include "system/listener.h"

namespace linecheck::system {
namespace {

using ::linecheck::testing::Listener;
using ::linecheck::testing::PulseServer;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const EndpointId kDesk{Direction::output, "desk"};
const EndpointId kPhones{Direction::output, "phones"};
const EndpointId kMicrophone{Direction::input, "microphone"};

class SystemSoundTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(server_.isUp()) << server_.output(); }

  /// As it is now; a failure and an empty one if it is not there.
  Endpoint endpoint(const EndpointId& id) {
    const auto settings = sound_->read();
    if (!settings) {
      ADD_FAILURE() << settings.error().message();
      return {};
    }
    for (const Endpoint& one : settings->endpoints) {
      if (one.id == id) return one;
    }
    ADD_FAILURE() << id.key << " is not listed";
    return {};
  }

  PulseServer server_;
  Listener listener_;
  std::unique_ptr<SystemSound> sound_ =
      makeSystemSound({listener_.callback(), server_.address(), std::chrono::seconds(10)});
};

TEST_F(SystemSoundTest, OutputsAndInputsAreListedWithTheirFormat) {
  const auto settings = sound_->read();
  ASSERT_TRUE(settings) << settings.error().message();
  EXPECT_EQ(settings->server.kind, SoundServer::Kind::pulseAudio);
  EXPECT_THAT(settings->server.text(), ::testing::StartsWith("PulseAudio 1"));

  std::vector<EndpointId> ids;
  for (const Endpoint& one : settings->endpoints) ids.push_back(one.id);
  // The monitors of the outputs, which PulseAudio counts as sources, are no inputs.
  ASSERT_THAT(ids, ElementsAre(kDesk, kPhones, kMicrophone));

  EXPECT_EQ(settings->endpoints[0].name, "Desk_Speakers");
  EXPECT_EQ(settings->endpoints[0].format, (Format{48000, 2, SampleFormat{24, false}}));
  EXPECT_EQ(settings->endpoints[1].name, "Phones");
  EXPECT_EQ(settings->endpoints[1].format, (Format{44100, 2, SampleFormat{16, false}}));
  EXPECT_EQ(settings->endpoints[2].name, "Microphone");
  EXPECT_EQ(settings->endpoints[2].format->sampleRate, 96000);
  for (const Endpoint& one : settings->endpoints) {
    EXPECT_EQ(one.sharing, Sharing::shared);
    EXPECT_EQ(one.hasEnhancements, false);
    EXPECT_THAT(one.effects, IsEmpty());
  }
}

TEST_F(SystemSoundTest, TheDefaultIsTheOneThatTheUserChose) {
  EXPECT_TRUE(endpoint(kDesk).isDefault);
  EXPECT_FALSE(endpoint(kPhones).isDefault);
  EXPECT_TRUE(endpoint(kMicrophone).isDefault);
  ASSERT_TRUE(server_.control("set-default-sink phones"));
  EXPECT_FALSE(endpoint(kDesk).isDefault);
  EXPECT_TRUE(endpoint(kPhones).isDefault);
}

TEST_F(SystemSoundTest, ASliderHalfWayUpIsTheCubeOfAHalf) {
  ASSERT_TRUE(server_.control("set-sink-volume desk 50%"));
  const auto volume = endpoint(kDesk).volume;
  ASSERT_TRUE(volume && volume->gain);
  EXPECT_NEAR(volume->position, 0.5, 1.0 / 65536);
  EXPECT_NEAR(volume->gain->value(), 60.0 * std::log10(0.5), 0.001);
}

TEST_F(SystemSoundTest, FullUpIsZeroDecibelsAndFullDownIsSilence) {
  EXPECT_EQ(endpoint(kDesk).volume, (Volume{1.0, 0_dB}));
  ASSERT_TRUE(sound_->setVolume(kDesk, 0.0));
  EXPECT_EQ(endpoint(kDesk).volume, (Volume{0.0, Decibels::fromAmplitudeRatio(0.0)}));
}

TEST_F(SystemSoundTest, AVolumeAboveAHundredPerCentIsReadButNotSet) {
  ASSERT_TRUE(server_.control("set-sink-volume desk 150%"));
  EXPECT_NEAR(endpoint(kDesk).volume->position, 1.5, 1.0 / 65536);
  const auto set = sound_->setVolume(kDesk, 1.2);
  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().code, ErrorCode::usage);
  EXPECT_NEAR(endpoint(kDesk).volume->position, 1.5, 1.0 / 65536);
}

TEST_F(SystemSoundTest, ASetVolumeStandsOnThatEndpointAlone) {
  for (const EndpointId& id : {kDesk, kMicrophone}) {
    const auto set = sound_->setVolume(id, 0.97);
    ASSERT_TRUE(set) << set.error().message();
    EXPECT_NEAR(endpoint(id).volume->position, 0.97, 1.0 / 65536);
  }
  EXPECT_EQ(endpoint(kPhones).volume->position, 1.0);
}

TEST_F(SystemSoundTest, MovingTheVolumeKeepsTheBalance) {
  EXPECT_EQ(endpoint(kDesk).balance, 0.0);
  ASSERT_TRUE(server_.control("set-sink-volume desk 40% 80%"));
  // 1 − quieter/louder, towards the right.
  EXPECT_NEAR(endpoint(kDesk).balance.value_or(0), 0.5, 0.001);
  ASSERT_TRUE(sound_->setVolume(kDesk, 1.0));
  EXPECT_NEAR(endpoint(kDesk).balance.value_or(0), 0.5, 0.001);
  EXPECT_EQ(endpoint(kDesk).volume->position, 1.0);
}

TEST_F(SystemSoundTest, OneChannelHasNoBalance) {
  ASSERT_TRUE(server_.control("load-module module-null-sink sink_name=mono channels=1"));
  EXPECT_EQ(endpoint({Direction::output, "mono"}).balance, std::nullopt);
}

TEST_F(SystemSoundTest, MutingIsReadAndSetAndLeavesTheVolume) {
  for (const EndpointId& id : {kDesk, kMicrophone}) {
    EXPECT_EQ(endpoint(id).isMuted, false);
    ASSERT_TRUE(sound_->setMuted(id, true));
    EXPECT_EQ(endpoint(id).isMuted, true);
    EXPECT_EQ(endpoint(id).volume->position, 1.0);
    ASSERT_TRUE(sound_->setMuted(id, false));
    EXPECT_EQ(endpoint(id).isMuted, false);
  }
}

TEST_F(SystemSoundTest, AnEndpointThatIsNotThereIsNotFound) {
  for (const Direction direction : {Direction::output, Direction::input}) {
    const EndpointId id{direction, "unplugged"};
    EXPECT_EQ(sound_->setVolume(id, 0.5).error().code, ErrorCode::notFound);
    EXPECT_EQ(sound_->setMuted(id, true).error().code, ErrorCode::notFound);
    EXPECT_EQ(sound_->setFormat(id, {48000, 2, {}}).error().code, ErrorCode::notFound);
  }
  // An output is not found among the inputs.
  EXPECT_FALSE(sound_->setVolume({Direction::input, "desk"}, 0.5));
  EXPECT_TRUE(sound_->read());
}

TEST_F(SystemSoundTest, EchoCancellingIsAnEnhancement) {
  ASSERT_TRUE(
      server_.control("load-module module-echo-cancel sink_name=cancelled sink_master=desk "
                      "source_name=voice source_master=microphone aec_method=null"));
  const Endpoint made = endpoint({Direction::output, "cancelled"});
  EXPECT_EQ(made.hasEnhancements, true);
  EXPECT_THAT(made.effects, ElementsAre("module-echo-cancel"));
  EXPECT_EQ(endpoint({Direction::input, "voice"}).hasEnhancements, true);
  EXPECT_EQ(endpoint(kPhones).hasEnhancements, false);

  // What plays to the default passes through it once that is the default.
  ASSERT_TRUE(server_.control("set-default-sink desk"));
  EXPECT_EQ(endpoint(kDesk).hasEnhancements, std::nullopt);
  ASSERT_TRUE(server_.control("set-default-sink cancelled"));
  EXPECT_EQ(endpoint(kDesk).hasEnhancements, true);
}

TEST_F(SystemSoundTest, AChangeFromOutsideIsTold) {
  ASSERT_TRUE(sound_->read());
  const std::vector<std::string> changes = {
      "set-sink-volume desk 80%",
      "set-sink-mute phones 1",
      "set-source-volume microphone 30%",
      "set-default-sink phones",
      "load-module module-null-sink sink_name=plugged_in",
  };
  for (const std::string& change : changes) {
    listener_.forget();
    ASSERT_TRUE(server_.control(change)) << change;
    EXPECT_TRUE(listener_.hears(SoundChange::settings)) << change;
  }
  EXPECT_NEAR(endpoint(kDesk).volume->position, 0.8, 1.0 / 65536);
}

TEST_F(SystemSoundTest, ItMayGoAwayWhileChangesCome) {
  for (int i = 0; i < 20; ++i) {
    auto sound =
        makeSystemSound({listener_.callback(), server_.address(), std::chrono::seconds(10)});
    ASSERT_TRUE(sound->read());
    ASSERT_TRUE(sound->setVolume(kDesk, i % 2 == 0 ? 0.3 : 0.6));
  }
}

}  // namespace
}  // namespace linecheck::system
