// A module that cannot be loaded anew, on a real PulseAudio server.
#include "system/module_reload_linux.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/pulse/pulse_server.h"
#include "system/pulse_program.h"

namespace linecheck::system {
namespace {

using ::linecheck::testing::PulseProgram;
using ::linecheck::testing::PulseServer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr std::chrono::seconds kLimit{10};
const EndpointId kPhones{Direction::output, "phones"};

class ModuleReloadTest : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(server_.isUp()) << server_.output();
    ASSERT_TRUE(connection_.connect(PulseConnection::in(kLimit)));
    ASSERT_TRUE(server_.control("set-default-sink phones"));
    ASSERT_TRUE(server_.control("set-sink-volume phones 30% 60%"));
    ASSERT_TRUE(server_.control("set-sink-mute phones 1"));
    const auto device = readDevice(connection_, kPhones, PulseConnection::in(kLimit));
    ASSERT_TRUE(device);
    const auto module = readModule(connection_, device->ownerModule, PulseConnection::in(kLimit));
    ASSERT_TRUE(module);
    reload_ = {kPhones, *module, {}, 48000, SampleFormat{24, false}};
  }

  std::vector<Endpoint> endpoints() {
    const auto settings = readSettings(connection_, PulseConnection::in(kLimit));
    EXPECT_TRUE(settings);
    return settings ? settings->endpoints : std::vector<Endpoint>();
  }

  PulseServer server_;
  ChangeNotifier changes_{{}};
  PulseConnection connection_{server_.address(), changes_};
  ModuleReload reload_;
};

TEST_F(ModuleReloadTest, IfTheNewOneDoesNotLoadTheOldOneIsBackAsItWas) {
  const auto before = endpoints();
  PulseProgram player(PA_STREAM_PLAYBACK, "phones");
  PulseProgram recorder(PA_STREAM_RECORD, "phones.monitor");
  reload_.arguments = "sink_name=phones format=nonsense";
  const auto done = reloadModule(connection_, reload_, kLimit);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::unsupported);
  EXPECT_THAT(done.error().what, HasSubstr("It is as it was"));
  EXPECT_THAT(endpoints(), ::testing::UnorderedElementsAreArray(before));
  EXPECT_THAT(server_.playingOn(), ElementsAre("phones"));
  EXPECT_THAT(server_.recordingFrom(), ElementsAre("phones.monitor"));
  EXPECT_TRUE(player.isAlive());
  EXPECT_TRUE(recorder.isAlive());
}

TEST_F(ModuleReloadTest, ADeviceThatTakesLessThanItWasAskedForIsBackAsItWas) {
  const auto before = endpoints();
  PulseProgram player(PA_STREAM_PLAYBACK, "phones");
  for (const char* less : {"rate=44100 format=s24le", "rate=48000 format=s16le"}) {
    reload_.arguments =
        std::string("sink_name=phones sink_properties=device.description=Phones ") + less;
    const auto device = readDevice(connection_, kPhones, PulseConnection::in(kLimit));
    ASSERT_TRUE(device);
    reload_.module.index = device->ownerModule;
    const auto done = reloadModule(connection_, reload_, kLimit);
    ASSERT_FALSE(done) << less;
    EXPECT_EQ(done.error().code, ErrorCode::unsupported);
    EXPECT_THAT(endpoints(), ::testing::UnorderedElementsAreArray(before)) << less;
    EXPECT_THAT(server_.playingOn(), ElementsAre("phones")) << less;
  }
  EXPECT_TRUE(player.isAlive());
}

TEST_F(ModuleReloadTest, MoreBitsThanWereAskedForAreAsGood) {
  reload_.arguments = "sink_name=phones rate=48000 format=s32le";
  const auto done = reloadModule(connection_, reload_, kLimit);
  ASSERT_TRUE(done) << done.error().message();
  const auto device = readDevice(connection_, kPhones, PulseConnection::in(kLimit));
  ASSERT_TRUE(device);
  EXPECT_EQ(device->spec.format, PA_SAMPLE_S32LE);
}

TEST_F(ModuleReloadTest, IfNeitherLoadsItSaysSoAndWhatPlayedThereWaitsInSilence) {
  PulseProgram player(PA_STREAM_PLAYBACK, "phones");
  reload_.arguments = "sink_name=phones format=nonsense";
  reload_.module.arguments = "sink_name=phones format=unplugged";
  const auto done = reloadModule(connection_, reload_, kLimit);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::audioDevice);
  EXPECT_THAT(done.error().what, HasSubstr("Log out and in again"));
  EXPECT_THAT(server_.playingOn(), ElementsAre(StartsWith("linecheck_waiting")));
  EXPECT_TRUE(player.isAlive());
}

TEST_F(ModuleReloadTest, NothingOfItselfStaysBehind) {
  reload_.arguments = "sink_name=phones format=s24le rate=48000";
  ASSERT_TRUE(reloadModule(connection_, reload_, kLimit));
  EXPECT_THAT(server_.answer("list short modules"), Not(HasSubstr("linecheck_waiting")));
  EXPECT_THAT(server_.answer("list short sinks"), Not(HasSubstr("linecheck_waiting")));
}

}  // namespace
}  // namespace linecheck::system
