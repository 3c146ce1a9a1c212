#include <algorithm>
#include <cmath>

#include "integration/jack_loop.h"
#include "simulation/signal_path.h"

// The simulated studio's signal path inside the box, heard through PortAudio.
namespace linecheck::testing {
namespace {

using simulation::PathConfig;

constexpr std::int64_t kFrames = 20'000;

// Louder than the limiter's ceiling now and then; different on each channel, first ones not zero.
float played(std::int64_t frame, int channel) {
  if (frame >= kFrames) return 0.0F;
  const double at = static_cast<double>(frame);
  return static_cast<float>(channel == 0 ? std::cos(0.13 * at) * std::cos(0.0004 * at)
                                         : 0.25 * std::cos(0.02 * at));
}

// What comes back, from the first frame that is not silent.
std::vector<float> throughBox(const std::optional<PathConfig>& path) {
  FaultBox::Options options;
  options.path = path;
  JackLoop loop({}, options);
  if (!loop.isUp()) {
    ADD_FAILURE() << loop.server.output();
    return {};
  }
  BlockRecorder recorder(2, 2, played);
  recorder.endAfter(kFrames + 8192);
  const auto stream = loop.run(recorder);
  if (stream == nullptr || !waitForEnd(*stream)) return {};
  EXPECT_TRUE(stream->stop());
  return recorder.samples();
}

std::vector<float> onPaper(const PathConfig& config) {
  simulation::SignalPath path(config, 2, 48'000);
  std::vector<float> samples;
  for (std::int64_t frame = 0; frame < kFrames + 2000; ++frame) {
    samples.push_back(played(frame, 0));
    samples.push_back(played(frame, 1));
  }
  path.process(std::span(samples));
  return samples;
}

// Both from their first frame that is not silent.
void expectSame(const std::vector<float>& heard, const std::vector<float>& expected) {
  const auto firstFrame = [](const std::vector<float>& samples) {
    const auto found =
        std::find_if(samples.begin(), samples.end(), [](float x) { return x != 0.0F; });
    return samples.begin() + (found - samples.begin()) / 2 * 2;
  };
  const auto from = firstFrame(heard);
  const auto expectedFrom = firstFrame(expected);
  ASSERT_GE(heard.end() - from, 2 * kFrames);
  ASSERT_GE(expected.end() - expectedFrom, 2 * kFrames);
  EXPECT_TRUE(std::equal(expectedFrom, expectedFrom + 2 * kFrames, from));
}

TEST(FaultBoxPath, WithoutOneEverythingComesBackBitForBit) {
  expectSame(throughBox(std::nullopt), onPaper({}));
}

TEST(FaultBoxPath, ChangesWhatComesBackAsItDoesOnPaper) {
  PathConfig config;
  config.computer.swapsChannels = true;
  config.computer.limits = true;
  config.computer.sixteenBit = simulation::SixteenBit::rounded;
  config.output.gain[1] = {Decibels::of(-3.0), true};
  config.cable.leftToRight.flat = Decibels::of(-40.0);
  config.cable.latencyFrames = 3.25;
  const auto heard = throughBox(config);
  expectSame(heard, onPaper(config));
  EXPECT_NE(onPaper(config), onPaper({}));
}

}  // namespace
}  // namespace linecheck::testing
