// From PortAudio's callback to a verdict, on real captures.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "diagnosis/channel_diagnoses.h"
#include "integration/jack_loop.h"
#include "measure/hum_measurement.h"
#include "measure/tone_measurement.h"

namespace linecheck::testing {
namespace {

using ::testing::DoubleNear;

measure::ToneRequest loudTone(const JackLoop& loop) {
  measure::ToneRequest request;
  request.stream = loop.config;
  request.tone = {Hertz::of(1000.0), DecibelsFs::of(-6.0)};
  request.loud = measure::LoudTone::confirmed;
  request.seconds = Seconds::of(3.0);
  return request;
}

TEST(MeasuredLoop, ToneAndHumAreNamedAtTheirLevels) {
  FaultBox::Options box;
  box.fault.hum = {{50.0, -60.0}, {100.0, -70.0}, {150.0, -80.0}};
  box.fault.noiseDbfs = -100.0;
  JackLoop loop({}, box);
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  const auto measured = measure::measureTone(*loop.backend, loudTone(loop));
  ASSERT_TRUE(measured) << measured.error().message();
  ASSERT_TRUE(measured->assessment.validity.isValid()) << measured->assessment.validity.text;
  for (const measure::ChannelAnalysis& channel : measured->channels) {
    ASSERT_TRUE(channel.tone);
    EXPECT_THAT(channel.tone->frequency.value(), DoubleNear(1000.0, 1e-3));
    EXPECT_THAT(channel.tone->level.value(), DoubleNear(-6.0, 0.01));
    ASSERT_TRUE(channel.hum.present);
    EXPECT_THAT(channel.hum.fundamental.value(), DoubleNear(50.0, 0.001));
    for (std::size_t i = 0; i < 3; ++i) {
      const dsp::HumHarmonic& harmonic = channel.hum.harmonics[i];
      EXPECT_TRUE(harmonic.detected) << harmonic.order;
      EXPECT_THAT(harmonic.level.value(), DoubleNear(-60.0 - 10.0 * static_cast<double>(i), 0.05));
    }
    // The power sum of −60, −70 and −80 dBFS; the tone on 20 × 50 Hz is no part of it.
    EXPECT_THAT(channel.hum.total.value(), DoubleNear(-59.547, 0.05));
  }
  for (const diagnosis::Diagnosis& channel : diagnosis::diagnoseEach(*measured)) {
    EXPECT_NE(channel.main().cause, diagnosis::Cause::noHum);
  }
}

TEST(MeasuredLoop, ACleanLoopHasNoHum) {
  FaultBox::Options box;
  box.fault.noiseDbfs = -110.0;
  JackLoop loop({}, box);
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  measure::HumRequest request;
  request.stream = loop.config;
  request.seconds = Seconds::of(3.0);
  const auto measured = measure::measureHum(*loop.backend, request);
  ASSERT_TRUE(measured) << measured.error().message();
  ASSERT_TRUE(measured->assessment.validity.isValid()) << measured->assessment.validity.text;
  for (const diagnosis::Diagnosis& channel : diagnosis::diagnoseEach(*measured)) {
    EXPECT_EQ(channel.main().cause, diagnosis::Cause::noHum);
  }
  EXPECT_THAT(measured->channels[0].rms.value(), DoubleNear(-110.0, 0.1));
}

TEST(MeasuredLoop, ADropoutMakesTheMeasurementInvalid) {
  FaultBox::Options box;
  // One in the first capture and one in its repetition.
  for (const std::int64_t frame : {60'000, 260'000, 330'000}) {
    box.fault.dropouts.push_back({frame, 7, Dropout::Kind::removed});
  }
  box.fault.noiseDbfs = -100.0;
  JackLoop loop({}, box);
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  const auto measured = measure::measureTone(*loop.backend, loudTone(loop));
  ASSERT_TRUE(measured) << measured.error().message();
  const bool wasRepeated = loop.box.droppedFrames() > 7;
  // Either the repetition met a dropout too and there is no figure, or it met none and is sound.
  EXPECT_TRUE(wasRepeated || measured->assessment.validity.isValid());
  if (!measured->assessment.validity.isValid()) {
    EXPECT_EQ(measured->assessment.validity.reason, measure::InvalidReason::jump);
    EXPECT_TRUE(measured->channels.empty());
  }
}

TEST(MeasuredLoop, AKilledServerIsAnErrorWithinSeconds) {
  JackLoop loop;
  ASSERT_TRUE(loop.isUp()) << loop.server.output();
  measure::HumRequest request;
  request.stream = loop.config;
  request.seconds = Seconds::of(60.0);
  measure::CaptureControl control;
  bool isKilled = false;
  control.onProgress = [&](double done) {
    if (done > 0.0 && !isKilled) {
      isKilled = true;
      loop.server.kill();
    }
  };
  const auto begun = std::chrono::steady_clock::now();
  const auto measured = measure::measureHum(*loop.backend, request, control);
  ASSERT_FALSE(measured);
  EXPECT_EQ(measured.error().code, ErrorCode::audioDevice);
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
}

}  // namespace
}  // namespace linecheck::testing
