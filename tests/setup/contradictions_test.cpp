#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using measure::PathFault;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Contradictions, WhatIsMeasuredBeatsTheSystemsWordAndThatTheUsers) {
  SetupDesk desk = l30Desk();
  desk.device("zen-go").format.bits.reset();
  desk.device("computer").format.bits.reset();
  EXPECT_EQ(desk.item("bit_depth").state, State::unknown);
  desk.tick("bit_depth");
  EXPECT_EQ(desk.item("bit_depth").knownBy, KnownBy::user);
  desk.take(soundSystem());
  EXPECT_EQ(desk.item("bit_depth").knownBy, KnownBy::system);
  desk.take(pathWith(PathFault::sixteenBit));
  const ItemState state = desk.item("bit_depth");
  EXPECT_EQ(state.knownBy, KnownBy::measured);
  EXPECT_EQ(state.state, State::wrong);
  ASSERT_THAT(state.contradictions, SizeIs(2)) << "The system and the user say otherwise.";
  EXPECT_EQ(plain(state.found->english()), "What arrives has 16 bits.");
  EXPECT_EQ(state.contradictions.front().english(), "The system says 24 bit.");
}

TEST(Contradictions, WhoAgreesIsNotListed) {
  SetupDesk desk = l30Desk();
  desk.take(soundSystem());
  desk.take(cleanPath());
  const ItemState state = desk.item("bit_depth");
  EXPECT_EQ(state.state, State::done);
  EXPECT_EQ(state.knownBy, KnownBy::measured);
  EXPECT_THAT(state.contradictions, IsEmpty());
}

TEST(Contradictions, A16BitSystemWhoseSamplesArriveWholeIsTold) {
  SetupDesk desk = l30Desk();
  SystemReading system = soundSystem();
  system.bits = 16;
  desk.take(system);
  desk.take(cleanPath());
  const ItemState state = desk.item("bit_depth");
  EXPECT_EQ(state.state, State::done) << "By ASIO the system's format does not matter.";
  ASSERT_THAT(state.contradictions, SizeIs(1));
  EXPECT_THAT(state.contradictions.front().english(), HasSubstr("16"));
}

TEST(Contradictions, WhatNoiseHidesIsNotClaimed) {
  SetupDesk desk = l30Desk();
  desk.device("zen-go").format.bits.reset();
  desk.device("computer").format.bits.reset();
  PathReading path = cleanPath();
  path.report.unseen = {PathFault::sixteenBit};
  desk.take(path);
  EXPECT_EQ(desk.item("bit_depth").state, State::unknown);
  EXPECT_EQ(desk.item("whole_path").state, State::done);
}

TEST(Contradictions, ALoopThatMayBeAnyGainProvesNothingOfTheVolume) {
  SetupDesk desk = l30Desk();
  desk.device("computer").computer->path = chain::AudioPath::sharedMixer;
  desk.take(cleanPath());
  EXPECT_EQ(desk.item("system_volume").knownBy, KnownBy::chain);
  PathReading known = cleanPath();
  known.expectedGain = Decibels::of(-3.0);
  desk.take(known);
  EXPECT_EQ(desk.item("system_volume").knownBy, KnownBy::measured);
  // A fault of the gain against a guess accuses nobody.
  desk.take(pathWith(PathFault::gain, -6.0));
  EXPECT_EQ(desk.item("system_volume").state, State::done);
}

TEST(Contradictions, PastTheMixerTheLoopSaysNothingOfTheSlider) {
  SetupDesk desk = l30Desk();
  PathReading known = cleanPath();
  known.expectedGain = Decibels::of(-3.0);
  desk.take(known);
  EXPECT_EQ(desk.item("system_volume").knownBy, KnownBy::chain);
}

TEST(Contradictions, MainsOfAnotherFrequencyAreSeenInTheHum) {
  SetupDesk desk = l30Desk();
  NoiseReading noise;
  noise.cause = diagnosis::Cause::groundLoop;
  noise.probability = 0.8;
  noise.mainsFrequency = Hertz::of(59.98);
  desk.take(noise);
  EXPECT_EQ(desk.item("mains").state, State::wrong);
  EXPECT_EQ(desk.item("mains").knownBy, KnownBy::measured);
  noise.mainsFrequency = Hertz::of(50.02);
  desk.take(noise);
  EXPECT_EQ(desk.item("mains").state, State::done);
}

