#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/portaudio/fake_desk.h"

// Drivers that hang, devices that go away, servers that die.
namespace linecheck::audio {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(DeviceLoss, NoCallbacksForLongerThanTheLimitIsLoss) {
  FakeDesk desk;
  const auto stream = desk.running(FakeDesk::alsa());
  ASSERT_NE(stream, nullptr);
  for (int i = 0; i < 5; ++i) {
    desk.api->callBack(512);
    desk.clock.advance(desk.options.silenceLimit);
    EXPECT_EQ(stream->state(), StreamState::running);
  }
  desk.clock.advance(desk.options.silenceLimit);
  EXPECT_EQ(stream->state(), StreamState::running);
  desk.clock.advance(1ms);
  EXPECT_EQ(stream->state(), StreamState::lost);
  ASSERT_TRUE(stream->fault());
  EXPECT_EQ(stream->fault()->code, ErrorCode::audioDevice);
  EXPECT_EQ(stream->fault()->where, "ALSA: interface");
  // It stays lost, whatever comes.
  desk.api->callBack(512);
  EXPECT_EQ(stream->state(), StreamState::lost);
  EXPECT_EQ(stream->start().error(), *stream->fault());
  EXPECT_EQ(stream->stop().error(), *stream->fault());
}

TEST(DeviceLoss, ADeviceThatNeverCallsIsLostToo) {
  FakeDesk desk;
  const auto stream = desk.running(FakeDesk::alsa());
  ASSERT_NE(stream, nullptr);
  desk.clock.advance(desk.options.silenceLimit + 1ms);
  EXPECT_EQ(stream->state(), StreamState::lost);
}

TEST(DeviceLoss, AStreamThatEndedByItselfIsLostAtOnceAndTheDeviceCanBeUsedAgain) {
  FakeDesk desk;
  auto stream = desk.running(FakeDesk::alsa());
  ASSERT_NE(stream, nullptr);
  desk.api->callBack(512);
  desk.api->setActive(false);
  EXPECT_EQ(stream->state(), StreamState::lost);
  EXPECT_THAT(stream->fault()->what, HasSubstr("stopped by itself"));
  stream.reset();
  EXPECT_EQ(desk.api->count("close"), 1);
  stream = desk.running(FakeDesk::alsa());
  ASSERT_NE(stream, nullptr);
  EXPECT_EQ(stream->state(), StreamState::running);
}

TEST(DeviceLoss, AfterAFailedStopTheProcessorIsNotCalled) {
  FakeDesk desk;
  const auto stream = desk.running(FakeDesk::alsa());
  ASSERT_NE(stream, nullptr);
  desk.api->failIn("stop", paInternalError);
  const auto stopped = stream->stop();
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::audioDevice);
  EXPECT_EQ(stream->state(), StreamState::lost);
  EXPECT_EQ(desk.api->callBack(512), paAbort);
  EXPECT_EQ(desk.processor.frames, 0);
}

/// A driver that hangs in the call named by the parameter.
class HungDriver : public testing::TestWithParam<const char*> {};

TEST_P(HungDriver, GivesAnErrorAndLeavesTheBackendUnusable) {
  const std::string call = GetParam();
  FakeDesk desk;
  desk.options.initialiseLimit = 500ms;
  desk.options.callLimit = 500ms;
  desk.renew();
  desk.api->hangIn(call);

  std::optional<Error> error;
  {
    auto stream = desk.backend->open(FakeDesk::alsa(), desk.processor);
    if (!stream) {
      error = stream.error();
    } else if (const auto started = (*stream)->start(); !started) {
      error = started.error();
      EXPECT_EQ((*stream)->state(), StreamState::lost);
    } else if (const auto stopped = (*stream)->stop(); !stopped) {
      error = stopped.error();
      EXPECT_EQ((*stream)->state(), StreamState::lost);
      EXPECT_EQ((*stream)->fault(), error);
    }
  }
  if (call == "close") {
    EXPECT_EQ(error, std::nullopt);  // a destructor cannot say it
  } else {
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::audioDevice);
    EXPECT_THAT(error->what, HasSubstr("stopped answering"));
  }
  if (call != "initialise") {
    // The driver may come back to life.
    desk.processor.frames = 0;
    if (call != "open") {
      EXPECT_EQ(desk.api->callBack(512), paAbort);
    }
    EXPECT_EQ(desk.processor.frames, 0);
  }

  // Nothing waits again.
  for (const auto& result :
       {desk.backend->probe(FakeDesk::alsa()), desk.backend->devices().map([](const auto&) {}),
        desk.backend->open(FakeDesk::alsa(), desk.processor).map([](const auto&) {})}) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::audioDevice);
    EXPECT_THAT(result.error().what, HasSubstr("restart Linecheck"));
  }
  EXPECT_EQ(desk.api->count(call), 1);
}

