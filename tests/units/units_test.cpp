#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "units/calibration.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck {
namespace {

using testing::DoubleNear;

// What must not compile. Each concept asks for one operation; the assertions below deny it.
template <class A, class B>
concept CanAdd = requires(A a, B b) {
  a + b;
};
template <class A, class B>
concept CanSubtract = requires(A a, B b) {
  a - b;
};
template <class A, class B>
concept CanMultiply = requires(A a, B b) {
  a* b;
};
template <class A, class B>
concept CanDivide = requires(A a, B b) {
  a / b;
};
template <class A, class B>
concept CanCompare = requires(A a, B b) {
  a < b;
};
template <class A, class B>
concept CanConvert = std::is_convertible_v<A, B> || std::is_constructible_v<B, A>;

static_assert(!CanAdd<DecibelsFs, DecibelsFs>, "a level is a point: two do not add");
static_assert(!CanAdd<DecibelsU, DecibelsV>);
static_assert(!CanAdd<DecibelsFs, double>);
static_assert(!CanSubtract<DecibelsFs, DecibelsU>, "different references");
static_assert(!CanSubtract<Decibels, DecibelsFs>);
static_assert(!CanMultiply<DecibelsFs, double>, "half a level means nothing");
static_assert(!CanCompare<DecibelsFs, DecibelsU>);
static_assert(!CanCompare<DecibelsPeak, DecibelsFs>, "a peak is not an RMS level");
static_assert(!CanConvert<DecibelsFs, DecibelsU>, "only through a Calibration");
static_assert(!CanConvert<DecibelsFs, Decibels> && !CanConvert<Decibels, DecibelsFs>);
static_assert(!CanConvert<double, Decibels> && !CanConvert<double, DecibelsFs>);
static_assert(!CanConvert<Decibels, double>);
static_assert(!CanConvert<double, Volts> && !CanConvert<Volts, double>);
static_assert(!CanConvert<Volts, Ohms>);
static_assert(!CanAdd<Volts, Ohms>);
static_assert(!CanAdd<Volts, double>);
static_assert(!CanMultiply<Volts, Volts>);
static_assert(!CanMultiply<Ohms, Ohms>);
static_assert(!CanDivide<Ohms, Volts>);
static_assert(!CanCompare<Volts, Amperes>);

static_assert(std::is_same_v<decltype(Volts() / Ohms()), Amperes>);
static_assert(std::is_same_v<decltype(Volts() * Amperes()), Watts>);
static_assert(std::is_same_v<decltype(DecibelsFs() - DecibelsFs()), Decibels>);
static_assert(std::is_same_v<decltype(DecibelsFs() + Decibels()), DecibelsFs>);
static_assert(std::is_same_v<decltype(Hertz() * Seconds()), double>);

TEST(Quantity, FollowsOhmsLaw) {
  // 3.5 W into 16 Ω: √(P·R) = 7.483 V and 467.7 mA.
  const Volts u = Volts::of(std::sqrt(3.5 * 16.0));
  const Amperes i = u / 16_ohm;
  EXPECT_THAT(u.value(), DoubleNear(7.4833, 1e-4));
  EXPECT_THAT(i.value(), DoubleNear(0.46771, 1e-5));
  EXPECT_THAT((u * i).value(), DoubleNear(3.5, 1e-12));
  EXPECT_THAT((u / i).value(), DoubleNear(16.0, 1e-12));
}

TEST(Quantity, IsMadeByNamedScale) {
  EXPECT_EQ(Volts::ofMicro(0.3), Volts::of(0.3e-6));
  EXPECT_EQ(Amperes::ofMilli(250), Amperes::of(0.25));
  EXPECT_EQ(Ohms::ofKilo(10), 10000_ohm);
  EXPECT_EQ(Hertz::of(50) * Seconds::of(2), 100.0);
}

TEST(Level, FullScaleSineReadsZero) {
  EXPECT_THAT(dbfsFromRms(1.0 / std::sqrt(2.0)).value(), DoubleNear(0.0, 1e-12));
  EXPECT_EQ(dbfsFromSinePeak(1.0).value(), 0.0);
  EXPECT_THAT(dbfsFromSinePeak(0.5).value(), DoubleNear(-6.0206, 1e-4));
  // A square wave at full scale carries 3.01 dB more than a sine.
  EXPECT_THAT(dbfsFromMeanSquare(1.0).value(), DoubleNear(3.0103, 1e-4));
  EXPECT_THAT(rmsFromDbfs(DecibelsFs::of(-6.0206)), DoubleNear(0.5 / std::sqrt(2.0), 1e-6));
  EXPECT_THAT(sinePeakFromDbfs(DecibelsFs::of(-20)), DoubleNear(0.1, 1e-12));
}

TEST(Level, KnowsItsVoltages) {
  // Figures of the trade: 20 dBu is 7.746 V, 2 V is 8.24 dBu, 4 V is 14.26 dBu.
  EXPECT_THAT(voltsFromDbu(DecibelsU::of(20)).value(), DoubleNear(7.746, 5e-4));
  EXPECT_THAT(voltsFromDbu(DecibelsU::of(24)).value(), DoubleNear(12.277, 5e-4));
  EXPECT_THAT(dbuFromVolts(2_V).value(), DoubleNear(8.24, 5e-3));
  EXPECT_THAT(dbuFromVolts(4_V).value(), DoubleNear(14.26, 5e-3));
  EXPECT_THAT(dbvFromVolts(1_V).value(), DoubleNear(0.0, 1e-12));
  EXPECT_THAT(voltsFromDbv(DecibelsV::of(-20)).value(), DoubleNear(0.1, 1e-12));
  EXPECT_THAT(kVoltsAtZeroDbu * kVoltsAtZeroDbu, DoubleNear(0.6, 1e-15));
}

TEST(Level, PointsAndDifferences) {
  const DecibelsFs level = DecibelsFs::of(-20.0);
  EXPECT_EQ((level + 6.5_dB).value(), -13.5);
  EXPECT_EQ((level - 6.5_dB).value(), -26.5);
  EXPECT_EQ((DecibelsFs::of(-6.0) - level).value(), 14.0);
  EXPECT_TRUE(DecibelsFs().isSilent());
  EXPECT_TRUE(dbfsFromRms(0.0).isSilent());
  EXPECT_LT(DecibelsFs::silence(), DecibelsFs::of(-300.0));
}

TEST(Decibels, RatiosAreInverse) {
  EXPECT_THAT(Decibels::fromAmplitudeRatio(10.0).value(), DoubleNear(20.0, 1e-12));
  EXPECT_THAT(Decibels::fromPowerRatio(10.0).value(), DoubleNear(10.0, 1e-12));
  EXPECT_THAT(Decibels::of(-14.0).amplitudeRatio(), DoubleNear(0.19953, 1e-5));
  EXPECT_THAT(Decibels::of(16.5).powerRatio(), DoubleNear(44.668, 1e-3));
}

TEST(Calibration, BridgesFullScaleAndVolts) {
  const Calibration zenGo = Calibration::withFullScaleAt(DecibelsU::of(20.0));
  EXPECT_EQ(zenGo.toDbu(DecibelsFs::of(-6.0)).value(), 14.0);
  EXPECT_EQ(zenGo.toDbfs(DecibelsU::of(4.0)).value(), -16.0);
  EXPECT_THAT(zenGo.toVolts(DecibelsFs::of(0.0)).value(), DoubleNear(7.746, 5e-4));
}

}  // namespace
}  // namespace linecheck
