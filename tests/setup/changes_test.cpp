#include "setup/changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "setup/repeat.h"
#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

template <class Change>
std::vector<ReadingChange> changesAfter(const SetupDesk& before, const Change& change) {
  SetupDesk now = before;
  change(now);
  return compareReadings(now.desk(), before.progress.readings, now.progress.readings);
}

LevelReading levelsOf(double gain) {
  LevelReading levels = cleanLevels(gain);
  levels.loop.from = chain::Socket{chain::DeviceId("zen-go"), "line-out", {}};
  return levels;
}

SetupDesk measured() {
  SetupDesk desk = l30Desk();
  // Both its inputs can take a line, so that the loop is known.
  desk.take(soundSystem());
  desk.take(cleanPath());
  desk.take(levelsOf(-3.0));
  NoiseReading noise;
  noise.cause = diagnosis::Cause::noHum;
  noise.noise = DecibelsFs::of(-100.0);
  noise.noiseSe = Decibels::of(0.05);
  desk.take(noise);
  return desk;
}

TEST(Changes, WhatIsTheSameIsNotListed) {
  EXPECT_THAT(changesAfter(measured(), [](SetupDesk&) {}), IsEmpty());
  EXPECT_THAT(changesAfter(measured(), [](SetupDesk& now) { now.take(levelsOf(-3.05)); }),
              IsEmpty())
      << "A tenth of a decibel is what plugs do.";
}

TEST(Changes, ATrimThatHasMovedBy2DecibelsIsNamed) {
  const auto changes = changesAfter(measured(), [](SetupDesk& now) { now.take(levelsOf(-5.0)); });
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].kind, ReadingKind::level);
  EXPECT_EQ(changes[0].id, "control");
  EXPECT_EQ(plain(changes[0].text.english()),
            "The loop is 2.0 dB lower: most likely Zen Go: Line Out Trim has moved.");
  ASSERT_FALSE(changes[0].where.empty());
  EXPECT_EQ(changes[0].where.front().text(), "zen-go:line-out-trim");
  EXPECT_TRUE(changes[0].isWorse);
}

TEST(Changes, ACalibratedOutputIsToldInDbu) {
  SetupDesk desk = l30Desk();
  LevelReading levels = levelsOf(-3.0);
  levels.fullScaleOut = DecibelsU::of(20.0);
  levels.fullScaleOutSe = Decibels::of(0.05);
  desk.take(levels);
  levels.fullScaleOut = DecibelsU::of(18.0);
  const auto changes = changesAfter(desk, [&](SetupDesk& now) { now.take(levels); });
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(plain(changes[0].text.english()),
            "The output is 2.0 dB lower: 18.0 dBu at full scale.");
}

TEST(Changes, FiguresThatAreUncertainHaveToMoveFurther) {
  SetupDesk before = measured();
  LevelReading vague = levelsOf(-3.0);
  for (auto& figure : vague.reading.figures) figure.uncertainty = 0.5;
  before.take(vague);
  for (auto& figure : vague.reading.figures) {
    if (figure.id == "gain") *figure.value -= 1.0;
  }
  EXPECT_THAT(changesAfter(before, [&](SetupDesk& now) { now.take(vague); }), IsEmpty())
      << "1 dB is less than three times √2 · 0.5 dB.";
}

TEST(Changes, TheSystemsVolumeFormatAndEffectsAreTold) {
  const auto changes = changesAfter(measured(), [](SetupDesk& now) {
    SystemReading system = soundSystem();
    system.volume = 0.8;
    system.bits = 16;
    system.sampleRate = Hertz::of(44'100.0);
    system.isMuted = true;
    system.hasEnhancements = true;
    now.take(system);
  });
  ASSERT_THAT(changes, SizeIs(5));
  EXPECT_EQ(plain(changes[0].text.english()), "The system volume stands at 80 %; it was at 97 %.");
  EXPECT_TRUE(changes[0].isWorse);
  for (const ReadingChange& change : changes) EXPECT_EQ(change.kind, ReadingKind::system);
}

TEST(Changes, AVolumeThatIsPutRightIsNoWorse) {
  SetupDesk before = measured();
  SystemReading low = soundSystem();
  low.volume = 0.8;
  before.take(low);
  const auto changes = changesAfter(before, [](SetupDesk& now) { now.take(soundSystem()); });
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_FALSE(changes[0].isWorse);
}

TEST(Changes, APathThatHasBecome16BitAndOneThatWasMendedAreTold) {
  const auto worse = changesAfter(
      measured(), [](SetupDesk& now) { now.take(pathWith(measure::PathFault::sixteenBit)); });
  ASSERT_THAT(worse, SizeIs(1));
  EXPECT_EQ(worse[0].id, "sixteen_bit");
  EXPECT_TRUE(worse[0].isWorse);
  SetupDesk bad = measured();
  bad.take(pathWith(measure::PathFault::sixteenBit));
  const auto better = changesAfter(bad, [](SetupDesk& now) { now.take(cleanPath()); });
  ASSERT_THAT(better, SizeIs(1));
  EXPECT_FALSE(better[0].isWorse);
}

TEST(Changes, MoreNoiseAndANewCauseAreTold) {
  const auto changes = changesAfter(measured(), [](SetupDesk& now) {
    NoiseReading noise;
    noise.cause = diagnosis::Cause::groundLoop;
    noise.noise = DecibelsFs::of(-94.0);
    noise.noiseSe = Decibels::of(0.05);
    now.take(noise);
  });
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_THAT(changes[0].text.english(), HasSubstr("a ground loop"));
  EXPECT_EQ(plain(changes[1].text.english()), "The noise is 6.0 dB higher.");
  EXPECT_TRUE(changes[1].isWorse);
}

TEST(Changes, ClippingThatWasNotThereIsTold) {
  const auto changes = changesAfter(measured(), [](SetupDesk& now) {
    LevelReading levels = levelsOf(-3.0);
    levels.reading.figures[1].value = -6.0;
    now.take(levels);
  });
  ASSERT_THAT(changes, SizeIs(1));
  EXPECT_EQ(changes[0].id, "clip_level");
}

TEST(Changes, OnlyWhatBothHaveIsCompared) {
  SetupDesk before = l30Desk();
  before.take(soundSystem());
  EXPECT_THAT(changesAfter(before, [](SetupDesk& now) { now.take(cleanPath()); }), IsEmpty());
}

TEST(Repeat, PlansWhatTheDeskAllows) {
  const auto plan = repeatPlan(l30Desk().desk());
  ASSERT_THAT(plan, SizeIs(5));
  EXPECT_EQ(plan[0].kind, ReadingKind::system);
  EXPECT_EQ(plan[1].procedure, "path");
  EXPECT_FALSE(plan[1].needsConsent);
  EXPECT_EQ(plan[2].procedure, "headroom");
  EXPECT_TRUE(plan[2].needsConsent);
  const SetupDesk laptop("laptop-onboard");
  for (const Repeat& repeat : repeatPlan(laptop.desk())) {
    EXPECT_NE(repeat.harness, measure::Harness::loop) << "It has no line input.";
  }
}

}  // namespace
}  // namespace linecheck::setup
