#include "measure/measurement.h"

#include <gtest/gtest.h>

#include <cmath>

#include "measure/capture_file.h"
#include "measure/hum_measurement.h"
#include "measure/tone_measurement.h"
#include "simulation/simulated_studio.h"
#include "support/scripted_backend.h"
#include "support/temporary_folder.h"

namespace linecheck::measure {
namespace {

using linecheck::testing::ScriptedBackend;
using linecheck::testing::TemporaryFolder;
using simulation::Fault;
using simulation::SimulatedStudio;

const audio::Pacing kFast{audio::Pace::asFastAsPossible};

audio::StreamConfig demoStudio() {
  audio::StreamConfig config;
  config.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  config.output = config.input;
  return config;
}

HumRequest humRequest(double seconds = 5.0) {
  HumRequest request;
  request.stream = demoStudio();
  request.seconds = Seconds::of(seconds);
  return request;
}

ToneRequest toneRequest(double seconds = 2.0) {
  ToneRequest request;
  request.stream = demoStudio();
  request.seconds = Seconds::of(seconds);
  return request;
}

Measurement mustMeasure(Result<Measurement> result) {
  if (!result) {
    ADD_FAILURE() << result.error().message();
    return {};
  }
  EXPECT_TRUE(result->assessment.validity.isValid()) << result->assessment.validity.text;
  return *std::move(result);
}

double humLevel(const Measurement& measurement, std::size_t order) {
  return measurement.channels.at(0).hum.harmonics.at(order - 1).level.value();
}

// What a grid's drift within the capture takes off is less than this.
constexpr double kTolerance = 0.05;

TEST(HumMeasurement, GroundLoopIsMeasuredAtItsLevels) {
  SimulatedStudio studio({}, kFast);
  studio.faults().set(Fault::groundLoop, true);
  const auto result = mustMeasure(measureHum(studio, humRequest()));
  EXPECT_EQ(result.kind, MeasurementKind::hum);
  ASSERT_EQ(result.channels.size(), 2U);
  EXPECT_TRUE(result.channels[0].hum.present);
  EXPECT_NEAR(humLevel(result, 1), -55.0, kTolerance);
  EXPECT_NEAR(humLevel(result, 3), -87.5, kTolerance);
  EXPECT_FALSE(result.channels[0].tone);
  EXPECT_EQ(result.capture.stimulus, std::nullopt);
  EXPECT_EQ(result.assessment.frames, 5 * 48'000);
}

TEST(HumMeasurement, CleanStudioHasNone) {
  SimulatedStudio studio({}, kFast);
  const auto result = mustMeasure(measureHum(studio, humRequest()));
  EXPECT_FALSE(result.channels[0].hum.present);
  EXPECT_FALSE(result.channels[1].hum.present);
}

TEST(HumMeasurement, LengthHasLimits) {
  SimulatedStudio studio({}, kFast);
  for (const double seconds : {0.4, 601.0, -1.0, std::nan("")}) {
    const auto result = measureHum(studio, humRequest(seconds));
    ASSERT_FALSE(result) << seconds;
    EXPECT_EQ(result.error().code, ErrorCode::usage);
  }
}

TEST(ToneMeasurement, CleanLoopIsAsGoodAsItsNoise) {
  SimulatedStudio studio({}, kFast);
  const auto result = mustMeasure(measureTone(studio, toneRequest()));
  EXPECT_EQ(result.kind, MeasurementKind::tone);
  ASSERT_TRUE(result.channels[0].tone);
  EXPECT_NEAR(result.channels[0].tone->level.value(), -20.0, 0.001);
  EXPECT_NEAR(result.channels[0].tone->frequency.value(), 997.0, 0.001);
  EXPECT_NEAR(result.channels[0].tone->thdn.value(), -90.0 + 10.0 * std::log10(19'980.0 / 24'000.0),
              0.2);
  EXPECT_EQ(result.capture.stimulus, TestTone{});
}

TEST(ToneMeasurement, LoudToneIsNotPlayedWithoutConsent) {
  SimulatedStudio studio({}, kFast);
  auto request = toneRequest();
  request.tone.level = DecibelsFs::of(-6.0);
  EXPECT_EQ(measureTone(studio, request).error().code, ErrorCode::usage);
  request.loud = LoudTone::confirmed;
  const auto result = mustMeasure(measureTone(studio, request));
  EXPECT_NEAR(result.channels[0].tone->level.value(), -6.0, 0.001);
}

TEST(ToneMeasurement, ClippingIsSeen) {
  SimulatedStudio studio({}, kFast);
  studio.faults().set(Fault::clipping, true);
  const auto result = mustMeasure(measureTone(studio, toneRequest()));
  EXPECT_GT(result.channels[0].clippedSamples, 1000);
  EXPECT_GT(result.channels[0].tone->thd.value(), -20.0);
}

struct FaultAndReason {
  Fault fault;
  InvalidReason reason;
};
class InvalidBy : public ::testing::TestWithParam<FaultAndReason> {};

TEST_P(InvalidBy, NoFigureIsShown) {
  SimulatedStudio studio({}, kFast);
  studio.faults().set(GetParam().fault, true);
  const auto result = measureTone(studio, toneRequest());
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result->assessment.validity.reason, GetParam().reason);
  EXPECT_FALSE(result->assessment.validity.text.empty());
  EXPECT_TRUE(result->channels.empty());
}

INSTANTIATE_TEST_SUITE_P(
    ToneMeasurement, InvalidBy,
    ::testing::Values(FaultAndReason{Fault::dropouts, InvalidReason::jump},
                      FaultAndReason{Fault::noLoopback, InvalidReason::noLoopback},
                      FaultAndReason{Fault::deadInput, InvalidReason::deadInput}),
    [](const auto& test) { return "Number" + std::to_string(test.index); });

TEST(Measurement, UnpluggedDeviceIsAnError) {
  SimulatedStudio studio({}, kFast);
  CaptureControl control;
  control.onProgress = [&studio](double) { studio.faults().set(Fault::unplugged, true); };
  EXPECT_EQ(measureHum(studio, humRequest(60.0), control).error().code, ErrorCode::audioDevice);
}

// How often a stream was begun, and whether the driver complains in the nth.
struct Attempts {
  ScriptedBackend backend;
  int count = 0;

