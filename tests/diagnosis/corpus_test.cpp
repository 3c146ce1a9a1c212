#include "support/diagnosis/corpus.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

namespace linecheck::testing {
namespace {

double rmsDbfs(const std::vector<double>& samples) {
  double power = 0.0;
  for (const double sample : samples) power += sample * sample;
  return dbfsFromMeanSquare(power / static_cast<double>(samples.size())).value();
}

double bandDbfs(const std::vector<double>& samples, int rate) {
  return dbfsFromRms(bandRms(samples, rate, Hertz::of(20.0), Hertz::of(20e3))).value();
}

class EveryCase : public ::testing::TestWithParam<CaseKind> {};

INSTANTIATE_TEST_SUITE_P(Corpus, EveryCase, ::testing::ValuesIn(kCaseKinds),
                         [](const auto& test) { return std::string(caseKindId(test.param)); });

CaseWishes shortAnd(bool hasProgramme) {
  CaseWishes wishes;
  wishes.hasProgramme = hasProgramme;
  wishes.length = Seconds::of(3.0);
  wishes.sampleRate = 48000;
  return wishes;
}

TEST_P(EveryCase, IsAFunctionOfItsSeed) {
  const Case one = makeCase(5, GetParam(), shortAnd(true));
  const Case again = makeCase(5, GetParam(), shortAnd(true));
  EXPECT_EQ(one.channels, again.channels);
  EXPECT_EQ(one.baseline, again.baseline);
  EXPECT_EQ(one.description(), again.description());
  EXPECT_NE(one.channels, makeCase(6, GetParam(), shortAnd(true)).channels);
}

// What the capture holds more than the same capture with nothing planted is what was planted.
TEST_P(EveryCase, HoldsWhatItSaysAtTheLevelItSays) {
  for (std::uint64_t seed = 20; seed < 23; ++seed) {
    CaseWishes wishes = shortAnd(false);
    wishes.overFloor = Decibels::of(30.0);
    wishes.hasBaseline = false;
    const Case it = makeCase(seed, GetParam(), wishes);
    const Case clean = makeCase(seed, CaseKind::clean, wishes);
    SCOPED_TRACE(it.description());
    ASSERT_EQ(it.channels[0].size(), static_cast<std::size_t>(3 * it.sampleRate));
    const std::size_t expected = GetParam() == CaseKind::clean     ? 0
                                 : GetParam() == CaseKind::mixture ? 2
                                                                   : 1;
    ASSERT_EQ(it.planted.size(), expected);
    EXPECT_EQ(it.floor, clean.floor);
    if (expected == 0) {
      EXPECT_EQ(it.channels, clean.channels);
      continue;
    }
    const Planted& first = it.planted.front();
    EXPECT_EQ(first.overFloor, Decibels::of(30.0));
    if (const auto cause = causeOf(GetParam())) {
      EXPECT_EQ(first.known(), cause);
    }
    if (expected == 2) {
      EXPECT_NE(it.planted[0].id(), it.planted[1].id());
      EXPECT_LE(it.planted[1].overFloor, first.overFloor);
      EXPECT_GE(it.planted[1].overFloor, Decibels::of(10.0));
      continue;
    }
    std::vector<double> difference = it.channels.at(first.louder);
    for (std::size_t i = 0; i < difference.size(); ++i) {
      difference[i] -= clean.channels.at(first.louder)[i];
    }
    EXPECT_NEAR(rmsDbfs(difference), first.level.value(), 0.1);
    const double over = bandDbfs(difference, it.sampleRate) -
                        bandDbfs(clean.channels.at(first.louder), it.sampleRate);
    EXPECT_NEAR(over, 30.0, 0.3);
    // The other channel hears the same or less.
    std::vector<double> other = it.channels.at(1 - first.louder);
    for (std::size_t i = 0; i < other.size(); ++i) {
      other[i] -= clean.channels.at(1 - first.louder)[i];
    }
    EXPECT_LT(rmsDbfs(other), first.level.value() + 0.2);
  }
}

TEST(Corpus, CleanCaseIsTheInterfacesNoiseAtItsFloor) {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Case it = makeCase(seed, CaseKind::clean, shortAnd(false));
    SCOPED_TRACE(it.description());
    EXPECT_GE(it.floor, DecibelsFs::of(-120.0));
    EXPECT_LE(it.floor, DecibelsFs::of(-90.0));
    const double rounding = it.bits == 16 ? -98.09 : it.bits == 24 ? -146.26 : -400.0;
    const double expected = 10.0 * std::log10(std::pow(10.0, it.floor.value() / 10.0) +
                                              std::pow(10.0, rounding / 10.0));
    EXPECT_NEAR(std::max(rmsDbfs(it.channels[0]), rmsDbfs(it.channels[1])), expected, 0.15);
  }
}

TEST(Corpus, BaselineIsTheSameInterfaceAtAnotherTime) {
  CaseWishes wishes = shortAnd(true);
  wishes.hasBaseline = true;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Case it = makeCase(seed, CaseKind::groundLoop, wishes);
    const Case clean = makeCase(seed, CaseKind::clean, shortAnd(false));
    ASSERT_TRUE(it.baseline);
    for (std::size_t channel = 0; channel < 2; ++channel) {
      EXPECT_NEAR(rmsDbfs(it.baseline->at(channel)), rmsDbfs(clean.channels.at(channel)), 0.2);
      EXPECT_NE(it.baseline->at(channel), clean.channels.at(channel));
    }
  }
}

