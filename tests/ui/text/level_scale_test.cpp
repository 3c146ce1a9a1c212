#include "text/level_scale.h"

#include <gtest/gtest.h>

namespace linecheck::ui {
namespace {

// 0 dBFS at +20 dBu is 7.746 V or 17.78 dBV.
const Calibration kCalibration = Calibration::withFullScaleAt(DecibelsU::of(20.0));

std::string read(LevelUnit unit, double dbfs) {
  return LevelScale(unit, kCalibration).read(DecibelsFs::of(dbfs)).text().toStdString();
}

TEST(LevelScale, ReadsOneLevelOnFourScales) {
  EXPECT_EQ(read(LevelUnit::dbfs, -20.0), "−20.0\u2009dBFS");
  EXPECT_EQ(read(LevelUnit::dbu, -20.0), "0.0\u2009dBu");
  EXPECT_EQ(read(LevelUnit::dbv, -20.0), "−2.2\u2009dBV");
  EXPECT_EQ(read(LevelUnit::volts, -20.0), "775\u2009mV");
}

TEST(LevelScale, FallsBackOnFullScaleWithoutACalibration) {
  const LevelScale scale(LevelUnit::dbu, std::nullopt);
  EXPECT_EQ(scale.unit(), LevelUnit::dbfs);
  EXPECT_EQ(scale.offset(), 0.0);
  EXPECT_EQ(scale.read(DecibelsFs::of(-20.0)).text().toStdString(), "−20.0\u2009dBFS");
}

TEST(LevelScale, OffsetLeadsFromFullScaleToTheScale) {
  EXPECT_NEAR(LevelScale(LevelUnit::dbu, kCalibration).offset(), 20.0, 1e-12);
  EXPECT_NEAR(LevelScale(LevelUnit::volts, kCalibration).offset(), 17.7815, 1e-4);
}

}  // namespace
}  // namespace linecheck::ui
