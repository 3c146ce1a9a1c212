// A tone that nobody watches any more fades out by itself, whatever plays it.
#include "measure/unwatched.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "measure/live_processor.h"
#include "measure/match_player.h"
#include "measure/reference_tone.h"

namespace linecheck::measure {
namespace {

constexpr int kRate = 48000;
constexpr int kBlock = 480;
constexpr TestTone kTone{Hertz::of(1000.0), DecibelsFs::of(-20.0)};

/// Blocks of two channels, as a device takes them: it never asks for room.
struct Played {
  std::vector<float> left;
  bool goesOn = true;
};

Played play(audio::BlockProcessor& processor, int blocks) {
  Played played;
  std::vector<float> input(2 * kBlock, 0.0F);
  std::vector<float> output(2 * kBlock);
  for (int i = 0; i < blocks && played.goesOn; ++i) {
    audio::Block block;
    block.input = input.data();
    block.output = output.data();
    block.frames = kBlock;
    played.goesOn = processor.process(block);
    for (int frame = 0; frame < kBlock; ++frame) {
      played.left.push_back(output[static_cast<std::size_t>(2 * frame)]);
    }
  }
  return played;
}

float greatest(const std::vector<float>& samples) {
  float most = 0.0F;
  for (const float sample : samples) most = std::max(most, std::abs(sample));
  return most;
}

float steepest(const std::vector<float>& samples) {
  float most = 0.0F;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    most = std::max(most, std::abs(samples[i] - samples[i - 1]));
  }
  return most;
}

// A sine of 0.1 climbs by 0.1 · 2π · 1000 / 48000 at most.
constexpr float kSteepest = 0.0135F;
constexpr int kSecond = kRate / kBlock;
constexpr int kRampBlocks = 5;  // 50 ms.

audio::StreamConfig stream() {
  audio::StreamConfig config;
  config.input = config.output = audio::DeviceId{"Test", "device"};
  return config;
}

TEST(Unwatched, TheLiveToneFadesOutASecondAfterTheLastBeat) {
  LiveProcessor processor(stream());
  processor.playTone(kTone);
  for (int i = 0; i < 30; ++i) {
    processor.beat();
    (void)play(processor, 10);
  }
  EXPECT_FALSE(processor.isUnwatched());
  const Played last = play(processor, kSecond + kRampBlocks + 1);
  EXPECT_TRUE(processor.isUnwatched());
  EXPECT_TRUE(processor.isQuiet());
  EXPECT_NEAR(greatest(last.left), 0.1F, 1e-4F);
  EXPECT_LT(steepest(last.left), kSteepest) << "It fades, and does not click.";
  EXPECT_EQ(last.left.back(), 0.0F);
  processor.beat();
  processor.playTone(kTone);
  EXPECT_EQ(greatest(play(processor, 20).left), 0.0F) << "It stays silent.";
}

TEST(Unwatched, WithoutAToneTheMonitorMayWaitForEver) {
  LiveProcessor processor(stream());
  (void)play(processor, 3 * kSecond);
  EXPECT_FALSE(processor.isUnwatched());
  processor.playTone(kTone);
  EXPECT_GT(greatest(play(processor, 20).left), 0.0F);
}

TEST(Unwatched, TheReferenceToneFadesOutAndEnds) {
  ReferenceToneProcessor processor(kTone, kRate, 2, {1, 2});
  for (int i = 0; i < 30; ++i) {
    processor.beat();
    EXPECT_TRUE(play(processor, 10).goesOn);
  }
  const Played last = play(processor, 2 * kSecond);
  EXPECT_FALSE(last.goesOn);
  EXPECT_TRUE(processor.isUnwatched());
  EXPECT_LT(steepest(last.left), kSteepest);
  EXPECT_LE(last.left.size(), static_cast<std::size_t>((kSecond + kRampBlocks + 1) * kBlock));
}

TEST(Unwatched, TheMatchingNoiseFadesOutAndEnds) {
  MatchNoiseProcessor processor(std::vector<float>(1000, 0.1F), kRate, 2, {{{0, 1}, {0, 1}}});
  processor.play(MatchSide::a);
  for (int i = 0; i < 30; ++i) {
    processor.beat();
    EXPECT_TRUE(play(processor, 10).goesOn);
  }
  const Played last = play(processor, 2 * kSecond);
  EXPECT_FALSE(last.goesOn);
  EXPECT_TRUE(processor.isUnwatched());
  EXPECT_EQ(last.left.back(), 0.0F);
  EXPECT_LT(steepest(last.left), 0.001F) << "0.1 within 50 ms.";
}

}  // namespace
}  // namespace linecheck::measure
