#include "audio/paced/paced_stream.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>

#include "support/block_recorder.h"
#include "support/shared_clock.h"

namespace linecheck::audio {
namespace {

using namespace std::chrono_literals;
using linecheck::testing::BlockRecorder;
using linecheck::testing::SharedClock;
using linecheck::testing::waitForEnd;

// Counts up on its input and keeps what is played.
class CountingDevice final : public VirtualDevice {
 public:
  struct Script {
    std::int64_t endAt = -1;
    std::int64_t lostAt = -1;
    std::int64_t flaggedAt = -1;
    std::atomic<double> playedSum = 0.0;
  };
  explicit CountingDevice(Script& script) : script_(script) {}

  Captured capture(std::span<float> input, int frames) noexcept override {
    Captured captured;
    if (script_.lostAt >= 0 && position_ >= script_.lostAt) {
      captured.isLost = true;
      return captured;
    }
    captured.frames = frames;
    if (script_.endAt >= 0) {
      captured.frames = static_cast<int>(std::min<std::int64_t>(frames, script_.endAt - position_));
    }
    captured.flags.inputOverflow =
        script_.flaggedAt >= position_ && script_.flaggedAt < position_ + frames;
    for (int i = 0; i < captured.frames && !input.empty(); ++i) {
      input[static_cast<std::size_t>(i)] = static_cast<float>(position_ + i);
    }
    position_ += captured.frames;
    return captured;
  }
  void play(std::span<const float> output, int /*frames*/) noexcept override {
    for (const float sample : output) script_.playedSum = script_.playedSum + sample;
  }

 private:
  Script& script_;
  std::int64_t position_ = 0;
};

StreamConfig config(int framesPerBuffer, int sampleRate = 48000) {
  StreamConfig result;
  result.input = DeviceId{"Test", "in"};
  result.output = DeviceId{"Test", "out"};
  result.inputChannels = 1;
  result.outputChannels = 1;
  result.framesPerBuffer = framesPerBuffer;
  result.sampleRate = sampleRate;
  return result;
}

const Pacing kFast{Pace::asFastAsPossible};

TEST(PacedStream, BringsEveryFrameInOrderUpToAnEndInsideABlock) {
  CountingDevice::Script script;
  script.endAt = 1000;
  BlockRecorder recorder(1, 1, [](auto, auto) { return 0.5F; });
  PacedStream stream(config(64), std::make_unique<CountingDevice>(script), recorder, kFast);
  EXPECT_EQ(stream.state(), StreamState::stopped);
  ASSERT_TRUE(stream.start());
  ASSERT_TRUE(waitForEnd(stream));
  EXPECT_EQ(stream.state(), StreamState::finished);
  EXPECT_EQ(stream.fault(), std::nullopt);

  const auto samples = recorder.samples();
  ASSERT_EQ(samples.size(), 1000U);
  for (std::size_t i = 0; i < samples.size(); ++i) ASSERT_EQ(samples[i], static_cast<float>(i));
  EXPECT_EQ(recorder.blocks().back().frames, 1000 % 64);
  EXPECT_EQ(script.playedSum, 500.0);
}

TEST(PacedStream, ProcessorEndsIt) {
  CountingDevice::Script script;
  BlockRecorder recorder(1, 1);
  recorder.endAfter(640);
  PacedStream stream(config(64), std::make_unique<CountingDevice>(script), recorder, kFast);
  ASSERT_TRUE(stream.start());
  ASSERT_TRUE(waitForEnd(stream));
  EXPECT_EQ(stream.state(), StreamState::finished);
  EXPECT_EQ(recorder.frames(), 640);
}

TEST(PacedStream, LostDeviceIsAFaultThatNamesIt) {
  CountingDevice::Script script;
  script.lostAt = 640;
  BlockRecorder recorder(1, 1);
  PacedStream stream(config(64), std::make_unique<CountingDevice>(script), recorder, kFast);
  ASSERT_TRUE(stream.start());
  ASSERT_TRUE(waitForEnd(stream));
  EXPECT_EQ(stream.state(), StreamState::lost);
  ASSERT_TRUE(stream.fault());
  EXPECT_EQ(stream.fault()->code, ErrorCode::audioDevice);
  EXPECT_EQ(stream.fault()->where, "in");
  EXPECT_EQ(recorder.frames(), 640);
}

TEST(PacedStream, FlagsComeWithTheirBlock) {
  CountingDevice::Script script;
  script.flaggedAt = 130;
  script.endAt = 256;
  BlockRecorder recorder(1, 1);
  PacedStream stream(config(64), std::make_unique<CountingDevice>(script), recorder, kFast);
  ASSERT_TRUE(stream.start());
  ASSERT_TRUE(waitForEnd(stream));
  const auto blocks = recorder.blocks();
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_FALSE(blocks[1].flags.any());
  EXPECT_TRUE(blocks[2].flags.inputOverflow);
  EXPECT_FALSE(blocks[3].flags.any());
}

TEST(PacedStream, RealTimeIsTheClocksTime) {
  CountingDevice::Script script;
  const auto clock = std::make_shared<SharedClock>();
  BlockRecorder recorder(1, 1);
  PacedStream stream(config(480), std::make_unique<CountingDevice>(script), recorder,
                     {Pace::realTime, clock});
  ASSERT_TRUE(stream.start());
  clock->advance(10ms);
  ASSERT_TRUE(recorder.waitForFrames(480));
  clock->advance(99ms);
  ASSERT_TRUE(recorder.waitForFrames(4800));
  ASSERT_TRUE(stream.stop());
  EXPECT_EQ(recorder.frames(), 4800);
}

// A computer that slept for an hour is not to play an hour's audio at once.
TEST(PacedStream, DoesNotCatchUpAfterALongHoldUp) {
  CountingDevice::Script script;
  const auto clock = std::make_shared<SharedClock>();
  BlockRecorder recorder(1, 1);
  PacedStream stream(config(480), std::make_unique<CountingDevice>(script), recorder,
                     {Pace::realTime, clock});
  ASSERT_TRUE(stream.start());
  clock->advance(10ms);
  ASSERT_TRUE(recorder.waitForFrames(480));
  clock->advance(1h);
  ASSERT_TRUE(recorder.waitForFrames(960));
  clock->advance(10ms);
  ASSERT_TRUE(recorder.waitForFrames(1440));
  ASSERT_TRUE(stream.stop());
  EXPECT_EQ(recorder.frames(), 1440);
}

TEST(PacedStream, StopReturnsThoughTheClockStands) {
  CountingDevice::Script script;
  BlockRecorder recorder(1, 1);
  PacedStream stream(config(480), std::make_unique<CountingDevice>(script), recorder,
                     {Pace::realTime, std::make_shared<SharedClock>()});
  ASSERT_TRUE(stream.start());
  ASSERT_TRUE(stream.stop());
  EXPECT_EQ(stream.state(), StreamState::stopped);
  EXPECT_EQ(recorder.frames(), 0);
}

TEST(PacedStream, StartsAgainAfterStopAndRefusesToStartTwice) {
  CountingDevice::Script script;
  BlockRecorder recorder(1, 1);
  PacedStream stream(config(64), std::make_unique<CountingDevice>(script), recorder, kFast);
  ASSERT_TRUE(stream.start());
  EXPECT_FALSE(stream.start());
  ASSERT_TRUE(recorder.waitForFrames(64));
  ASSERT_TRUE(stream.stop());
  const auto frames = recorder.frames();
  ASSERT_TRUE(stream.start());
  ASSERT_TRUE(recorder.waitForFrames(frames + 64));
}

class SlowRecorder final : public BlockRecorder {
 public:
  using BlockRecorder::BlockRecorder;
  bool hasRoom(int /*frames*/) noexcept override { return hasRoom_; }
  void letGo() { hasRoom_ = true; }

