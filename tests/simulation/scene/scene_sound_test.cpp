#include "simulation/scene/scene_sound.h"

#include <cmath>

#include "support/scene/scene_desk.h"

namespace linecheck::simulation::testing {
namespace {

constexpr int kRate = 48000;
constexpr std::size_t kSecond = kRate;
constexpr std::size_t kFrames = 4 * kSecond;
const Place kHall(chain::PowerPointId("wall-2"), "circuit");

DecibelsFs levelOf(const std::vector<double>& samples) {
  double sum = 0.0;
  for (const double sample : samples) sum += sample * sample;
  return dbfsFromMeanSquare(sum / static_cast<double>(samples.size()));
}

TEST(SceneSound, IsAsLoudAsItsLevelsSay) {
  const Heard heard;
  const Scene scene = heard.scene(NoiseKind::groundLoop, kHall);
  SceneSound sound = scene.sound(kRate);
  const auto channels = sound.capture(scene.heard(scene.start()), 0, kFrames);
  const double louder = std::max(levelOf(channels[0]).value(), levelOf(channels[1]).value());
  EXPECT_NEAR(louder, -50.0, 1.0);
}

TEST(SceneSound, IsTheSameInBlocksOfAnySize) {
  const Heard heard;
  const Scene scene = heard.scene(NoiseKind::mainsHash, Place());
  const NoiseGains gains = scene.heard(scene.start());
  SceneSound whole = scene.sound(kRate);
  const auto expected = whole.capture(gains, 1000, 5000);
  SceneSound cut = scene.sound(kRate);
  std::vector<double> left(5000), right(5000);
  for (std::size_t begin = 0, count = 1; begin < left.size(); begin += count, count += 97) {
    count = std::min(count, left.size() - begin);
    cut.addTo(std::span(left).subspan(begin, count), std::span(right).subspan(begin, count),
              1000 + static_cast<std::int64_t>(begin), gains);
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    ASSERT_NEAR(left[i], expected[0][i], 1e-12);
    ASSERT_NEAR(right[i], expected[1][i], 1e-12);
  }
}

TEST(SceneSound, ItsBaselineIsTheInterfaceAlone) {
  const Heard heard;
  const Scene scene = heard.scene(NoiseKind::groundLoop, kHall);
  SceneSound sound = scene.sound(kRate);
  const auto channels = sound.capture(scene.baseline(), 0, kRate);
  EXPECT_LT(levelOf(channels[0]).value(), -104.0);
  EXPECT_GT(levelOf(channels[0]).value(), -118.0);
}

TEST(SceneSound, AnotherSeedIsAnotherDesk) {
  const Heard heard;
  const Scene one = heard.scene(NoiseKind::groundLoop, kHall, 1);
  const Scene other = heard.scene(NoiseKind::groundLoop, kHall, 2);
  EXPECT_NE(one.levels(one.start()), other.levels(other.start()));
  EXPECT_EQ(one.levels(one.start()),
            heard.scene(NoiseKind::groundLoop, kHall, 1).levels(one.start()));
}

}  // namespace
}  // namespace linecheck::simulation::testing
