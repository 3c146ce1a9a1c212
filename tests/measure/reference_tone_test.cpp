#include "measure/reference_tone.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "support/scripted_backend.h"

namespace linecheck::measure {
namespace {

using linecheck::testing::ScriptedBackend;
using linecheck::testing::SteppingClock;

constexpr int kRate = 48000;
constexpr int kBlock = 480;
// A ramp of 50 ms.
constexpr int kRampBlocks = 5;

const TestTone kTone{Hertz::of(1000.0), DecibelsFs::of(-20.0)};

// Each channel of what is played in so many blocks; less if the processor ends.
struct Played {
  std::vector<float> left, right;
  bool goesOn = true;
};

Played play(ReferenceToneProcessor& processor, int blocks) {
  Played played;
  std::vector<float> output(std::size_t{2} * kBlock);
  for (int i = 0; i < blocks && played.goesOn; ++i) {
    output.assign(output.size(), 9.0F);
    audio::Block block;
    block.output = output.data();
    block.frames = kBlock;
    played.goesOn = processor.process(block);
    for (std::size_t k = 0; k < output.size(); k += 2) {
      played.left.push_back(output[k]);
      played.right.push_back(output[k + 1]);
    }
  }
  return played;
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

TEST(ReferenceToneProcessor, PlaysOnTheChosenChannelOnly) {
  ReferenceToneProcessor processor(kTone, kRate, 2, {2});
  (void)play(processor, kRampBlocks);
  const Played played = play(processor, 10);
  EXPECT_EQ(greatest(played.left), 0.0F);
  EXPECT_NEAR(greatest(played.right), 0.1F, 1e-6F);
  EXPECT_TRUE(played.goesOn);
}

TEST(ReferenceToneProcessor, FadesInAndOutWithoutAStepAndEnds) {
  ReferenceToneProcessor processor(kTone, kRate, 2, {1, 2});
  Played in = play(processor, kRampBlocks);
  EXPECT_LT(greatest({in.left.begin(), in.left.begin() + 100}), 0.001F);
  // A sine of 0.1 climbs by 0.1 · 2π · 1000 / 48000 at most.
  EXPECT_LT(steepest(in.left), 0.0135F);
  processor.fadeOut();
  const Played out = play(processor, 100);
  EXPECT_FALSE(out.goesOn);
  EXPECT_EQ(out.left.size(), std::size_t{kRampBlocks} * kBlock);
  in.left.insert(in.left.end(), out.left.begin(), out.left.end());
  EXPECT_LT(steepest(in.left), 0.0135F);
  EXPECT_EQ(out.left.back(), 0.0F);
}

TEST(ReferenceToneProcessor, SilenceTakesOneBlock) {
  ReferenceToneProcessor processor(kTone, kRate, 2, {1});
  (void)play(processor, 10);
  processor.silence();
  const Played after = play(processor, 10);
  EXPECT_EQ(after.left.size(), std::size_t{kBlock});
  EXPECT_EQ(greatest(after.left), 0.0F);
  EXPECT_FALSE(after.goesOn);
}

TEST(ReferenceTone, StoppingFadesOutOnTheDevice) {
  ScriptedBackend backend;
  std::atomic<std::int64_t> frames = 0;
  backend.onBlock = [&frames](std::int64_t frame) {
    frames = frame;
    frames.notify_all();
  };
  auto tone = ReferenceTone::start(backend, ScriptedBackend::fullDuplex(), kTone, {1});
  ASSERT_TRUE(tone) << tone.error().message();
  while (frames < kRate) frames.wait(frames);
  ASSERT_TRUE((*tone)->stop(SteadyClock()));
  const std::vector<float> played = backend.played();
  EXPECT_NEAR(greatest(played), 0.1F, 1e-6F);
  EXPECT_LT(steepest(played), 0.0135F);
  EXPECT_LT(std::abs(played.back()), 1e-6F);
}

TEST(ReferenceTone, AHungDeviceDoesNotHoldItUp) {
  ScriptedBackend backend;
  backend.hangsAfter = 4800;
  auto tone = ReferenceTone::start(backend, ScriptedBackend::fullDuplex(), kTone, {1});
  ASSERT_TRUE(tone);
  EXPECT_TRUE((*tone)->stop(SteppingClock(std::chrono::seconds(1))));
}

TEST(ReferenceTone, ALoudOneNeedsConsent) {
  ScriptedBackend backend;
  const auto config = ScriptedBackend::fullDuplex();
  const TestTone loud{Hertz::of(60.0), DecibelsFs::of(-12.0)};
  const auto refused = ReferenceTone::start(backend, config, loud, {1});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  EXPECT_TRUE(backend.played().empty());
  EXPECT_TRUE(ReferenceTone::start(backend, config, loud, {1}, LoudTone::confirmed));
}

TEST(ReferenceTone, RefusesChannelsAndOutputsThatAreNotThere) {
  ScriptedBackend backend;
  auto config = ScriptedBackend::fullDuplex();
  for (const std::vector<int>& channels : {std::vector<int>{}, {0}, {3}, {1, 3}}) {
    const auto refused = ReferenceTone::start(backend, config, kTone, channels);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::usage);
  }
  config.output = std::nullopt;
  EXPECT_EQ(ReferenceTone::start(backend, config, kTone, {1}).error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::measure
