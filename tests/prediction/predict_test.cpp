#include "prediction/predict.h"

#include <gtest/gtest.h>

#include "support/prediction/loop_desk.h"

namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::AudioPath;
using chain::OperatingSystem;

Prediction predicted(const LoopDesk& desk, std::string_view procedure,
                     const std::map<std::string, double>& values = {},
                     const Circumstances& circumstances = {}) {
  measure::Values given;
  for (const auto& [id, value] : values) given.set(id, value);
  return predict(desk.loop(), procedure, given, circumstances);
}

double nominal(const Prediction& prediction, std::string_view id, int channel = 0) {
  const auto* figure = prediction.figure(id, channel);
  return figure && figure->value.nominal ? *figure->value.nominal : NAN;
}

TEST(PredictedGain, IsOutputLessInputLessDivider) {
  const Prediction prediction = predicted(LoopDesk(interface()), "path");
  // 20 dBu − 0.0864 dB − 22 dBu
  EXPECT_NEAR(nominal(prediction, "gain", 0), 20.0 + kDivider - 22.0, 1e-4);
  EXPECT_NEAR(nominal(prediction, "gain", 1), 20.0 + kDivider - 22.0, 1e-4);
  // Two measured levels of 0.1 dB each.
  EXPECT_NEAR(prediction.figure("gain", 0)->trust.uncertainty, 0.1414, 1e-4);
  EXPECT_EQ(prediction.figure("gain", 0)->trust.weakest, Confidence::measured);
}

TEST(PredictedGain, FollowsEveryControlOnTheWay) {
  LoopDesk desk(interface());
  desk.control(trimControl(), dBu(17.0));
  desk.control(faderControl(), dB(-3.0));
  desk.control(padControl(), chain::Position{"10 dB"});
  desk.control(gainControl(), dB(6.0));
  desk.play(OperatingSystem::linux, AudioPath::sharedMixer, 0.9);
  // Trim 17 dBu, pad −10, fader −3, divider, knob +6 against 22 dBu, 60·log10(0.9) = −2.7455.
  EXPECT_NEAR(nominal(predicted(desk, "path"), "gain"),
              17.0 - 10.0 - 3.0 + kDivider + 6.0 - 22.0 - 2.7455, 1e-3);
}

TEST(PredictedGain, OfATrimThatNobodyTellsHasBoundsOnly) {
  LoopDesk desk(interface());
  desk.box().controls.push_back(trimControl());
  const auto prediction = predicted(desk, "path");
  const auto* gain = prediction.figure("gain", 0);
  ASSERT_TRUE(gain);
  EXPECT_FALSE(gain->value.nominal);
  EXPECT_NEAR(gain->value.low.value(), 14.0 + kDivider - 22.0, 1e-4);
  EXPECT_NEAR(gain->value.high.value(), 20.0 + kDivider - 22.0, 1e-4);
  EXPECT_FALSE(gain->value.missing.empty());
}

TEST(PredictedGain, CarriesTheRangesOfItsFigures) {
  LoopDesk desk(interface());
  desk.box().ports[1].maximumLevel =
      figure(dBu(20.0), std::optional(dBu(19.0)), std::optional(dBu(21.0)));
  const auto prediction = predicted(desk, "path");
  const auto* gain = prediction.figure("gain", 0);
  EXPECT_NEAR(gain->value.low.value(), 19.0 + kDivider - 22.0, 1e-4);
  EXPECT_NEAR(gain->value.high.value(), 21.0 + kDivider - 22.0, 1e-4);
}

TEST(PredictedGain, IsTheMeasuredOneWhereOneWasSaved) {
  const auto prediction =
      predicted(LoopDesk(interface()), "response", {}, {KnownGain{dB(-1.75), dB(0.01)}, {}});
  EXPECT_NEAR(nominal(prediction, "gain_1k"), -1.75, 1e-9);
  EXPECT_NEAR(prediction.figure("gain_1k", 0)->trust.uncertainty, 0.01, 1e-9);
}

TEST(PredictedGain, SaysNothingWhereNoLevelIsKnown) {
  LoopDesk desk(interface());
  desk.box().ports[1].maximumLevel.reset();
  EXPECT_EQ(predicted(desk, "path").figure("gain", 0), nullptr);
}

