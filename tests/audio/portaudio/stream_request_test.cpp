#include "audio/portaudio/stream_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::audio {
namespace {

using testing::HasSubstr;

DeviceEntry entry(PaHostApiTypeId hostApi, std::string hostApiName, std::string name, int index,
                  int inputs, int outputs) {
  DeviceEntry made;
  made.device.id = {std::move(hostApiName), std::move(name)};
  made.device.inputChannels = inputs;
  made.device.outputChannels = outputs;
  made.index = index;
  made.hostApi = hostApi;
  return made;
}

const DeviceId kAlsa{"ALSA", "USB"};
const DeviceId kAlsaOut{"ALSA", "HDMI"};
const DeviceId kJack{"JACK", "system"};

std::vector<DeviceEntry> devices() {
  return {entry(paALSA, "ALSA", "USB", 0, 4, 2), entry(paALSA, "ALSA", "HDMI", 1, 0, 8),
          entry(paJACK, "JACK", "system", 2, 2, 2), entry(paJACK, "JACK", "box", 3, 2, 2),
          entry(paJACK, "JACK", "jukebox", 4, 2, 2)};
}

StreamConfig config(std::optional<DeviceId> input, std::optional<DeviceId> output) {
  StreamConfig made;
  made.input = std::move(input);
  made.output = std::move(output);
  return made;
}

Error errorOf(const StreamConfig& config) {
  const Result<StreamRequest> request = makeStreamRequest(config, devices());
  return request ? Error{ErrorCode::usage, "accepted", {}} : request.error();
}

TEST(StreamRequest, AsksForIntegerWordsWhereTheHardwareIsInteger) {
  StreamConfig duplex = config(kAlsa, kAlsaOut);
  duplex.inputChannels = 4;
  duplex.sampleRate = 96'000;
  duplex.framesPerBuffer = 256;
  const Result<StreamRequest> request = makeStreamRequest(duplex, devices());
  ASSERT_TRUE(request);
  EXPECT_EQ(request->words, SampleWords::int32);
  EXPECT_EQ(request->input->device, 0);
  EXPECT_EQ(request->input->channelCount, 4);
  EXPECT_EQ(request->input->sampleFormat, paInt32);
  EXPECT_EQ(request->output->device, 1);
  EXPECT_EQ(request->output->channelCount, 2);
  EXPECT_EQ(request->output->sampleFormat, paInt32);
  EXPECT_EQ(request->sampleRate, 96'000);
  EXPECT_EQ(request->framesPerBuffer, 256);
  EXPECT_EQ(request->where, "ALSA: USB and ALSA: HDMI");
}

TEST(StreamRequest, AsksForFloatFromJackAndNamesOneDeviceOnce) {
  const Result<StreamRequest> request = makeStreamRequest(config(kJack, kJack), devices());
  ASSERT_TRUE(request);
  EXPECT_EQ(request->words, SampleWords::float32);
  EXPECT_EQ(request->input->sampleFormat, paFloat32);
  EXPECT_EQ(request->where, "JACK: system");
}

TEST(StreamRequest, OneDirectionLeavesTheOtherOut) {
  const Result<StreamRequest> input = makeStreamRequest(config(kAlsa, {}), devices());
  ASSERT_TRUE(input);
  EXPECT_NE(input->inputOrNull(), nullptr);
  EXPECT_EQ(input->outputOrNull(), nullptr);
  const Result<StreamRequest> output = makeStreamRequest(config({}, kAlsa), devices());
  ASSERT_TRUE(output);
  EXPECT_EQ(output->inputOrNull(), nullptr);
  EXPECT_NE(output->outputOrNull(), nullptr);
}

TEST(StreamRequest, RefusesWhatMakesNoSense) {
  EXPECT_EQ(errorOf(config({}, {})).code, ErrorCode::usage);
  StreamConfig bad = config(kAlsa, {});
  bad.sampleRate = 0;
  EXPECT_EQ(errorOf(bad).code, ErrorCode::usage);
  bad = config(kAlsa, {});
  bad.inputChannels = 0;
  EXPECT_EQ(errorOf(bad).code, ErrorCode::usage);
}

TEST(StreamRequest, AnUnknownDeviceListsWhatThereIs) {
  const Error error = errorOf(config(DeviceId{"ALSA", "gone"}, {}));
  EXPECT_EQ(error.code, ErrorCode::notFound);
  EXPECT_EQ(error.where, "ALSA: gone");
  EXPECT_THAT(error.what, HasSubstr("\"ALSA: HDMI\""));
}

TEST(StreamRequest, TooManyChannelsSayHowManyThereAre) {
  StreamConfig many = config(kAlsa, {});
  many.inputChannels = 5;
  const Error error = errorOf(many);
  EXPECT_EQ(error.code, ErrorCode::unsupported);
  EXPECT_THAT(error.what, HasSubstr("It has 4 input channels; 5 were asked for"));
  EXPECT_EQ(errorOf(config(kAlsaOut, {})).code, ErrorCode::unsupported);
}

TEST(StreamRequest, TwoHostApisAreUnsupported) {
  EXPECT_EQ(errorOf(config(kAlsa, kJack)).code, ErrorCode::unsupported);
}

TEST(StreamRequest, AJackClientThatPortAudioWouldMixUpIsRefused) {
  const Error error = errorOf(config(DeviceId{"JACK", "box"}, {}));
  EXPECT_EQ(error.code, ErrorCode::unsupported);
  EXPECT_THAT(error.what, HasSubstr("\"jukebox\""));
  EXPECT_TRUE(makeStreamRequest(config(DeviceId{"JACK", "jukebox"}, {}), devices()));
}

}  // namespace
}  // namespace linecheck::audio
