#include "audio/file/file_backend.h"

#include <gtest/gtest.h>

#include "support/block_recorder.h"

namespace linecheck::audio {
namespace {

using linecheck::testing::BlockRecorder;
using linecheck::testing::waitForEnd;

const Pacing kFast{Pace::asFastAsPossible};

Recording recording() {
  Recording result;
  result.name = "take.wav";
  result.sampleRate = 44100;
  result.channels = 3;
  for (int i = 0; i < 3000; ++i) result.samples.push_back(static_cast<float>(i) * 0.1F);
  return result;
}

StreamConfig configFor(const std::string& name, int channels = 3, int rate = 44100) {
  StreamConfig config;
  config.input = DeviceId{FileBackend::kHostApi, name};
  config.inputChannels = channels;
  config.sampleRate = rate;
  return config;
}

ErrorCode codeOf(const Result<void>& result) {
  EXPECT_FALSE(result);
  return result ? ErrorCode::cancelled : result.error().code;
}

TEST(FileBackend, ReplaysBitForBitAndFinishes) {
  const Recording original = recording();
  FileBackend backend({original}, kFast);
  for (const int framesPerBuffer : {0, 1, 64, 4096}) {
    BlockRecorder recorder(3, 0);
    StreamConfig config = configFor("take.wav");
    config.framesPerBuffer = framesPerBuffer;
    auto stream = backend.open(config, recorder);
    ASSERT_TRUE(stream);
    EXPECT_EQ((*stream)->sampleRate(), 44100);
    ASSERT_TRUE((*stream)->start());
    ASSERT_TRUE(waitForEnd(**stream));
    EXPECT_EQ((*stream)->state(), StreamState::finished);
    EXPECT_EQ(recorder.samples(), original.samples) << framesPerBuffer;
  }
}

TEST(FileBackend, GivesTheFirstChannelsAndTakesWhatIsPlayed) {
  FileBackend backend({recording()}, kFast);
  StreamConfig config = configFor("take.wav", 1);
  config.output = config.input;
  BlockRecorder recorder(1, 2, [](auto, auto) { return 0.25F; });
  auto stream = backend.open(config, recorder);
  ASSERT_TRUE(stream);
  ASSERT_TRUE((*stream)->start());
  ASSERT_TRUE(waitForEnd(**stream));
  const auto samples = recorder.samples();
  const auto original = recording().samples;
  ASSERT_EQ(samples.size(), 1000U);
  for (std::size_t i = 0; i < 1000; ++i) ASSERT_EQ(samples[i], original[3 * i]);
}

TEST(FileBackend, GivesTheDriversFlagsAgainWhereTheyWere) {
  Recording flagged = recording();
  flagged.flagged = {{100, 28, {.inputOverflow = true}}, {127, 1, {.outputUnderflow = true}}};
  FileBackend backend({std::move(flagged)}, kFast);
  StreamConfig config = configFor("take.wav");
  config.framesPerBuffer = 64;
  BlockRecorder recorder(3, 0);
  auto stream = backend.open(config, recorder);
  ASSERT_TRUE(stream);
  ASSERT_TRUE((*stream)->start());
  ASSERT_TRUE(waitForEnd(**stream));
  const auto blocks = recorder.blocks();
  EXPECT_FALSE(blocks[0].flags.any());
  EXPECT_EQ(blocks[1].flags, (BlockFlags{.inputOverflow = true, .outputUnderflow = true}));
  EXPECT_FALSE(blocks[2].flags.any());
}

TEST(FileBackend, ListsEachRecordingAsADevice) {
  Recording second = recording();
  second.name = "other.wav";
  FileBackend backend({recording(), std::move(second)});
  EXPECT_EQ(backend.name(), "file");
  const auto devices = backend.devices();
  ASSERT_TRUE(devices);
  ASSERT_EQ(devices->size(), 2U);
  EXPECT_EQ((*devices)[0].id, (DeviceId{"File", "take.wav"}));
  EXPECT_EQ((*devices)[0].inputChannels, 3);
  EXPECT_EQ((*devices)[0].defaultSampleRate, 44100);
  EXPECT_TRUE((*devices)[0].isDefaultInput);
  EXPECT_EQ((*devices)[1].id.name, "other.wav");
  EXPECT_FALSE((*devices)[1].isDefaultInput);
}

TEST(FileBackend, RefusesWhatTheFileHasNot) {
  FileBackend backend({recording()});
  EXPECT_TRUE(backend.probe(configFor("take.wav")));
  EXPECT_EQ(codeOf(backend.probe(configFor("none.wav"))), ErrorCode::notFound);
  EXPECT_EQ(codeOf(backend.probe(configFor("take.wav", 3, 48000))), ErrorCode::unsupported);
  EXPECT_EQ(codeOf(backend.probe(configFor("take.wav", 4))), ErrorCode::unsupported);
  EXPECT_EQ(codeOf(backend.probe(configFor("take.wav", 0))), ErrorCode::unsupported);
  StreamConfig config = configFor("take.wav");
  config.output = DeviceId{"File", "none.wav"};
  EXPECT_EQ(codeOf(backend.probe(config)), ErrorCode::notFound);
  config.output = config.input;
  config.outputChannels = 3;
  EXPECT_EQ(codeOf(backend.probe(config)), ErrorCode::unsupported);
  config.input = std::nullopt;
  EXPECT_EQ(codeOf(backend.probe(config)), ErrorCode::usage);

  BlockRecorder recorder(3, 0);
  EXPECT_FALSE(backend.open(configFor("none.wav"), recorder));
}

}  // namespace
}  // namespace linecheck::audio