  explicit Attempts(int flaggedAttempts) {
    backend.onBlock = [this, flaggedAttempts](std::int64_t frame) {
      if (frame == 0) ++count;
      backend.flags.inputOverflow = count <= flaggedAttempts;
    };
  }
  Result<Measurement> measure() {
    HumRequest request;
    request.stream = ScriptedBackend::fullDuplex();
    request.seconds = Seconds::of(1.0);
    return measureHum(backend, request);
  }
};

TEST(Measurement, DoubtfulCaptureIsRepeatedOnce) {
  Attempts passing(1);
  const auto result = passing.measure();
  ASSERT_TRUE(result);
  EXPECT_TRUE(result->assessment.validity.isValid());
  EXPECT_EQ(passing.count, 2);

  Attempts lasting(100);
  const auto invalid = lasting.measure();
  ASSERT_TRUE(invalid);
  EXPECT_EQ(invalid->assessment.validity.reason, InvalidReason::flagged);
  EXPECT_EQ(lasting.count, 2);
}

TEST(Measurement, WhatDoesNotPassIsNotRepeated) {
  Attempts attempts(0);
  ToneRequest request;
  request.stream = ScriptedBackend::fullDuplex();
  request.seconds = Seconds::of(1.0);
  const auto result = measureTone(attempts.backend, request);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->assessment.validity.reason, InvalidReason::noLoopback);
  EXPECT_EQ(attempts.count, 1);
}

TEST(Measurement, LengthsOfCapturesFitEachOther) {
  for (const int rate : {44'100, 48'000, 192'000}) {
    const auto frames = framesToCapture(Seconds::of(2.5), rate);
    EXPECT_NEAR(secondsAnalysed(frames, rate).value(), 2.5, 1e-9) << rate;
  }
}

void expectSame(const Measurement& a, const Measurement& b) {
  ASSERT_EQ(a.channels.size(), b.channels.size());
  EXPECT_EQ(a.assessment.firstFrame, b.assessment.firstFrame);
  EXPECT_EQ(a.assessment.frames, b.assessment.frames);
  for (std::size_t i = 0; i < a.channels.size(); ++i) {
    const ChannelAnalysis& x = a.channels[i];
    const ChannelAnalysis& y = b.channels[i];
    EXPECT_EQ(x.peak, y.peak);
    EXPECT_EQ(x.rms, y.rms);
    EXPECT_EQ(x.noise.aWeighted, y.noise.aWeighted);
    EXPECT_EQ(x.hum.present, y.hum.present);
    EXPECT_EQ(x.hum.fundamental, y.hum.fundamental);
    EXPECT_EQ(x.hum.total, y.hum.total);
    ASSERT_EQ(x.tone.has_value(), y.tone.has_value());
    if (x.tone) {
      EXPECT_EQ(x.tone->thdn, y.tone->thdn);
    }
  }
}

// Loaded, and captured again through the file backend: the same figures to the last bit.
TEST(Measurement, ReplayGivesTheSameFigures) {
  const TemporaryFolder folder;
  SimulatedStudio studio({}, kFast);
  studio.faults().set(Fault::groundLoop, true);
  const auto hum = mustMeasure(measureHum(studio, humRequest(3.0)));
  const auto tone = mustMeasure(measureTone(studio, toneRequest(2.0)));
  for (const Measurement* original : {&hum, &tone}) {
    ASSERT_TRUE(saveCapture(folder / "take.wav", original->capture));
    auto loaded = loadCapture(folder / "take.wav");
    ASSERT_TRUE(loaded);
    expectSame(evaluate(original->kind, *std::move(loaded), {}), *original);
  }

  ASSERT_TRUE(saveCapture(folder / "take.wav", hum.capture));
  auto backend = loadReplay({folder / "take.wav"}, kFast);
  ASSERT_TRUE(backend);
  HumRequest request;
  request.stream.input = (*backend)->devices()->front().id;
  request.seconds = secondsAnalysed(hum.capture.frames(), 48'000);
  expectSame(mustMeasure(measureHum(**backend, request)), hum);
}

}  // namespace
}  // namespace linecheck::measure