TEST(PredictedNoise, IsThatOfOutputAndInputTogether) {
  const Prediction prediction = predicted(LoopDesk(interface()), "noise");
  // Output 20 − 120 − 0.0864 = −100.0864 dBu, input 22 − 118 = −96 dBu; in power −94.569 dBu,
  // and 22 dBu is full scale.
  EXPECT_NEAR(nominal(prediction, "noise_a"), -116.569, 1e-3);
  EXPECT_NEAR(nominal(prediction, "dynamic_range_a"), 116.569, 1e-3);
  // White noise: +1.92 dB without the A curve, +1.68 dB more as CCIR-RMS.
  EXPECT_NEAR(nominal(prediction, "noise"), -114.649, 1e-3);
  EXPECT_NEAR(nominal(prediction, "dynamic_range"), 112.969, 1e-3);
}

TEST(PredictedNoise, OfATerminatedInputIsItsOwn) {
  const Prediction prediction = predicted(LoopDesk(interface()), "noise", {{"terminated", 1.0}});
  EXPECT_NEAR(nominal(prediction, "noise_a"), -118.0, 1e-6);
  EXPECT_EQ(prediction.figure("dynamic_range_a", 0), nullptr);
}

TEST(PredictedNoise, OfUnknownWeightingMayBeEither) {
  LoopDesk desk(interface());
  for (auto& port : desk.box().ports) {
    if (port.figures.dynamicRange) port.figures.dynamicRange->weighting.reset();
  }
  const auto prediction = predicted(desk, "noise");
  const auto* noise = prediction.figure("noise_a", 0);
  EXPECT_NEAR(noise->value.low.value(), -116.569 - 1.92, 1e-3);
  EXPECT_NEAR(noise->value.high.value(), -116.569, 1e-3);
}

TEST(PredictedNoise, OfAnInputThatNobodyTellsHasOnlyALeast) {
  LoopDesk desk(interface());
  desk.box().ports[2].figures = {};
  const auto prediction = predicted(desk, "noise");
  const auto* range = prediction.figure("dynamic_range_a", 0);
  EXPECT_FALSE(range->value.nominal);
  EXPECT_FALSE(range->value.low);
  // −100.0864 dBu against 22 dBu.
  EXPECT_NEAR(range->value.high.value(), 122.0864, 2.0);
}

TEST(PredictedNoise, OfSixteenBitsIsTheirs) {
  LoopDesk desk(interface());
  desk.bits(16);
  const auto prediction = predicted(desk, "noise");
  const auto* noise = prediction.figure("noise", 0);
  // Rounded on the way in, −98.88 dBFS, and on the way out, −98.88 − 2.0864 dB: −96.79 dBFS; with
  // dither 4.77 dB more.
  EXPECT_NEAR(noise->value.low.value(), -96.79, 0.1);
  EXPECT_NEAR(noise->value.high.value(), -92.02, 2.0);
}

TEST(PredictedDistortion, AddsStagesAndNoise) {
  LoopDesk desk(interface());
  desk.box().ports[1].figures.thdPlusNoise = figure(dB(-100.0));
  desk.box().ports[2].figures.thdPlusNoise = figure(dB(-100.0));
  const auto prediction = predicted(desk, "distortion", {{"level", -20.0}});
  EXPECT_NEAR(nominal(prediction, "level"), -20.0 + 20.0 + kDivider - 22.0, 1e-4);
  // −100 and −100 dB in power: −96.99 dB; noise of −114.649 dBFS under a tone of −22.0864 dBFS:
  // −92.56 dB; together −91.23 dB.
  EXPECT_NEAR(nominal(prediction, "thdn"), -91.23, 0.01);
  EXPECT_NEAR(nominal(prediction, "sinad"), 91.23, 0.01);
}

TEST(PredictedHeadroom, InAHealthyLoopNothingClips) {
  const auto prediction = predicted(LoopDesk(interface()), "headroom");
  ASSERT_TRUE(prediction.statement("clip_place", 0));
  EXPECT_EQ(prediction.statement("clip_place", 0)->word, "none");
}

TEST(PredictedHeadroom, OfAnInputThatIsTooSensitive) {
  LoopDesk desk(interface());
  desk.box().ports[2].maximumLevel = figure(dBu(15.0));
  const auto prediction = predicted(desk, "headroom", {{"working", -18.0}});
  // 15 dBu − (20 dBu − 0.0864 dB)
  EXPECT_NEAR(nominal(prediction, "clip_level"), -4.9136, 1e-3);
  EXPECT_NEAR(nominal(prediction, "clip_level_in"), 0.0, 1e-3);
  EXPECT_NEAR(nominal(prediction, "headroom"), 13.0864, 1e-3);
  EXPECT_EQ(prediction.statement("clip_place", 0)->word, "converter_in");
}

std::string limiterWord(OperatingSystem system, AudioPath path, double volume) {
  LoopDesk desk(interface());
  desk.play(system, path, volume);
  const auto prediction = predicted(desk, "limiter");
  const auto* statement = prediction.statement("limiter", 0);
  return statement ? statement->word : "";
}