 private:
  std::atomic<bool> hasRoom_ = false;
};

TEST(PacedStream, AsFastAsPossibleWaitsForRoom) {
  CountingDevice::Script script;
  script.endAt = 640;
  SlowRecorder recorder(1, 1);
  PacedStream stream(config(64), std::make_unique<CountingDevice>(script), recorder, kFast);
  ASSERT_TRUE(stream.start());
  EXPECT_EQ(recorder.frames(), 0);
  recorder.letGo();
  ASSERT_TRUE(waitForEnd(stream));
  EXPECT_EQ(recorder.frames(), 640);
}

TEST(PacedStream, InputOnlyAndOutputOnly) {
  for (const bool isInput : {true, false}) {
    CountingDevice::Script script;
    script.endAt = 100;
    BlockRecorder recorder(1, 1, [](auto, auto) { return 1.0F; });
    StreamConfig one = config(64);
    (isInput ? one.output : one.input) = std::nullopt;
    PacedStream stream(one, std::make_unique<CountingDevice>(script), recorder, kFast);
    ASSERT_TRUE(stream.start());
    ASSERT_TRUE(waitForEnd(stream));
    EXPECT_EQ(recorder.blocks().front().input != nullptr, isInput);
    EXPECT_EQ(recorder.blocks().front().output != nullptr, !isInput);
    EXPECT_EQ(script.playedSum, isInput ? 0.0 : 100.0);
  }
}

TEST(PacedStream, OwnChoiceOfBlockIsAFewMilliseconds) {
  for (const int rate : {44100, 192000}) {
    CountingDevice::Script script;
    script.endAt = 10'000;
    BlockRecorder recorder(1, 1);
    PacedStream stream(config(0, rate), std::make_unique<CountingDevice>(script), recorder, kFast);
    EXPECT_EQ(stream.sampleRate(), rate);
    ASSERT_TRUE(stream.start());
    ASSERT_TRUE(waitForEnd(stream));
    EXPECT_GE(recorder.blocks().front().frames, rate / 1000);
    EXPECT_LE(recorder.blocks().front().frames, rate / 50);
  }
}

}  // namespace
}  // namespace linecheck::audio
