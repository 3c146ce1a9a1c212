// The simulated studio as the desk of a scene.
#include <algorithm>
#include <cmath>

#include "simulation/simulated_studio.h"
#include "support/block_recorder.h"
#include "support/scene/scene_desk.h"

namespace linecheck::simulation::testing {
namespace {

using linecheck::testing::BlockRecorder;
using linecheck::testing::waitForEnd;

constexpr int kRate = 48000;
const Place kHall(chain::PowerPointId("wall-2"), "circuit");

chain::Situation withoutMonitor(const Scene& scene) {
  chain::Situation situation = scene.start();
  std::erase_if(situation.chain.cables,
                [](const chain::Cable& cable) { return cable.id.text() == "out"; });
  return situation;
}

/// Levels of each second captured; `atSecond` is called on the stream's thread before the first
/// block of each.
std::vector<DecibelsFs> secondsOf(SimulatedStudio& studio, int seconds,
                                  const std::function<void(int)>& atSecond = {}) {
  audio::StreamConfig config;
  config.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  config.output = config.input;
  config.sampleRate = kRate;
  config.framesPerBuffer = 480;
  int told = -1;
  const auto play = [&](std::int64_t frame, int /*channel*/) {
    if (atSecond && frame / kRate != told) atSecond(told = static_cast<int>(frame / kRate));
    return 0.0F;
  };
  BlockRecorder recorder(2, 2, play);
  recorder.endAfter(static_cast<std::int64_t>(seconds) * kRate);
  auto stream = studio.open(config, recorder);
  EXPECT_TRUE(stream);
  EXPECT_TRUE((*stream)->start());
  waitForEnd(**stream);
  const std::vector<float> samples = recorder.samples();
  std::vector<DecibelsFs> levels;
  for (std::size_t second = 0; second < static_cast<std::size_t>(seconds); ++second) {
    double sum = 0.0;
    for (std::size_t i = 2 * second * kRate; i < 2 * (second + 1) * kRate; ++i) {
      sum += static_cast<double>(samples[i]) * static_cast<double>(samples[i]);
    }
    levels.push_back(dbfsFromMeanSquare(sum / (2.0 * kRate)));
  }
  return levels;
}

StudioConfig quiet(bool isReady) {
  StudioConfig config;
  config.converterNoise = DecibelsFs::silence();
  config.isReadyForScenes = isReady;
  return config;
}

TEST(SceneStudio, HearsTheDeskAsItStartsAndAsItIsChanged) {
  const Heard heard;
  const Scene scene = heard.scene(NoiseKind::groundLoop, kHall);
  SimulatedStudio studio(quiet(false), {audio::Pace::asFastAsPossible});
  studio.setScene(scene);
  const DecibelsFs before = secondsOf(studio, 1).front();
  EXPECT_NEAR(before.value(), -50.0, 3.0);
  studio.setSituation(withoutMonitor(scene));
  EXPECT_LT(secondsOf(studio, 1).front(), before + Decibels::of(-15.0));
  studio.setBaseline();
  EXPECT_LT(secondsOf(studio, 1).front().value(), -100.0);
  studio.setScene(std::nullopt);
  EXPECT_TRUE(secondsOf(studio, 1).front().isSilent());
}

TEST(SceneStudio, AChangeIsHeardWhileTheStreamRuns) {
  const Heard heard;
  const Scene scene = heard.scene(NoiseKind::groundLoop, kHall);
  SimulatedStudio studio(quiet(true), {audio::Pace::asFastAsPossible});
  const auto levels = secondsOf(studio, 6, [&](int second) {
    if (second == 2) studio.setScene(scene);
    if (second == 4) studio.setSituation(withoutMonitor(scene));
  });
  EXPECT_TRUE(levels[0].isSilent());
  EXPECT_NEAR(levels[3].value(), -50.0, 3.0);
  EXPECT_LT(levels[5].value(), -65.0);
}

}  // namespace
}  // namespace linecheck::simulation::testing
