#include "audio/portaudio/portaudio_backend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "audio/portaudio/fake_desk.h"

namespace linecheck::audio {
namespace {

using testing::HasSubstr;

TEST(PortAudioBackend, ListsDevicesByHostApiWithOneDefault) {
  FakeDesk desk;
  desk.api->plug({"ALSA", "interface", 2, 0, {96'000}});
  const auto devices = desk.backend->devices();
  ASSERT_TRUE(devices);
  ASSERT_EQ(devices->size(), 3U);
  EXPECT_EQ((*devices)[0].id, (DeviceId{"ALSA", "interface"}));
  EXPECT_EQ((*devices)[0].inputChannels, 4);
  EXPECT_EQ((*devices)[0].outputChannels, 4);
  EXPECT_EQ((*devices)[0].defaultSampleRate, 44'100);
  EXPECT_FALSE((*devices)[0].isDefaultInput);
  EXPECT_EQ((*devices)[1].id, (DeviceId{"JACK Audio Connection Kit", "system"}));
  EXPECT_TRUE((*devices)[1].isDefaultInput);
  EXPECT_TRUE((*devices)[1].isDefaultOutput);
  // Two of one name stay two.
  EXPECT_EQ((*devices)[2].id, (DeviceId{"ALSA", "interface #2"}));
  EXPECT_EQ((*devices)[2].outputChannels, 0);
  EXPECT_EQ(desk.backend->name(), "portaudio");
}

TEST(PortAudioBackend, FindsWhatWasPluggedInSince) {
  FakeDesk desk;
  ASSERT_EQ(desk.backend->devices()->size(), 2U);
  desk.api->plug({"ALSA", "newcomer"});
  EXPECT_EQ(desk.backend->devices()->size(), 3U);
  EXPECT_EQ(desk.api->count("initialise"), 2);
  EXPECT_EQ(desk.api->count("terminate"), 1);
  desk.api->unplugAll();
  EXPECT_EQ(desk.backend->devices()->size(), 0U);
}

TEST(PortAudioBackend, OpeningFindsWhatWasPluggedInSinceTheListWasMade) {
  FakeDesk desk;
  ASSERT_TRUE(desk.backend->devices());
  desk.api->plug({"ALSA", "newcomer"});
  EXPECT_TRUE(desk.backend->probe(FakeDesk::on({"ALSA", "newcomer"})));
}

TEST(PortAudioBackend, DoesNotEndPortAudioUnderAnOpenStream) {
  FakeDesk desk;
  auto stream = desk.backend->open(FakeDesk::alsa(), desk.processor);
  ASSERT_TRUE(stream);
  desk.api->plug({"ALSA", "newcomer"});
  EXPECT_EQ(desk.backend->devices()->size(), 2U);
  EXPECT_EQ(desk.api->count("terminate"), 0);
  stream->reset();
  EXPECT_EQ(desk.backend->devices()->size(), 3U);
}

TEST(PortAudioBackend, EndsPortAudioWithTheLastUser) {
  FakeDesk desk;
  ASSERT_TRUE(desk.backend->devices());
  auto stream = desk.backend->open(FakeDesk::alsa(), desk.processor);
  ASSERT_TRUE(stream);
  desk.backend.reset();
  desk.driver.reset();
  EXPECT_EQ(desk.api->count("terminate"), 0);
  stream->reset();
  EXPECT_EQ(desk.api->count("terminate"), 1);
}

TEST(PortAudioBackend, ProbesWithoutOpening) {
  FakeDesk desk;
  StreamConfig config = FakeDesk::alsa();
  config.sampleRate = 96'000;
  EXPECT_TRUE(desk.backend->probe(config));
  EXPECT_EQ(desk.api->count("open"), 0);
}

TEST(PortAudioBackend, ARateThatTheDeviceLacksNamesThoseThatItHas) {
  FakeDesk desk;
  StreamConfig config = FakeDesk::alsa();
  config.sampleRate = 192'000;
  const auto probed = desk.backend->probe(config);
  ASSERT_FALSE(probed);
  EXPECT_EQ(probed.error().code, ErrorCode::unsupported);
  EXPECT_EQ(probed.error().message(),
            "ALSA: interface: It does not run at 192000 Hz; it runs at 44100, 48000 or 96000 Hz.");
  const auto opened = desk.backend->open(config, desk.processor);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error(), probed.error());
}

TEST(PortAudioBackend, OtherDriverErrorsAreDeviceErrorsWithTheirText) {
  FakeDesk desk;
  desk.api->failIn("open", paInternalError);
  const auto opened = desk.backend->open(FakeDesk::alsa(), desk.processor);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::audioDevice);
  EXPECT_EQ(opened.error().where, "ALSA: interface");
  EXPECT_THAT(opened.error().what, HasSubstr("fake error"));
  desk.api->failIn("open", paDeviceUnavailable);
  const auto busy = desk.backend->open(FakeDesk::alsa(), desk.processor);
  ASSERT_FALSE(busy);
  EXPECT_EQ(busy.error().code, ErrorCode::audioDevice);
  EXPECT_THAT(busy.error().what, HasSubstr("another program"));
}

TEST(PortAudioBackend, AnAudioSystemThatDoesNotStartIsADeviceErrorEachTime) {
  FakeDesk desk;
  desk.api->failIn("initialise", paInternalError);
  EXPECT_EQ(desk.backend->devices().error().code, ErrorCode::audioDevice);
  EXPECT_EQ(desk.backend->open(FakeDesk::alsa(), desk.processor).error().code,
            ErrorCode::audioDevice);
  EXPECT_EQ(desk.api->count("terminate"), 0);
}

TEST(PortAudioBackend, StreamsAreBitExactAndRunFromStartToStop) {
  FakeDesk desk;
  StreamConfig config = FakeDesk::alsa();
  config.sampleRate = 44'100;
  auto stream = desk.backend->open(config, desk.processor);
  ASSERT_TRUE(stream);
  EXPECT_EQ(desk.api->openFlags(), paClipOff | paDitherOff);
  EXPECT_EQ((*stream)->sampleRate(), 44'100);
  EXPECT_EQ((*stream)->state(), StreamState::stopped);
  EXPECT_TRUE((*stream)->start());
  EXPECT_EQ((*stream)->state(), StreamState::running);
  desk.api->callBack(512);
  desk.api->callBack(512, paInputOverflow);
  EXPECT_EQ(desk.processor.frames, 1024);
  EXPECT_EQ(desk.processor.flagged, 1);
  EXPECT_TRUE((*stream)->stop());
  EXPECT_EQ((*stream)->state(), StreamState::stopped);
  EXPECT_EQ((*stream)->fault(), std::nullopt);
  // and again
  EXPECT_TRUE((*stream)->start());
  EXPECT_EQ((*stream)->state(), StreamState::running);
  stream->reset();
  EXPECT_EQ(desk.api->count("stop"), 2);
  EXPECT_EQ(desk.api->count("close"), 1);
}

TEST(PortAudioBackend, AStreamThatTheProcessorEndedIsFinished) {
  FakeDesk desk;
  const auto stream = desk.running(FakeDesk::jack());
  ASSERT_NE(stream, nullptr);
  desk.processor.endNow = true;
  EXPECT_EQ(desk.api->callBack(512), paComplete);
  EXPECT_EQ(stream->state(), StreamState::finished);
  EXPECT_TRUE(stream->stop());
  desk.processor.endNow = false;
  EXPECT_TRUE(stream->start());
  EXPECT_EQ(stream->state(), StreamState::running);
}

}  // namespace
}  // namespace linecheck::audio
