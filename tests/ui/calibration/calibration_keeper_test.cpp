#include "calibration/calibration_keeper.h"

#include <gtest/gtest.h>

#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::ui {
namespace {

// 29 February 2000.
constexpr std::chrono::sys_seconds kDay{std::chrono::seconds(951'782'400)};

measure::CalibrationPlace input() {
  measure::CalibrationPlace place;
  place.device = {"ALSA", "Zen Go"};
  place.direction = audio::Direction::input;
  place.sampleRate = 48000;
  return place;
}

measure::FullScaleRecord record(const measure::ControlSettings& controls = {}) {
  measure::FullScaleRecord record;
  record.device = input().device;
  record.direction = audio::Direction::input;
  record.channels = {1};
  record.sampleRate = 48000;
  record.controls = controls;
  record.fullScale = DecibelsU::of(18.0);
  record.knownBy = measure::KnownByUser{};
  record.when = kDay;
  return record;
}

class CalibrationKeeperTest : public ::testing::Test {
 protected:
  /// As after the next start of the program.
  [[nodiscard]] std::unique_ptr<CalibrationKeeper> started() const {
    return std::make_unique<CalibrationKeeper>(file, nullptr, [this] { return now; });
  }

  testing::TemporaryFolder folder;
  std::filesystem::path file = folder / "calibrations.json";
  std::chrono::sys_seconds now = kDay;
};

TEST_F(CalibrationKeeperTest, WhatFitsIsUsedAlsoAfterTheNextStart) {
  auto keeper = started();
  keeper->setPlace(input());
  EXPECT_FALSE(keeper->calibration());
  EXPECT_TRUE(keeper->save(record()).empty());
  ASSERT_TRUE(keeper->calibration());
  EXPECT_EQ(keeper->calibration()->fullScale(), DecibelsU::of(18.0));
  keeper = started();
  keeper->setPlace(input());
  EXPECT_TRUE(keeper->calibration());
}

TEST_F(CalibrationKeeperTest, WhatDoesNotFitIsUsedOnTheUsersWordOnlyAndForThatOnly) {
  const auto keeper = started();
  ASSERT_TRUE(keeper->save(record()).empty());
  auto place = input();
  place.sampleRate = 96000;
  keeper->setPlace(place);
  ASSERT_TRUE(keeper->match());
  EXPECT_FALSE(keeper->calibration());
  keeper->trust();
  EXPECT_TRUE(keeper->calibration());
  place.sampleRate = 44100;
  keeper->setPlace(place);
  EXPECT_FALSE(keeper->calibration()) << "Another misfit than the one that was read.";
}

TEST_F(CalibrationKeeperTest, ANotedControlHoldsTodayAndIsAskedForNextTime) {
  auto keeper = started();
  keeper->setPlace(input());
  ASSERT_TRUE(keeper->save(record({{"Gain", "12 o'clock"}})).empty());
  EXPECT_TRUE(keeper->calibration());
  keeper = started();
  keeper->setPlace(input());
  ASSERT_TRUE(keeper->match());
  EXPECT_EQ(keeper->match()->misfits.front().reason, measure::Misfit::Reason::controlUntold);
  EXPECT_FALSE(keeper->calibration());
}

TEST_F(CalibrationKeeperTest, AgeCounts) {
  const auto keeper = started();
  ASSERT_TRUE(keeper->save(record()).empty());
  now += std::chrono::days(181);
  keeper->setPlace(input());
  EXPECT_FALSE(keeper->calibration());
}

TEST_F(CalibrationKeeperTest, SetAsideItReadsInDbfsUntilAnotherComes) {
  const auto keeper = started();
  keeper->setPlace(input());
  ASSERT_TRUE(keeper->save(record()).empty());
  keeper->setAside();
  EXPECT_FALSE(keeper->calibration());
  keeper->trust();
  EXPECT_TRUE(keeper->calibration());
  keeper->setAside();
  ASSERT_TRUE(keeper->save(record()).empty());
  EXPECT_TRUE(keeper->calibration());
}

TEST_F(CalibrationKeeperTest, ABrokenFileIsToldAndTheNewOneHoldsUntilTheEnd) {
  testing::writeBytes(file, "{\"schema\": ");
  const auto keeper = started();
  keeper->setPlace(input());
  EXPECT_FALSE(keeper->faults().empty());
  EXPECT_FALSE(keeper->save(record()).empty());
  EXPECT_TRUE(keeper->calibration());
  EXPECT_EQ(testing::readBytes(file), "{\"schema\": ");
}

}  // namespace
}  // namespace linecheck::ui
