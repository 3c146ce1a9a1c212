#include <bit>
#include <cmath>
#include <random>

#include "integration/jack_loop.h"

// What PortAudio plays comes back through the fault box to the bit, and as the box changes it.
namespace linecheck::testing {
namespace {

/// Samples of all kinds within full scale: 24-bit ones, then any float, first one not zero.
std::vector<float> stimulus(std::size_t length) {
  std::mt19937 random(1);
  std::vector<float> samples;
  while (samples.size() < length / 2) {
    const auto word = static_cast<std::int32_t>(random()) >> 8;
    samples.push_back(static_cast<float>(word) / 8'388'608.0F);
  }
  while (samples.size() < length) {
    const float any = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
    if (std::abs(any) <= 1.0F) samples.push_back(any);
  }
  samples.front() = 0.5F;
  return samples;
}

/// Plays `signal` on both channels (negated on the second) and returns what came back of each,
/// from the first sample that is not zero; as long as the signal.
std::array<std::vector<float>, 2> throughLoop(JackLoop& loop, const std::vector<float>& signal) {
  const auto length = static_cast<std::int64_t>(signal.size());
  BlockRecorder recorder(2, 2, [&](std::int64_t frame, int channel) {
    const float sample = frame < length ? signal[static_cast<std::size_t>(frame)] : 0.0F;
    return channel == 0 ? sample : -sample;
  });
  recorder.endAfter(length + 8192);
  {
    const auto stream = loop.run(recorder);
    if (stream == nullptr) return {};
    EXPECT_EQ(stream->sampleRate(), loop.config.sampleRate);
    EXPECT_TRUE(waitForEnd(*stream));
    EXPECT_EQ(stream->state(), audio::StreamState::finished);
    EXPECT_TRUE(stream->stop());
  }
  std::array<std::vector<float>, 2> back;
  const std::vector<float> samples = recorder.samples();
  for (std::size_t i = 0; i < 2; ++i) {
    std::vector<float> one = channel(samples, 2, i);
    const auto first =
        std::find_if(one.begin(), one.end(), [](float sample) { return sample != 0.0F; });
    one.erase(one.begin(), first);
    one.resize(signal.size());
    back[i] = std::move(one);
  }
  return back;
}

/// Samples that differ in any bit, but for the sign of zero on the negated channel.
int differences(const std::vector<float>& one, const std::vector<float>& other, float sign) {
  int count = one.size() == other.size() ? 0 : 1;
  for (std::size_t i = 0; i < std::min(one.size(), other.size()); ++i) {
    count += std::bit_cast<std::uint32_t>(one[i]) != std::bit_cast<std::uint32_t>(sign * other[i])
                 ? 1
                 : 0;
  }
  return count;
}

class CleanLoop : public ::testing::TestWithParam<std::pair<int, int>> {};

TEST_P(CleanLoop, IsBitExact) {
  const auto [rate, framesPerBuffer] = GetParam();
  JackLoop loop({rate, 1024});
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  loop.config.framesPerBuffer = framesPerBuffer;
  const std::vector<float> played = stimulus(20'000);
  const auto back = throughLoop(loop, played);
  EXPECT_EQ(differences(back[0], played, 1.0F), 0);
  EXPECT_EQ(differences(back[1], played, -1.0F), 0);
}

INSTANTIATE_TEST_SUITE_P(RatesAndBuffers, CleanLoop,
                         ::testing::Values(std::pair(44'100, 0), std::pair(48'000, 0),
                                           std::pair(96'000, 0), std::pair(192'000, 0),
                                           std::pair(48'000, 256), std::pair(48'000, 480)));

TEST(FaultyLoop, ADropoutIsSeenInTheSamples) {
  constexpr std::size_t kAt = 10'000;
  constexpr std::size_t kLost = 100;
  const std::vector<float> played = stimulus(20'000);
  for (const auto kind : {Dropout::Kind::removed, Dropout::Kind::zeroed}) {
    FaultBox::Options options;
    options.fault.dropouts = {{kAt, kLost, kind}};
    JackLoop loop({}, options);
    ASSERT_TRUE(loop.isUp()) << loop.server.output();
    const auto back = throughLoop(loop, played);
    EXPECT_EQ(loop.box.droppedFrames(), kLost);

    std::vector<float> expected = played;
    const auto hole = expected.begin() + kAt;
    if (kind == Dropout::Kind::removed) {
      expected.erase(hole, hole + kLost);
      expected.resize(played.size());
    } else {
      std::fill(hole, hole + kLost, 0.0F);
    }
    EXPECT_EQ(back[0], expected);
  }
}

TEST(FaultyLoop, GainChangesEverySample) {
  FaultBox::Options options;
  options.fault.gainDb = 20 * std::log10(0.5);
  JackLoop loop({}, options);
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  const std::vector<float> played(1000, 0.25F);
  EXPECT_EQ(throughLoop(loop, played)[0], std::vector<float>(1000, 0.125F));
}

TEST(RunningLoop, CanBeStoppedAndStartedAgain) {
  JackLoop loop;
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  BlockRecorder recorder(2, 2);
  const auto stream = loop.run(recorder);
  ASSERT_NE(stream, nullptr);
  for (int turn = 0; turn < 3; ++turn) {
    ASSERT_TRUE(recorder.waitForFrames(recorder.frames() + 4096));
    EXPECT_EQ(stream->state(), audio::StreamState::running);
    ASSERT_TRUE(stream->stop());
    EXPECT_EQ(stream->state(), audio::StreamState::stopped);
    const std::int64_t frames = recorder.frames();
    ASSERT_TRUE(
        comesTrue([&, start = loop.box.frames()] { return loop.box.frames() >= start + 8192; }));
    EXPECT_EQ(recorder.frames(), frames) << "called after stop";
    ASSERT_TRUE(stream->start());
  }
}

TEST(RunningLoop, MayBeDestroyedWhileItRuns) {
  JackLoop loop;
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  for (int turn = 0; turn < 3; ++turn) {
    BlockRecorder recorder(2, 2);
    const auto stream = loop.run(recorder);
    ASSERT_NE(stream, nullptr);
    ASSERT_TRUE(recorder.waitForFrames(2048));
  }
}

TEST(RunningLoop, AnInterruptionIsFlagged) {
  JackLoop loop({48'000, 256});
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  BlockRecorder recorder(2, 2);
  const auto stream = loop.run(recorder);
  ASSERT_NE(stream, nullptr);
  ASSERT_TRUE(recorder.waitForFrames(4096));
  loop.box.stall(8);
  EXPECT_TRUE(comesTrue([&recorder] {
    const std::vector<audio::Block> blocks = recorder.blocks();
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const audio::Block& block) { return block.flags.any(); });
  }));
}

}  // namespace
}  // namespace linecheck::testing