TEST(Noise, WhatCanBeHeardIsWrongAndWhatCannotIsFine) {
  SetupDesk desk = l30Desk();
  NoiseReading noise;
  noise.cause = diagnosis::Cause::groundLoop;
  noise.probability = 0.83;
  desk.take(noise);
  EXPECT_EQ(desk.item("hum").state, State::wrong) << "Nobody knows whether it can be heard.";
  EXPECT_THAT(desk.item("hum").found->english(), HasSubstr("a ground loop (83"));
  noise.isAudible = false;
  desk.take(noise);
  EXPECT_EQ(desk.item("hum").state, State::done);
  noise.cause = diagnosis::Cause::noHum;
  noise.isAudible.reset();
  desk.take(noise);
  EXPECT_EQ(desk.item("hum").state, State::done);
}

TEST(Match, WithinHalfADecibelIsEqual) {
  SetupDesk desk = l30Desk();
  desk.take(MatchReading{{Decibels::of(0.4), 0.1}, false});
  EXPECT_EQ(desk.item("matched").state, State::done);
  desk.take(MatchReading{{Decibels::of(-2.0), 0.1}, false});
  const ItemState state = desk.item("matched");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_THAT(plain(state.found->english()), HasSubstr("monitors are 2.0"));
  desk.take(MatchReading{{Decibels::of(-0.9), 0.6}, true});
  EXPECT_EQ(desk.item("matched").state, State::done) << "The ear cannot tell.";
  desk.take(MatchReading{{Decibels::of(-2.0), 1.2}, true});
  EXPECT_EQ(desk.item("matched").state, State::wrong) << "Two decibels anybody hears.";
}

TEST(Headroom, ClippingBelowFullScaleIsWrong) {
  SetupDesk desk = l30Desk();
  desk.take(cleanLevels(-3.0));
  EXPECT_EQ(desk.item("headroom:zen-go").state, State::done);
  LevelReading clipped = cleanLevels(-3.0);
  clipped.reading.figures[1].value = -4.0;
  clipped.reading.statements[0].word = "hard";
  clipped.reading.statements[1].word = "converter_out_or_amplifier";
  desk.take(clipped);
  EXPECT_EQ(desk.item("headroom:zen-go").state, State::wrong);
  EXPECT_THAT(plain(desk.item("headroom:zen-go").found->english()), HasSubstr("4.0 dBFS"));
  clipped.reading.statements[1].word = "converter_in";
  desk.take(clipped);
  EXPECT_EQ(desk.item("headroom:zen-go").state, State::unknown) << "It is the measuring input.";
}

TEST(Headroom, ALimiterInTheComputerIsTheSystemVolumesFault) {
  SetupDesk desk = l30Desk();
  LevelReading limited = cleanLevels(-3.0);
  limited.reading.figures[1].value = -0.13;
  limited.reading.statements[0].word = "limiter";
  limited.reading.statements[1].word = "computer";
  desk.take(limited);
  const ItemState state = desk.item("system_volume");
  EXPECT_EQ(state.state, State::wrong);
  EXPECT_EQ(state.knownBy, KnownBy::measured);
}

TEST(System, ItsWordIsHeldAgainstTheDesk) {
  SetupDesk desk = l30Desk();
  SystemReading system = soundSystem();
  system.sampleRate = Hertz::of(44'100.0);
  system.isMuted = true;
  system.hasEnhancements = true;
  system.effects = {"module-equalizer-sink"};
  desk.take(system);
  EXPECT_EQ(desk.item("sample_rate").state, State::wrong);
  EXPECT_EQ(desk.item("not_muted").state, State::wrong);
  EXPECT_EQ(desk.item("enhancements").state, State::wrong);
  EXPECT_THAT(desk.item("enhancements").found->english(), HasSubstr("module-equalizer-sink"));
}

TEST(System, WindowsAt100PercentIsTooMuchAndElsewhereItIsRight) {
  SetupDesk desk = l30Desk();
  SystemReading system = soundSystem();
  system.volume = 1.0;
  desk.take(system);
  EXPECT_EQ(desk.item("system_volume").state, State::wrong);
  system.system = chain::OperatingSystem::macos;
  desk.take(system);
  EXPECT_EQ(desk.item("system_volume").state, State::done);
  system.system = chain::OperatingSystem::linux;
  system.volume = 1.2;
  desk.take(system);
  EXPECT_EQ(desk.item("system_volume").state, State::wrong) << "It amplifies.";
}

}  // namespace
}  // namespace linecheck::setup
