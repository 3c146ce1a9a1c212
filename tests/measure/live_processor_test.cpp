#include "measure/live_processor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace linecheck::measure {
namespace {

constexpr int kRate = 48000;
constexpr int kBlock = 480;
// A ramp of 50 ms.
constexpr int kRampBlocks = 5;

audio::StreamConfig fullDuplex() {
  audio::StreamConfig config;
  config.input = audio::DeviceId{"Test", "device"};
  config.output = config.input;
  config.sampleRate = kRate;
  return config;
}

TestTone toneAt(double frequency, double level) {
  return {Hertz::of(frequency), DecibelsFs::of(level)};
}

// The first channel of what is played in so many blocks.
std::vector<float> play(LiveProcessor& processor, int blocks) {
  std::vector<float> result;
  const std::vector<float> input(std::size_t{2} * kBlock);
  std::vector<float> output(std::size_t{2} * kBlock);
  for (int i = 0; i < blocks; ++i) {
    std::fill(output.begin(), output.end(), 9.0F);
    audio::Block block;
    block.input = input.data();
    block.output = output.data();
    block.frames = kBlock;
    EXPECT_TRUE(processor.process(block));
    for (std::size_t k = 0; k < output.size(); k += 2) {
      EXPECT_EQ(output[k], output[k + 1]);
      result.push_back(output[k]);
    }
  }
  return result;
}

float greatest(const std::vector<float>& samples) {
  float result = 0.0F;
  for (const float sample : samples) result = std::max(result, std::abs(sample));
  return result;
}

float steepest(const std::vector<float>& samples) {
  float result = 0.0F;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    result = std::max(result, std::abs(samples[i] - samples[i - 1]));
  }
  return result;
}

TEST(LiveProcessor, IsSilentUntilATonePlays) {
  LiveProcessor processor(fullDuplex());
  EXPECT_TRUE(processor.isQuiet());
  EXPECT_EQ(greatest(play(processor, 3)), 0.0F);
}

TEST(LiveProcessor, ToneFadesInToItsLevelAndOutAgain) {
  LiveProcessor processor(fullDuplex());
  processor.playTone(toneAt(1000.0, -20.0));
  auto samples = play(processor, kRampBlocks);
  EXPECT_FALSE(processor.isQuiet());
  EXPECT_LT(greatest({samples.begin(), samples.begin() + 100}), 0.001F);
  // A sine of 0.1 climbs by 0.1 · 2π · 1000 / 48000 at most.
  EXPECT_LT(steepest(samples), 0.0135F);
  samples = play(processor, 10);
  EXPECT_NEAR(greatest(samples), 0.1F, 1e-6F);

  processor.fadeOut();
  samples = play(processor, kRampBlocks);
  EXPECT_LT(steepest(samples), 0.0135F);
  EXPECT_GT(greatest(samples), 0.09F);
  EXPECT_EQ(greatest(play(processor, 1)), 0.0F);
  EXPECT_TRUE(processor.isQuiet());
}

TEST(LiveProcessor, AnotherToneFadesOver) {
  LiveProcessor processor(fullDuplex());
  processor.playTone(toneAt(1000.0, -20.0));
  (void)play(processor, 10);
  processor.playTone(toneAt(3000.0, -40.0));
  const auto over = play(processor, 3 * kRampBlocks);
  EXPECT_LT(steepest(over), 0.0135F);
  const auto samples = play(processor, 10);
  EXPECT_NEAR(greatest(samples), 0.01F, 1e-6F);
  int rises = 0;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    if (samples[i - 1] < 0.0F && samples[i] >= 0.0F) ++rises;
  }
  EXPECT_NEAR(rises, 300, 1);
}

// Esc: the very next block is silent, and nothing starts again.
TEST(LiveProcessor, SilenceIsAtOnceAndForGood) {
  LiveProcessor processor(fullDuplex());
  processor.playTone(toneAt(1000.0, -20.0));
  (void)play(processor, 10);
  processor.silence();
  EXPECT_EQ(greatest(play(processor, 1)), 0.0F);
  EXPECT_TRUE(processor.isQuiet());
  processor.playTone(toneAt(1000.0, -20.0));
  EXPECT_EQ(greatest(play(processor, 10)), 0.0F);
}

TEST(LiveProcessor, HandsOnWhatIsCaptured) {
  LiveProcessor processor(fullDuplex());
  const std::vector<float> input{1, 2, 3, 4};
  std::vector<float> output(4);
  audio::Block block;
  block.input = input.data();
  block.output = output.data();
  block.frames = 2;
  processor.process(block);
  std::vector<float> read(4);
  EXPECT_EQ(processor.queue().read(read), 2);
  EXPECT_EQ(read, input);
}

TEST(LiveProcessor, SaysWhenThereIsNoRoom) {
  LiveProcessor processor(fullDuplex());
  EXPECT_TRUE(processor.hasRoom(2 * kRate));
  EXPECT_FALSE(processor.hasRoom(10 * kRate));
}

TEST(LiveProcessor, WorksWithoutAnOutput) {
  auto config = fullDuplex();
  config.output = std::nullopt;
  LiveProcessor processor(config);
  processor.playTone(toneAt(1000.0, -20.0));
  const std::vector<float> input(4);
  audio::Block block;
  block.input = input.data();
  block.frames = 2;
  EXPECT_TRUE(processor.process(block));
}

}  // namespace
}  // namespace linecheck::measure
