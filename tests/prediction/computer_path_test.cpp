#include "prediction/computer_path.h"

#include <gtest/gtest.h>

#include <cmath>

#include "support/prediction/loop_desk.h"

namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::AudioPath;
using chain::OperatingSystem;

ComputerPath pathOf(std::optional<OperatingSystem> system, std::optional<AudioPath> path,
                    std::optional<double> volume) {
  LoopDesk desk(interface());
  desk.play(system, path, volume);
  const Loop loop = desk.loop();
  return computerPathOf(*loop.desk, loop.lanes.front().route);
}

TEST(SliderGain, OfWindowsHalfWayUpIsThatOfARealOne) {
  // A device with a range of 63.5 dB reports −10.304707 dB at 0.5.
  const auto half = sliderGain(OperatingSystem::windows, {0.5}, {});
  EXPECT_NEAR(half.nominal.value().value(), -10.3047, 0.1);
  EXPECT_LT(half.low.value().value(), -10.3047);
  EXPECT_GT(half.high.value().value(), -10.3047);
}

TEST(SliderGain, OfWindowsNearTheTopHoldsWhatIsKnownOf97PerCent) {
  const auto near = sliderGain(OperatingSystem::windows, {0.97}, {});
  EXPECT_NEAR(near.nominal.value().value(), -0.44, 0.015);
}

TEST(SliderGain, OfLinuxIsTheCube) {
  // 60·log10(0.5)
  EXPECT_NEAR(sliderGain(OperatingSystem::linux, {0.5}, {}).nominal.value().value(), -18.0618,
              1e-4);
}

TEST(SliderGain, OfAnUnknownSystemLiesBetweenLinearAndCube) {
  const auto half = sliderGain({}, {0.5}, {});
  EXPECT_FALSE(half.nominal);
  EXPECT_NEAR(half.low.value().value(), -18.0618, 1e-4);
  EXPECT_NEAR(half.high.value().value(), -6.0206, 1e-4);
}

TEST(SliderGain, FullyUpIsNoneWhateverTheSystem) {
  for (const auto system :
       {std::optional(OperatingSystem::windows), std::optional(OperatingSystem::macos),
        std::optional<OperatingSystem>()}) {
    EXPECT_EQ(sliderGain(system, {1.0}, {}), levels::Estimate<Decibels>::exactly(0_dB));
  }
}

TEST(SliderGain, FullyDownIsSilence) {
  const auto down = sliderGain(OperatingSystem::windows, {0.0}, {});
  EXPECT_TRUE(std::isinf(down.nominal.value().value()));
}

TEST(ComputerPath, PastTheMixerTheVolumeDoesNothing) {
  for (const auto path : {AudioPath::asio, AudioPath::exclusive}) {
    EXPECT_EQ(pathOf(OperatingSystem::windows, path, 0.5).gain,
              levels::Estimate<Decibels>::exactly(0_dB));
  }
}

TEST(ComputerPath, OnlyWindowsMixerHasALimiter) {
  EXPECT_EQ(pathOf(OperatingSystem::windows, AudioPath::sharedMixer, 1.0).hasLimiter, true);
  EXPECT_EQ(pathOf(OperatingSystem::windows, AudioPath::exclusive, 1.0).hasLimiter, false);
  EXPECT_EQ(pathOf(OperatingSystem::windows, AudioPath::asio, 1.0).hasLimiter, false);
  EXPECT_EQ(pathOf(OperatingSystem::macos, AudioPath::sharedMixer, 1.0).hasLimiter, false);
  EXPECT_EQ(pathOf(OperatingSystem::linux, AudioPath::sharedMixer, 1.0).hasLimiter, false);
  EXPECT_EQ(pathOf(OperatingSystem::windows, {}, 1.0).hasLimiter, std::nullopt);
  EXPECT_EQ(pathOf({}, AudioPath::sharedMixer, 1.0).hasLimiter, std::nullopt);
}

TEST(ComputerPath, AVolumeThatNobodyTellsMayBeAnythingUpToFull) {
  const auto gain = pathOf(OperatingSystem::windows, AudioPath::sharedMixer, {}).gain;
  EXPECT_FALSE(gain.nominal);
  EXPECT_FALSE(gain.low);
  EXPECT_EQ(gain.high, 0_dB);
  EXPECT_FALSE(gain.missing.empty());
}

TEST(ComputerPath, WhereNobodyTellsThePathTheVolumeMayActOrNot) {
  const auto gain = pathOf(OperatingSystem::windows, {}, 0.5).gain;
  EXPECT_FALSE(gain.nominal);
  EXPECT_NEAR(gain.low.value().value(), -10.84, 0.01);  // 1.8·20·log10(0.5)
  EXPECT_EQ(gain.high, 0_dB);
}

}  // namespace
}  // namespace linecheck::prediction
