// A sound server that is not there, dies or hangs.
#include <gtest/gtest.h>

#include "support/pulse/pulse_server.h"
#include "support/temporary_folder.h"
#include "system/listener.h"
#include "system/system_sound.h"

namespace linecheck::system {
namespace {

using ::linecheck::testing::Listener;
using ::linecheck::testing::PulseServer;
using ::linecheck::testing::TemporaryFolder;

constexpr std::chrono::seconds kPatience{10};
const EndpointId kDesk{Direction::output, "desk"};

TEST(SystemSoundTrouble, WithoutAServerItSaysSo) {
  const TemporaryFolder folder;
  const auto sound = makeSystemSound({{}, "unix:" + (folder / "none").string(), kPatience});
  for (int attempt = 0; attempt < 2; ++attempt) {
    const auto settings = sound->read();
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().code, ErrorCode::audioDevice);
    EXPECT_NE(settings.error().what.find("No sound server runs"), std::string::npos)
        << settings.error().what;
  }
  EXPECT_EQ(sound->setVolume(kDesk, 0.5).error().code, ErrorCode::audioDevice);
  EXPECT_EQ(sound->setMuted(kDesk, true).error().code, ErrorCode::audioDevice);
  EXPECT_EQ(sound->setFormat(kDesk, {48000, 2, {}}).error().code, ErrorCode::audioDevice);
}

TEST(SystemSoundTrouble, AServerThatDiesIsNoticedAndAnotherOneFound) {
  PulseServer server;
  ASSERT_TRUE(server.isUp()) << server.output();
  Listener listener;
  const auto sound = makeSystemSound({listener.callback(), server.address(), kPatience});
  ASSERT_TRUE(sound->read());

  server.kill();
  EXPECT_TRUE(listener.hears(SoundChange::lost, kPatience));
  const auto dead = sound->read();
  ASSERT_FALSE(dead);
  EXPECT_EQ(dead.error().code, ErrorCode::audioDevice);

  server.start();
  ASSERT_TRUE(server.isUp()) << server.output();
  const auto settings = sound->read();
  ASSERT_TRUE(settings) << settings.error().message();
  EXPECT_EQ(settings->endpoints.size(), 3u);

  listener.forget();
  ASSERT_TRUE(server.control("set-sink-volume desk 80%"));
  EXPECT_TRUE(listener.hears(SoundChange::settings, kPatience));
}

TEST(SystemSoundTrouble, AServerThatHangsHoldsUpNobodyForLong) {
  PulseServer server;
  ASSERT_TRUE(server.isUp()) << server.output();
  constexpr std::chrono::milliseconds kLimit{2000};
  const auto early = makeSystemSound({{}, server.address(), kLimit});
  const auto late = makeSystemSound({{}, server.address(), kLimit});
  ASSERT_TRUE(early->read());
  server.freeze();

  // The limit is what ends the calls: nothing else would, for libpulse waits half a minute.
  for (const auto& sound : {early.get(), late.get()}) {
    const auto start = std::chrono::steady_clock::now();
    const auto settings = sound->read();
    ASSERT_FALSE(settings);
    EXPECT_EQ(settings.error().code, ErrorCode::audioDevice);
    EXPECT_NE(settings.error().what.find("does not answer"), std::string::npos)
        << settings.error().what;
    EXPECT_GE(std::chrono::steady_clock::now() - start, kLimit);
  }

  server.kill();
  server.start();
  ASSERT_TRUE(server.isUp()) << server.output();
  EXPECT_TRUE(early->read()) << "It did not recover.";
  EXPECT_TRUE(late->read()) << "It did not recover.";
}

}  // namespace
}  // namespace linecheck::system