TEST(Corpus, RoundedSamplesLieOnTheSteps) {
  std::set<int> depths;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Case it = makeCase(seed, CaseKind::usbFrames, shortAnd(true));
    depths.insert(it.bits.value_or(0));
    if (!it.bits) continue;
    for (const double sample : it.channels[1]) {
      const double steps = std::ldexp(sample, *it.bits - 1);
      ASSERT_EQ(steps, std::round(steps));
    }
  }
  EXPECT_EQ(depths, (std::set{0, 16, 24}));
}

TEST(Corpus, ChanceSpreadsOverAllSettings) {
  std::set<int> rates;
  std::set<double> mains;
  std::set<std::string_view> strange;
  double programmes = 0.0;
  constexpr std::uint64_t kCases = 150;
  for (std::uint64_t i = 0; i < kCases; ++i) {
    CaseWishes wishes;
    wishes.length = Seconds::of(0.25);
    const Case it = makeCase(caseSeed(CaseSet::training, i), CaseKind::unknown, wishes);
    rates.insert(it.sampleRate);
    mains.insert(it.mains.nominal.value());
    strange.insert(it.planted.at(0).id());
    EXPECT_FALSE(it.planted.at(0).known());
    EXPECT_GE(it.planted.at(0).overFloor, Decibels::of(10.0));
    EXPECT_LE(it.planted.at(0).overFloor, Decibels::of(60.0));
    if (it.programme) programmes += 1.0 / kCases;
    for (const auto& channel : it.channels) {
      for (const double sample : channel) ASSERT_LE(std::abs(sample), 1.0);
    }
  }
  EXPECT_EQ(rates, (std::set{44'100, 48'000, 88'200, 96'000, 192'000}));
  EXPECT_EQ(mains, (std::set{50.0, 60.0}));
  EXPECT_EQ(strange.size(), static_cast<std::size_t>(kStrangeKinds));
  // Four standard deviations of a third of 150.
  EXPECT_NEAR(programmes, 1.0 / 3.0, 0.155);
}

TEST(Corpus, LengthsAreThreeToTwelveSeconds) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    CaseWishes wishes;
    wishes.sampleRate = 44'100;
    const Case it = makeCase(seed, CaseKind::clean, wishes);
    EXPECT_GE(it.length, Seconds::of(3.0));
    EXPECT_LE(it.length, Seconds::of(12.0));
    EXPECT_EQ(static_cast<double>(it.channels[0].size()), it.length.value() * it.sampleRate);
  }
}

TEST(Corpus, SetsShareNoSeed) {
  std::set<std::uint64_t> seeds;
  for (std::uint64_t i = 0; i < 100; ++i) {
    seeds.insert(caseSeed(CaseSet::training, i));
    seeds.insert(caseSeed(CaseSet::test, i));
  }
  EXPECT_EQ(seeds.size(), 200U);
}

// Parseval: a sine on a bin, a sine beyond the band.
TEST(Corpus, BandRmsLeavesOutWhatLiesOutside) {
  std::vector<double> samples(48000);
  for (std::size_t n = 0; n < samples.size(); ++n) {
    const double turn = 2.0 * std::acos(-1.0) * static_cast<double>(n) / 48000.0;
    samples[n] = 0.5 * std::sin(100.0 * turn) + 0.25 * std::sin(10.0 * turn) +
                 0.25 * std::sin(22'000.0 * turn);
  }
  EXPECT_NEAR(bandDbfs(samples, 48000), 20.0 * std::log10(0.5), 1e-6);
}

class EveryProgramme : public ::testing::TestWithParam<ProgrammeKind> {};

INSTANTIATE_TEST_SUITE_P(Programme, EveryProgramme,
                         ::testing::Values(ProgrammeKind::music, ProgrammeKind::voice),
                         [](const auto& test) {
                           return test.param == ProgrammeKind::music ? "music" : "voice";
                         });

TEST_P(EveryProgramme, HasItsLevelAndPauses) {
  std::size_t pauses = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    ProgrammeConfig config;
    config.kind = GetParam();
    config.seed = seed;
    config.length = Seconds::of(8.0);
    const StereoSamples samples = makeProgramme(config);
    EXPECT_EQ(samples, makeProgramme(config));
    const double power = std::pow(10.0, rmsDbfs(samples[0]) / 10.0) / 2.0 +
                         std::pow(10.0, rmsDbfs(samples[1]) / 10.0) / 2.0;
    EXPECT_NEAR(10.0 * std::log10(power), -30.0, 0.01) << seed;
    double silent = 0.0;
    for (const Stretch& pause : pausesIn(samples, config.sampleRate)) {
      ++pauses;
      silent += static_cast<double>(pause.end - pause.begin) / config.sampleRate;
      for (std::size_t i = pause.begin; i < pause.end; ++i) {
        ASSERT_EQ(samples[0][i], 0.0);
        ASSERT_EQ(samples[1][i], 0.0);
      }
    }
    EXPECT_LT(silent, 4.0) << seed;
  }
  EXPECT_GE(pauses, 10U);
}

// In a pause of the programme a capture holds what it holds without one.
TEST(Programme, PausesLeaveTheRestOfTheCapture) {
  std::size_t heard = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    CaseWishes wishes = shortAnd(true);
    wishes.length = Seconds::of(5.0);
    wishes.hasBaseline = false;
    const Case with = makeCase(seed, CaseKind::dimmer, wishes);
    wishes.hasProgramme = false;
    const Case without = makeCase(seed, CaseKind::dimmer, wishes);
    ASSERT_TRUE(with.programme);
    for (const Stretch& pause : pausesIn(makeProgramme(*with.programme), with.sampleRate)) {
      ++heard;
      for (std::size_t i = pause.begin; i < pause.end; ++i) {
        ASSERT_EQ(with.channels[0][i], without.channels[0][i]);
      }
    }
    EXPECT_NE(with.channels, without.channels);
  }
  EXPECT_GT(heard, 3U);
}