TEST(PredictedLimiter, IsWindowsMixersAtFullVolumeAlone) {
  using enum OperatingSystem;
  EXPECT_EQ(limiterWord(windows, AudioPath::sharedMixer, 1.0), "linked_limiter");
  // 97 % takes 0.45 dB, more than the 0.13 dB to the knee.
  EXPECT_EQ(limiterWord(windows, AudioPath::sharedMixer, 0.97), "none");
  EXPECT_EQ(limiterWord(windows, AudioPath::exclusive, 1.0), "none");
  EXPECT_EQ(limiterWord(windows, AudioPath::asio, 1.0), "none");
  EXPECT_EQ(limiterWord(macos, AudioPath::sharedMixer, 1.0), "none");
  EXPECT_EQ(limiterWord(linux, AudioPath::sharedMixer, 1.0), "none");
}

TEST(PredictedLimiter, HasItsKneeAt0985OfFullScale) {
  LoopDesk desk(interface());
  desk.play(OperatingSystem::windows, AudioPath::sharedMixer, 1.0);
  EXPECT_NEAR(nominal(predicted(desk, "limiter"), "knee"), 20.0 * std::log10(0.985), 1e-4);
}

TEST(PredictedLimiter, IsNotTakenForAnInputThatClips) {
  LoopDesk desk(interface());
  desk.box().ports[2].maximumLevel = figure(dBu(15.0));
  const auto prediction = predicted(desk, "limiter");
  ASSERT_TRUE(prediction.statement("limiter", 0));
  EXPECT_EQ(prediction.statement("limiter", 0)->word, "clipping");
}

TEST(PredictedImpedance, IsThatOfTheOutputAtTheInput) {
  const auto prediction = predicted(LoopDesk(interface()), "output-impedance");
  EXPECT_NEAR(nominal(prediction, "output_impedance"), 100.0, 1e-9);
  EXPECT_NEAR(prediction.figure("output_impedance", 0)->trust.uncertainty, 3.0, 1e-9);
}

TEST(PredictedCrosstalk, AddsAmplitudesWhicheverWayItIsPrinted) {
  LoopDesk desk(interface());
  desk.box().ports[1].figures.crosstalk = figure(dB(-110.0));
  desk.box().ports[2].figures.crosstalk = figure(dB(110.0));
  EXPECT_NEAR(nominal(predicted(desk, "crosstalk"), "crosstalk_1k"), -103.98, 0.01);
}

TEST(PredictedHeadphones, HaveTheCurveOfTheirProfile) {
  LoopDesk desk(interface());
  Profile cans = headphones();
  profiles::ImpedanceCurve curve;
  curve.points = {{Hertz::of(100.0), Ohms::of(300.0)}, {Hertz::of(10000.0), Ohms::of(75.0)}};
  curve.claim.provenance.confidence = Confidence::measured;
  cans.headphones->impedanceCurve = curve;
  desk.add("cans", cans);
  const auto prediction = predicted(desk, "headphone-impedance");
  // Half way in the logarithms: √(300·75).
  ASSERT_TRUE(prediction.figure("impedance_1k"));
  EXPECT_NEAR(prediction.figure("impedance_1k")->value.nominal.value(), 150.0, 1e-6);
  EXPECT_NEAR(prediction.figure("impedance_least")->value.nominal.value(), 75.0, 1e-6);
  ASSERT_EQ(prediction.traces.size(), 1u);
  EXPECT_EQ(prediction.traces[0].trace.id, "headphone_impedance");
}

TEST(PredictedHeadphones, WithoutACurveFallNowhereBelowFourFifths) {
  LoopDesk desk(interface());
  desk.add("cans", headphones());
  const auto prediction = predicted(desk, "headphone-impedance");
  EXPECT_NEAR(prediction.figure("impedance_1k")->value.nominal.value(), 32.0, 1e-9);
  EXPECT_NEAR(prediction.figure("impedance_least")->value.low.value(), 25.6, 1e-9);
}

TEST(PredictedHeadphones, AreNotGuessedAmongSeveral) {
  LoopDesk desk(interface());
  desk.add("cans", headphones());
  desk.add("others", headphones());
  EXPECT_TRUE(predicted(desk, "headphone-impedance").figures.empty());
  EXPECT_FALSE(
      predicted(desk, "headphone-impedance", {}, {{}, chain::DeviceId("others")}).figures.empty());
}

TEST(Prediction, OfAnUnknownProcedureIsEmpty) {
  EXPECT_TRUE(predicted(LoopDesk(interface()), "no-such").figures.empty());
}

}  // namespace
}  // namespace linecheck::prediction
