#include <gmock/gmock.h>

#include <algorithm>
#include <optional>

#include "base/log.h"
#include "integration/jack_loop.h"
#include "support/own_process.h"

// What the PortAudio backend finds and offers, on a JACK server of our own.
namespace linecheck::testing {
namespace {

using audio::Device;
using ::testing::AllOf;
using ::testing::HasSubstr;

std::optional<Device> find(audio::Backend& backend, const std::string& name) {
  const auto devices = backend.devices();
  if (!devices) return {};
  for (const Device& device : *devices) {
    if (device.id == audio::DeviceId{kJackHostApi, name}) return device;
  }
  return {};
}

TEST(PortAudioDevices, AJackClientIsADeviceWithItsNameAndChannels) {
  FaultBox::Options options;
  options.channels = 3;
  const JackLoop loop({96'000, 1024}, options);
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  const auto box = find(*loop.backend, "fault-box");
  ASSERT_TRUE(box);
  EXPECT_EQ(box->inputChannels, 3);
  EXPECT_EQ(box->outputChannels, 3);
  EXPECT_EQ(box->defaultSampleRate, 96'000);
  EXPECT_FALSE(box->isDefaultInput);
  const auto system = find(*loop.backend, "system");
  ASSERT_TRUE(system);
  EXPECT_TRUE(system->isDefaultInput);
  EXPECT_TRUE(system->isDefaultOutput);
}

TEST(PortAudioDevices, ServersAndClientsThatComeAndGoAreSeen) {
  std::unique_ptr<JackServer> server;
  const auto backend = audio::makePortAudioBackend();
  setenv("JACK_DEFAULT_SERVER", "linecheck-none", 1);
  setenv("JACK_NO_START_SERVER", "1", 1);
  EXPECT_FALSE(find(*backend, "system"));
  server = std::make_unique<JackServer>();
  ASSERT_TRUE(server->isUp()) << server->output();
  EXPECT_TRUE(find(*backend, "system"));
  EXPECT_FALSE(find(*backend, "fault-box"));
  {
    const FaultBox box;
    ASSERT_TRUE(box.isUp());
    EXPECT_TRUE(find(*backend, "fault-box"));
  }
  EXPECT_FALSE(find(*backend, "fault-box"));
}

TEST(PortAudioDevices, TheServersRateIsTheOnlyOne) {
  JackLoop loop({44'100, 1024});
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  EXPECT_TRUE(loop.backend->probe(loop.config));
  loop.config.sampleRate = 48'000;
  BlockRecorder recorder(2, 2);
  const auto probed = loop.backend->probe(loop.config);
  const auto opened = loop.backend->open(loop.config, recorder);
  ASSERT_FALSE(probed);
  ASSERT_FALSE(opened);
  EXPECT_EQ(probed.error().code, ErrorCode::unsupported);
  EXPECT_EQ(opened.error(), probed.error());
  EXPECT_THAT(probed.error().message(),
              AllOf(HasSubstr("fault-box"), HasSubstr("48000 Hz"), HasSubstr("at 44100 Hz.")));
}

TEST(PortAudioDevices, ChannelsThatADeviceLacksAreUnsupported) {
  JackLoop loop;
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  loop.config.inputChannels = 3;
  const auto probed = loop.backend->probe(loop.config);
  ASSERT_FALSE(probed);
  EXPECT_EQ(probed.error().code, ErrorCode::unsupported);
  EXPECT_THAT(probed.error().what, HasSubstr("It has 2 input channels"));
}

// ALSA and JACK print some 85 lines where there is no hardware and no server.
TEST(PortAudioDevices, LookingForThemPrintsNothingButTheLog) {
  setenv("JACK_DEFAULT_SERVER", "linecheck-none", 1);
  setenv("JACK_NO_START_SERVER", "1", 1);
  for (const auto level : {log::Level::info, log::Level::debug}) {
    expectInOwnProcess([level] {
      ::testing::internal::CaptureStdout();
      ::testing::internal::CaptureStderr();
      log::initialise(level);
      {
        const auto backend = audio::makePortAudioBackend();
        EXPECT_TRUE(backend->devices());
      }
      const std::string errors = ::testing::internal::GetCapturedStderr();
      EXPECT_EQ(::testing::internal::GetCapturedStdout(), "");
      if (level == log::Level::info) {
        EXPECT_EQ(errors, "");
      } else {
        EXPECT_THAT(errors, HasSubstr("debug PortAudio: "));
      }
    });
  }
}

}  // namespace
}  // namespace linecheck::testing