// Equal temperament on an A of 438 to 443 Hz: E1 lies at 41, A1 at 55 Hz.
TEST(Programme, MusicHasBassesNearTheMains) {
  std::size_t near = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const StereoSamples music = makeMusic(seed, 8000, std::size_t{64'000});
    const double all = bandRms(music[0], 8000, Hertz::of(20.0), Hertz::of(4000.0));
    const double bass = bandRms(music[0], 8000, Hertz::of(40.0), Hertz::of(62.0));
    if (bass > 0.05 * all) ++near;
  }
  EXPECT_GE(near, 10U);
}

TEST(Programme, VoiceIsPitchedAndHasFormants) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    const StereoSamples voice = makeVoice(seed, 48000, std::size_t{384'000});
    const auto band = [&](double low, double high) {
      return bandRms(voice[0], 48000, Hertz::of(low), Hertz::of(high));
    };
    EXPECT_LT(band(0.0, 70.0), 0.1 * band(90.0, 4000.0)) << seed;
    EXPECT_LT(band(6000.0, 24000.0), 0.3 * band(90.0, 4000.0)) << seed;
    EXPECT_GT(band(1000.0, 4000.0), 0.02 * band(90.0, 1000.0)) << seed;
  }
}

}  // namespace
}  // namespace linecheck::testing
