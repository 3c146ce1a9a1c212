#include "diagnosis/hum_pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "diagnosis/hum_fixture.h"

namespace linecheck::diagnosis {
namespace {

using testing::DoubleNear;

TEST(HumPattern, IsNoneWithoutHum) {
  EXPECT_FALSE(humPattern(humWith({})));
  EXPECT_FALSE(humPattern(dsp::HumEstimate{}));
}

TEST(HumPattern, RatiosArePowerSumsOfGroups) {
  const auto pattern = humPattern(humWith({{1, -60}, {2, -90}, {3, -80}, {4, -90}, {11, -100}}));
  ASSERT_TRUE(pattern);
  // Even: two lines at −90 make −86.99; odd: −60 and −80 make −59.957.
  EXPECT_EQ(pattern->evenToOdd.kind, Ratio::Kind::measured);
  EXPECT_THAT(pattern->evenToOdd.value.value(), DoubleNear(-86.9897 + 59.9568, 1e-3));
  EXPECT_THAT(pattern->oddToFundamental.value.value(), DoubleNear(-20.0, 1e-9));
  EXPECT_THAT(pattern->highToFundamental.value.value(), DoubleNear(-40.0, 1e-9));
  EXPECT_THAT(pattern->highToFundamental.standardError.value(), DoubleNear(0.0869, 1e-3));
}

TEST(HumPattern, BuriedGroupsAreBounded) {
  const auto pure = humPattern(humWith({{1, -60}}));
  ASSERT_TRUE(pure);
  EXPECT_EQ(pure->evenToOdd.kind, Ratio::Kind::atMost);
  EXPECT_EQ(pure->oddToFundamental.kind, Ratio::Kind::atMost);
  // Four orders, each below three standard errors of −140 dBFS: −140 + 9.54 + 6.02 + 60.
  EXPECT_THAT(pure->oddToFundamental.value.value(), DoubleNear(-64.44, 0.02));

  const auto ripple = humPattern(humWith({{2, -60}, {4, -66}}));
  ASSERT_TRUE(ripple);
  EXPECT_EQ(ripple->evenToOdd.kind, Ratio::Kind::atLeast);
  EXPECT_EQ(ripple->oddToFundamental.kind, Ratio::Kind::atMost);
  EXPECT_EQ(ripple->oddToFundamental.value.value(), std::numeric_limits<double>::infinity());
}

TEST(HumPattern, LeavesOutWhatATestToneCovers) {
  auto hum = humWith({{1, -60}, {3, -90}});
  hum.harmonics[6].level = DecibelsFs::of(-6.0);  // 350 Hz, played.
  hum.harmonics[6].covered = true;
  EXPECT_THAT(humPattern(hum)->oddToFundamental.value.value(), DoubleNear(-30.0, 1e-9));
}

}  // namespace
}  // namespace linecheck::diagnosis
