#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "dsp/random.h"
#include "measure/procedures/catalogue.h"
#include "support/measure/studio_recording.h"
#include "support/measure/truth_expectations.h"

namespace linecheck::measure {
namespace {

using testing::measured;
using testing::runOf;
using testing::stoppedAfter;
using testing::StudioRun;
using testing::valueOf;
using testing::wordOf;

struct Tone {
  const char* id;
  double frequency;
};
constexpr int kHighestHum = simulation::HarmonicSeries::kMaxOrder;
constexpr std::array kTones = {Tone{"crosstalk_100", 103.0}, Tone{"crosstalk_1k", 997.0},
                               Tone{"crosstalk_10k", 9997.0}};

double truth(const StudioRun& run, int from, int to, double frequency) {
  const Hertz f = Hertz::of(frequency);
  const Hertz rate = Hertz::of(run.sampleRate);
  const auto leak = run.studio.path.linearResponse(from, to, f, rate);
  const auto own = run.studio.path.linearResponse(from, from, f, rate);
  return 20.0 * std::log10(std::abs(leak / own));
}

StudioRun shortRun(double level = 0.0) {
  StudioRun run = runOf(crosstalkProcedure());
  run.values.set("seconds", 1.0);
  run.values.set("level", level);
  return run;
}

class CrosstalkOfSeed : public ::testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Seeds, CrosstalkOfSeed, ::testing::Range<std::uint64_t>(1, 21));

TEST_P(CrosstalkOfSeed, IsRightWithinATenthOfADecibelDownToMinus120) {
  testing::expectTruthOfSeed("crosstalk", GetParam());
}

TEST(Crosstalk, ErrorsAreAsLargeAsItSays) {
  double square = 0.0;
  int count = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    StudioRun run = shortRun(-20.0);
    run.studio.seed = seed;
    run.studio.path.cable.leftToRight.flat = Decibels::of(-100.0);
    run.studio.path.cable.rightToLeft.flat = Decibels::of(-95.0);
    const Reading reading = measured(crosstalkProcedure(), run);
    for (const Tone& tone : kTones) {
      for (const int to : {0, 1}) {
        const Figure* figure = reading.figure(tone.id, to);
        ASSERT_NE(figure, nullptr);
        if (!figure->value) continue;
        square += std::pow(
            (*figure->value - truth(run, 1 - to, to, tone.frequency)) / *figure->uncertainty, 2.0);
        ++count;
      }
    }
  }
  ASSERT_GT(count, 20);
  EXPECT_GT(square / count, 0.35);
  EXPECT_LT(square / count, 2.2);
}

TEST(Crosstalk, GivesABoundWhereTheNoiseHidesIt) {
  StudioRun run = shortRun(-20.0);
  run.studio.path.cable.leftToRight.flat = Decibels::of(-140.0);
  const Reading reading = measured(crosstalkProcedure(), run);
  for (const Tone& tone : kTones) {
    const Figure* figure = reading.figure(tone.id, 1);
    ASSERT_NE(figure, nullptr) << tone.id;
    EXPECT_EQ(figure->value, std::nullopt) << tone.id;
    EXPECT_EQ(wordOf(reading, tone.id, 1), "below_noise");
    const double bound = valueOf(reading, std::string(tone.id) + "_bound", 1);
    EXPECT_GT(bound, -140.0);
    EXPECT_LT(bound, -105.0);
  }
}

TEST(Crosstalk, IsNotTakenInByHum) {
  StudioRun run = shortRun();
  run.values.set("seconds", 4.0);
  run.studio.converterNoise = DecibelsFs::of(-138.0);
  for (int order = 1; order <= kHighestHum; ++order) {
    run.studio.hum.push_back({order, DecibelsFs::of(-70.0)});
  }
  run.studio.path.cable.leftToRight.flat = Decibels::of(-110.0);
  run.studio.path.cable.rightToLeft.flat = Decibels::of(-110.0);
  const Reading reading = measured(crosstalkProcedure(), run);
  for (const Tone& tone : kTones) EXPECT_NEAR(valueOf(reading, tone.id, 1), -110.0, 0.2) << tone.id;
}

TEST(Crosstalk, FollowsAClockThatDrifts) {
  StudioRun run = shortRun();
  run.studio.path.computer.clockDriftPpm = 80.0;
  run.studio.path.cable.leftToRight.flat = Decibels::of(-60.0);
  const Reading reading = measured(crosstalkProcedure(), run);
  EXPECT_NEAR(valueOf(reading, "crosstalk_10k", 1), -60.0, 0.1);
}

TEST(Crosstalk, StoppedEarlyTellsTheTonesThatWerePlayed) {
  StudioRun run = shortRun();
  run.studio.path.cable.leftToRight.flat = Decibels::of(-60.0);
  run.studio.path.cable.rightToLeft.flat = Decibels::of(-60.0);
  const Reading reading = stoppedAfter(crosstalkProcedure(), run, 0.4);
  EXPECT_FALSE(reading.isComplete);
  EXPECT_NEAR(valueOf(reading, "crosstalk_1k", 1), -60.0, 0.1) << "the left one plays first";
  EXPECT_EQ(reading.figure("crosstalk_1k", 0), nullptr);
  EXPECT_EQ(reading.figure("crosstalk_10k", 0), nullptr);
}

TEST(Crosstalk, NeedsTwoOutputs) {
  Sequence sequence(1, 48000);
  const auto composed =
      crosstalkProcedure().compose(0, Values(crosstalkProcedure().parameters()), sequence);
  ASSERT_FALSE(composed);
  EXPECT_EQ(composed.error().code, ErrorCode::usage);
}

TEST(Crosstalk, SaysNothingOfNoiseAlone) {
  StudioRun run = shortRun();
  run.studio.path.output.gain[0].gain = Decibels::of(-300.0);
  run.studio.path.output.gain[1].gain = Decibels::of(-300.0);
  EXPECT_TRUE(measured(crosstalkProcedure(), run).figures.empty());
}

}  // namespace
}  // namespace linecheck::measure
