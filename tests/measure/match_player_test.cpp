#include "measure/match_player.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "support/scripted_backend.h"

namespace linecheck::measure {
namespace {

using linecheck::testing::ScriptedBackend;

constexpr int kRate = 48000;
constexpr int kRampFrames = 2400;
constexpr int kChannels = 4;
constexpr float kSample = 0.5F;

/// Plays a constant in place of noise, A on channels 0 and 1, B on 2 and 3, and tells what each
/// frame's channels got.
class Player {
 public:
  explicit Player(const MatchOutputs& outputs = {std::vector{0, 1}, std::vector{2, 3}})
      : processor({kSample}, kRate, kChannels, outputs) {}

  MatchNoiseProcessor processor;
  bool goesOn = true;

  std::vector<float> run(int frames) {
    std::vector<float> out(static_cast<std::size_t>(frames * kChannels), 99.0F);
    audio::Block block;
    block.output = out.data();
    block.frames = frames;
    goesOn = processor.process(block);
    return out;
  }
  /// The last frame of a run long enough for every ramp to end.
  std::vector<float> settled() {
    const auto out = run(2 * kRampFrames);
    return {out.end() - kChannels, out.end()};
  }
};

TEST(MatchNoiseProcessor, BeginsSilentAndGoesOn) {
  Player player;
  for (const float sample : player.run(1000)) EXPECT_EQ(sample, 0.0F);
  EXPECT_TRUE(player.goesOn);
}

TEST(MatchNoiseProcessor, PlaysOneSideAtATime) {
  Player player;
  player.processor.play(MatchSide::a);
  EXPECT_EQ(player.settled(), (std::vector<float>{kSample, kSample, 0.0F, 0.0F}));
  player.processor.play(MatchSide::b);
  EXPECT_EQ(player.settled(), (std::vector<float>{0.0F, 0.0F, kSample, kSample}));
  player.processor.pause();
  EXPECT_EQ(player.settled(), (std::vector<float>(kChannels, 0.0F)));
  EXPECT_TRUE(player.goesOn);
}

TEST(MatchNoiseProcessor, EveryChangeIsARamp) {
  Player player;
  player.processor.play(MatchSide::a);
  std::vector<float> out = player.run(2 * kRampFrames);
  player.processor.play(MatchSide::b);
  player.processor.setGain(MatchSide::b, Decibels::of(-6.0));
  const auto more = player.run(2 * kRampFrames);
  out.insert(out.end(), more.begin(), more.end());
  // The steepest step of a raised cosine over the ramp's length.
  const double steepest = kSample * 1.5707963267948966 / kRampFrames;
  for (std::size_t i = kChannels; i < out.size(); ++i) {
    EXPECT_LE(std::abs(static_cast<double>(out[i] - out[i - kChannels])), 1.001 * steepest) << i;
  }
}

TEST(MatchNoiseProcessor, AGainAttenuatesItsOwnSideAndNeverAmplifies) {
  Player player;
  player.processor.setGain(MatchSide::a, Decibels::of(-20.0));
  player.processor.setGain(MatchSide::b, Decibels::of(+20.0));
  player.processor.play(MatchSide::a);
  EXPECT_FLOAT_EQ(player.settled()[0], 0.1F * kSample);
  player.processor.play(MatchSide::b);
  EXPECT_FLOAT_EQ(player.settled()[2], kSample);
}

TEST(MatchNoiseProcessor, SidesThatShareChannelsCrossWithoutADip) {
  Player player({std::vector{0, 1}, std::vector{0, 1}});
  player.processor.play(MatchSide::a);
  player.settled();
  player.processor.play(MatchSide::b);
  const auto out = player.run(2 * kRampFrames);
  for (std::size_t i = 0; i < out.size(); i += kChannels) {
    ASSERT_NEAR(out[i], kSample, 1e-6F) << i;
  }
}

TEST(MatchNoiseProcessor, FadesOutAndEnds) {
  Player player;
  player.processor.play(MatchSide::a);
  player.settled();
  player.processor.fadeOut();
  const auto first = player.run(kRampFrames / 2);
  EXPECT_GT(first.front(), 0.9F * kSample);
  EXPECT_TRUE(player.goesOn);
  const auto rest = player.run(kRampFrames);
  EXPECT_EQ(rest[rest.size() - kChannels], 0.0F);
  EXPECT_FALSE(player.goesOn);
}

TEST(MatchNoiseProcessor, SilencesWithinOneBlock) {
  Player player;
  player.processor.play(MatchSide::a);
  player.settled();
  player.processor.silence();
  for (const float sample : player.run(64)) ASSERT_EQ(sample, 0.0F);
  EXPECT_FALSE(player.goesOn);
}

TEST(MatchPlayer, PlaysNoiseUntilItIsStopped) {
  ScriptedBackend backend;
  const auto player = MatchPlayer::start(backend, ScriptedBackend::fullDuplex(), {},
                                         {std::vector{0}, std::vector{1}});
  ASSERT_TRUE(player) << player.error().message();
  (*player)->play(MatchSide::a);
  const std::size_t before = backend.played().size();
  while (backend.played().size() < before + 20'000) std::this_thread::yield();
  (*player)->fadeOut();
  while ((*player)->state() == audio::StreamState::running) std::this_thread::yield();
  EXPECT_EQ((*player)->state(), audio::StreamState::finished);
  EXPECT_TRUE((*player)->stop());
  const auto played = backend.played();
  EXPECT_EQ(played.back(), 0.0F);
  EXPECT_TRUE(std::any_of(played.begin(), played.end(), [](float x) { return x > 0.001F; }));
}

TEST(MatchPlayer, RefusesWhatItCannotPlay) {
  ScriptedBackend backend;
  const MatchOutputs outputs = {std::vector{0}, std::vector{1}};
  auto noOutput = ScriptedBackend::fullDuplex();
  noOutput.output.reset();
  EXPECT_FALSE(MatchPlayer::start(backend, noOutput, {}, outputs));
  const auto stream = ScriptedBackend::fullDuplex();
  EXPECT_FALSE(MatchPlayer::start(backend, stream, {}, {std::vector{0}, std::vector{2}}));
  EXPECT_FALSE(MatchPlayer::start(backend, stream, {}, {std::vector{0}, std::vector{-1}}));
  EXPECT_FALSE(MatchPlayer::start(backend, stream, {}, {std::vector{0}, std::vector<int>{}}));
  MatchNoise loud;
  loud.level = DecibelsFs::of(-20.0);
  const auto refused = MatchPlayer::start(backend, stream, loud, outputs);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::measure