INSTANTIATE_TEST_SUITE_P(Calls, HungDriver,
                         testing::Values("initialise", "open", "start", "stop", "close"),
                         [](const auto& call) { return std::string(call.param); });

TEST(HungProbe, LeavesTheBackendUnusableToo) {
  FakeDesk desk;
  desk.options.callLimit = 500ms;
  desk.renew();
  desk.api->hangIn("isFormatSupported");
  EXPECT_EQ(desk.backend->probe(FakeDesk::alsa()).error().code, ErrorCode::audioDevice);
  EXPECT_FALSE(desk.backend->devices());
}

// PortAudio would wait ten minutes in Pa_StopStream, and Pa_CloseStream and Pa_Terminate assert.
TEST(JackServerDeath, UnderARunningStreamIsLossWithoutTouchingPortAudioAgain) {
  FakeDesk desk;
  auto stream = desk.running(FakeDesk::jack());
  ASSERT_NE(stream, nullptr);
  desk.api->callBack(512);
  desk.api->setActive(false);
  desk.api->failIn("open", paInsufficientMemory);
  EXPECT_EQ(stream->state(), StreamState::lost);
  EXPECT_THAT(stream->fault()->what, HasSubstr("JACK server has stopped"));
  EXPECT_FALSE(stream->stop());
  stream.reset();
  EXPECT_EQ(desk.api->count("stop"), 0);
  EXPECT_EQ(desk.api->count("close"), 0);
  EXPECT_EQ(desk.api->callBack(512), paAbort);

  // What is not JACK goes on.
  desk.api->failIn("open", paNoError);
  const auto devices = desk.backend->devices();
  ASSERT_TRUE(devices);
  ASSERT_EQ(devices->size(), 1U);
  EXPECT_EQ(devices->front().id.hostApi, "ALSA");
  EXPECT_TRUE(devices->front().isDefaultInput);
  EXPECT_TRUE(desk.backend->open(FakeDesk::alsa(), desk.processor));
  const auto gone = desk.backend->open(FakeDesk::jack(), desk.processor);
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code, ErrorCode::audioDevice);
  EXPECT_THAT(gone.error().what, HasSubstr("restart Linecheck"));
  desk.backend.reset();
  desk.driver.reset();
  EXPECT_EQ(desk.api->count("terminate"), 0);
}

TEST(JackServerDeath, IsFoundOutBeforeAnythingThatWouldAssert) {
  FakeDesk desk;
  auto stream = desk.backend->open(FakeDesk::jack(), desk.processor);
  ASSERT_TRUE(stream);
  desk.api->failIn("open", paInsufficientMemory);
  stream->reset();
  EXPECT_EQ(desk.api->count("close"), 0);
  EXPECT_EQ(desk.backend->devices()->size(), 1U);
  EXPECT_EQ(desk.api->count("terminate"), 0);
}

TEST(JackServerDeath, BetweenStreamsIsFoundOutWhenDevicesAreListed) {
  FakeDesk desk;
  ASSERT_EQ(desk.backend->devices()->size(), 2U);
  desk.api->failIn("open", paInsufficientMemory);
  EXPECT_EQ(desk.backend->devices()->size(), 1U);
  EXPECT_EQ(desk.api->count("terminate"), 0);
}

TEST(JackServerDeath, IsAnErrorWhereJackWasAllThereWas) {
  FakeDesk desk;
  desk.api->unplugAll();
  desk.api->plug({"JACK Audio Connection Kit", "system"});
  ASSERT_EQ(desk.backend->devices()->size(), 1U);
  desk.api->failIn("open", paInsufficientMemory);
  const auto opened = desk.backend->open(FakeDesk::jack(), desk.processor);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().what, HasSubstr("JACK server has stopped"));
  const auto devices = desk.backend->devices();
  ASSERT_FALSE(devices);
  EXPECT_EQ(devices.error().code, ErrorCode::audioDevice);
}

TEST(JackServerDeath, IsNotConcludedFromAClientThatIsGone) {
  FakeDesk desk;
  ASSERT_TRUE(desk.backend->devices());
  desk.api->failIn("open", paUnanticipatedHostError);
  EXPECT_EQ(desk.backend->devices()->size(), 2U);
  EXPECT_EQ(desk.api->count("terminate"), 1);
}

}  // namespace
}  // namespace linecheck::audio
