#include "hum/ladder_rungs.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::ui {
namespace {

diagnosis::Evidence evidence() {
  diagnosis::Evidence made;
  made.hum.present = true;
  for (int order = 1; order <= 4; ++order) {
    dsp::HumHarmonic harmonic;
    harmonic.order = order;
    harmonic.frequency = Hertz::of(50.0 * order);
    harmonic.level = DecibelsFs::of(-60.0 - order);
    harmonic.levelStandardError = Decibels::of(order == 3 ? HUGE_VAL : 0.2);
    harmonic.detected = order != 2;
    harmonic.covered = order == 4;
    made.hum.harmonics.push_back(harmonic);
  }
  return made;
}

TEST(LadderRungs, WithoutHumThereAreNone) {
  diagnosis::Evidence silent = evidence();
  silent.hum.present = false;
  EXPECT_TRUE(ladderRungs(silent, std::nullopt).empty());
}

TEST(LadderRungs, WhatIsCoveredByAToneIsLeftOut) {
  const auto rungs = ladderRungs(evidence(), std::nullopt);
  ASSERT_EQ(rungs.size(), 3U);
  EXPECT_EQ(rungs[2].order, 3);
  EXPECT_TRUE(rungs[0].detected);
  EXPECT_FALSE(rungs[1].detected);
  EXPECT_TRUE(rungs[0].standardError);
  EXPECT_FALSE(rungs[2].standardError);
  EXPECT_FALSE(rungs[0].change);
}

TEST(LadderRungs, StopsWhereColumnsWouldBeTooNarrowToRead) {
  diagnosis::Evidence many = evidence();
  many.hum.harmonics.resize(40, many.hum.harmonics.front());
  for (int i = 0; i < 40; ++i) many.hum.harmonics[static_cast<std::size_t>(i)].order = i + 1;
  EXPECT_EQ(ladderRungs(many, std::nullopt).back().order, 20);
}

TEST(LadderRungs, ChangesGoToTheirOrders) {
  diagnosis::Comparison comparison;
  diagnosis::Change change;
  change.change = Decibels::of(-12.0);
  change.standardError = Decibels::of(0.4);
  change.verdict = diagnosis::ChangeVerdict::less;
  comparison.harmonics.push_back({3, change});
  change.isBound = true;
  comparison.harmonics.push_back({1, change});
  const auto rungs = ladderRungs(evidence(), comparison);
  EXPECT_EQ(rungs[2].change, Decibels::of(-12.0));
  EXPECT_EQ(rungs[2].changeStandardError, Decibels::of(0.4));
  EXPECT_EQ(rungs[2].verdict, LadderRung::Verdict::changed);
  EXPECT_TRUE(rungs[0].change);
  EXPECT_FALSE(rungs[0].changeStandardError);
  EXPECT_FALSE(rungs[1].change);
}

}  // namespace
}  // namespace linecheck::ui
