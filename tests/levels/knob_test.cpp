#include "levels/knob.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::levels {
namespace {

using chain::Travel;

TEST(Knob, LinearIsSixDecibelsDownAtHalfTravel) {
  EXPECT_NEAR(gainAt(Taper::linear, Travel{0.5}).nominal->value(), -6.0206, 5e-5);
  EXPECT_TRUE(gainAt(Taper::linear, Travel{0.5}).missing.empty());
}

TEST(Knob, AudioGivesFifteenPerCentAtHalfTravel) {
  const auto half = gainAt(Taper::audio, Travel{0.5});
  EXPECT_NEAR(half.nominal->value(), -16.478, 5e-4);  // 20·log10(0.15)
  EXPECT_NEAR(half.low->value(), -20.0, 1e-9);
  EXPECT_NEAR(half.high->value(), -13.979, 5e-4);
}

TEST(Knob, AudioAtAQuarterFollowsFromTheHalf) {
  // b = (1/0.15 − 1)² = 32.111; b^0.25 = 2.38048; 1.38048/31.111 = 0.044373, −27.057 dB.
  EXPECT_NEAR(gainAt(Taper::audio, Travel{0.25}).nominal->value(), -27.057, 1e-3);
}

TEST(Knob, EndsAreOpenAndShut) {
  for (const Taper taper : {Taper::linear, Taper::audio}) {
    EXPECT_NEAR(gainAt(taper, Travel{1.0}).nominal->value(), 0.0, 1e-12);
    EXPECT_TRUE(std::isinf(gainAt(taper, Travel{0.0}).nominal->value()));
  }
}

TEST(Knob, TravelLeadsBackToTheGain) {
  for (const Taper taper : {Taper::linear, Taper::audio}) {
    for (int step = 1; step <= 20; ++step) {
      const Travel travel{step / 20.0};
      const auto gain = Estimate<Decibels>::exactly(*gainAt(taper, travel).nominal);
      const auto back = travelAt(taper, gain);
      EXPECT_NEAR(back.nominal->fraction, travel.fraction, 1e-12);
      EXPECT_LE(back.low->fraction, back.nominal->fraction + 1e-12);
      EXPECT_GE(back.high->fraction, back.nominal->fraction - 1e-12);
    }
  }
}

TEST(Knob, SixteenDecibelsDownIsAboutHalfWay) {
  const auto travel = travelAt(Taper::audio, Estimate<Decibels>::exactly(Decibels::of(-16.478)));
  EXPECT_NEAR(travel.nominal->fraction, 0.5, 1e-4);
  EXPECT_LT(travel.low->fraction, 0.46);
  EXPECT_GT(travel.high->fraction, 0.55);
}

}  // namespace
}  // namespace linecheck::levels
