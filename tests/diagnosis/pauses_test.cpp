// What plays covers hum; its pauses do not.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "diagnosis/diagnosis.h"
#include "diagnosis/pause_hum.h"
#include "diagnosis/quiet_stretches.h"
#include "dsp/generators.h"

namespace linecheck::diagnosis {
namespace {

constexpr Hertz kRate = Hertz::of(48000.0);
constexpr std::size_t kSeconds = 6;

// A loud triad that pauses for 0.2 s at the end of every two seconds.
std::vector<double> chords() {
  std::vector<double> samples(kSeconds * 48000, 0.0);
  for (const double frequency : {110.0, 138.6, 164.8, 220.0, 330.0, 440.0}) {
    dsp::addSine(samples, {Hertz::of(frequency), 0.05, frequency}, kRate);
  }
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const double second = std::fmod(static_cast<double>(i) / 48000.0, 2.0);
    const double edge = std::clamp(std::min(second, 1.8 - second) / 0.02, 0.0, 1.0);
    samples[i] *= edge;
  }
  return samples;
}

std::vector<double> noise(double dbfs, std::uint64_t seed = 7) {
  return dsp::whiteNoise(DecibelsFs::of(dbfs), kSeconds * 48000, seed);
}

void add(std::vector<double>& to, const std::vector<double>& samples) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += samples[i];
}

void addHum(std::vector<double>& samples, double mains, double dbfs) {
  const std::pair<int, double> lines[] = {{1, 0.0},   {3, -32.5},  {5, -33.6}, {7, -39.7},
                                          {9, -42.6}, {11, -43.0}, {13, -44.0}};
  for (const auto& [order, level] : lines) {
    dsp::addSine(
        samples,
        {Hertz::of(mains * order), sinePeakFromDbfs(DecibelsFs::of(dbfs + level)), 0.7 * order},
        kRate);
  }
}

TEST(QuietStretches, AreAllOfACaptureWithoutProgramme) {
  auto samples = noise(-90.0);
  addHum(samples, 50.0, -60.0);
  const QuietStretches quiet = findQuietStretches(samples, kRate);
  EXPECT_TRUE(quiet.isWhole);
  EXPECT_DOUBLE_EQ(quiet.programme, 0.0);
  ASSERT_EQ(quiet.stretches.size(), 1U);
  EXPECT_EQ(quiet.stretches.front().length(), samples.size());
}

TEST(QuietStretches, AreThePausesOfMusic) {
  auto samples = noise(-90.0);
  add(samples, chords());
  const QuietStretches quiet = findQuietStretches(samples, kRate);
  EXPECT_FALSE(quiet.isWhole);
  EXPECT_GT(quiet.programme, 40.0);
  ASSERT_EQ(quiet.stretches.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto second = 2.0 * static_cast<double>(i);
    EXPECT_GE(static_cast<double>(quiet.stretches[i].begin) / 48000.0, second + 1.79);
    EXPECT_LE(static_cast<double>(quiet.stretches[i].end) / 48000.0, second + 2.01);
    EXPECT_GT(quiet.stretches[i].length(), 48000U / 8);
  }
}

TEST(PauseHum, ReadsLevelsOffThePauses) {
  for (const double mains : {49.95, 50.0, 60.03}) {
    auto samples = noise(-100.0);
    addHum(samples, mains, -60.0);
    add(samples, chords());
    const QuietStretches quiet = findQuietStretches(samples, kRate);
    ASSERT_FALSE(quiet.isWhole);
    dsp::HumSearch search;
    search.harmonics = 40;
    const dsp::HumEstimate hum = estimatePauseHum(samples, kRate, quiet.stretches, search);
    ASSERT_TRUE(hum.present) << mains;
    EXPECT_NEAR(hum.fundamental.value(), mains, 0.1);
    EXPECT_NEAR(hum.total.value(), -60.0, 0.5);
    EXPECT_NEAR(hum.harmonics[2].level.value(), -92.5, 1.5);
    EXPECT_NEAR(hum.harmonics[4].level.value(), -93.6, 1.5);
    EXPECT_FALSE(hum.harmonics[1].detected);
  }
}

TEST(PauseHum, FindsNoneInNoise) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    auto samples = noise(-90.0, seed);
    add(samples, chords());
    const QuietStretches quiet = findQuietStretches(samples, kRate);
    EXPECT_FALSE(estimatePauseHum(samples, kRate, quiet.stretches, {}).present) << seed;
  }
}

TEST(Pauses, LetALoopBeNamedUnderMusicAndMusicAloneBeClean) {
  auto samples = noise(-95.0);
  add(samples, chords());
  const auto clean = diagnoseSound(std::vector(1, samples), kRate);
  EXPECT_EQ(causeId(clean.main().cause), causeId(Cause::noHum));
  addHum(samples, 50.02, -65.0);
  const auto looped = diagnoseSound(std::vector(1, samples), kRate);
  EXPECT_EQ(causeId(looped.main().cause), causeId(Cause::groundLoop));
}

}  // namespace
}  // namespace linecheck::diagnosis
