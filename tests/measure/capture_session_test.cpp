#include "measure/capture_session.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cmath>

#include "audio/file/file_backend.h"
#include "simulation/simulated_studio.h"
#include "support/scripted_backend.h"
#include "support/shared_clock.h"

namespace linecheck::measure {
namespace {

using linecheck::testing::ScriptedBackend;
using linecheck::testing::SteppingClock;
using simulation::Fault;
using simulation::SimulatedStudio;

const audio::Pacing kFast{audio::Pace::asFastAsPossible};

audio::StreamConfig demoStudio() {
  audio::StreamConfig config;
  config.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  config.output = config.input;
  return config;
}

simulation::StudioConfig noiseless() {
  simulation::StudioConfig config;
  config.converterNoise = DecibelsFs::silence();
  return config;
}

Stimulus tone(std::int64_t frames) {
  return *Stimulus::tone({Hertz::of(997.0), DecibelsFs::of(-20.0)}, Hertz::of(48000.0), frames);
}

TEST(CaptureSession, BringsBackTheStimulusBitForBit) {
  SimulatedStudio studio(noiseless(), kFast);
  const auto stimulus = tone(50'001);
  const auto result = capture(studio, demoStudio(), stimulus);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_EQ(result->frames(), 50'001);
  EXPECT_EQ(result->channels, 2);
  EXPECT_EQ(result->sampleRate, 48000);
  EXPECT_EQ(result->backend, "simulated");
  EXPECT_EQ(result->input, demoStudio().input);
  EXPECT_EQ(result->output, demoStudio().output);
  EXPECT_EQ(result->stimulus, stimulus.tone());
  EXPECT_EQ(result->lostFrames, 0);
  EXPECT_TRUE(result->flags.entries().empty());
  for (std::size_t i = SimulatedStudio::kLatencyFrames; i < 50'001; ++i) {
    const float played = stimulus.samples()[i - SimulatedStudio::kLatencyFrames];
    ASSERT_EQ(result->samples[2 * i], played) << i;
    ASSERT_EQ(result->samples[2 * i + 1], played) << i;
  }
}

TEST(CaptureSession, SilencePlaysNothingAndNeedsNoOutput) {
  SimulatedStudio studio(noiseless(), kFast);
  const auto result = capture(studio, demoStudio(), Stimulus::silence(10'000));
  ASSERT_TRUE(result);
  EXPECT_TRUE(std::all_of(result->samples.begin(), result->samples.end(),
                          [](float sample) { return sample == 0.0F; }));
  auto inputOnly = demoStudio();
  inputOnly.output = std::nullopt;
  EXPECT_TRUE(capture(studio, inputOnly, Stimulus::silence(10'000)));
}

TEST(CaptureSession, KeepsTheDriversFlagsWithTheirPlaces) {
  audio::Recording recording;
  recording.name = "take";
  recording.channels = 1;
  recording.samples.assign(4800, 0.25F);
  recording.flagged = {{480, 240, {.inputOverflow = true}}};
  audio::FileBackend backend({recording}, kFast);
  audio::StreamConfig config;
  config.input = audio::DeviceId{audio::FileBackend::kHostApi, "take"};
  config.inputChannels = 1;
  const auto result = capture(backend, config, Stimulus::silence(4800));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->flags.entries(), recording.flagged);
}

TEST(CaptureSession, ProgressGoesUpToOne) {
  SimulatedStudio studio(noiseless(), kFast);
  std::vector<double> progress;
  CaptureControl control;
  control.onProgress = [&progress](double done) { progress.push_back(done); };
  ASSERT_TRUE(capture(studio, demoStudio(), Stimulus::silence(100'000), control));
  ASSERT_FALSE(progress.empty());
  EXPECT_TRUE(std::is_sorted(progress.begin(), progress.end()));
  EXPECT_EQ(progress.back(), 1.0);
}

TEST(CaptureSession, ShowsItsPartsNotMoreOftenThanTheIntervalAllows) {
  SimulatedStudio studio(noiseless(), kFast);
  std::vector<std::int64_t> parts;
  CaptureControl control;
  const auto clock = std::make_shared<linecheck::testing::SharedClock>();
  control.clock = clock;
  control.onProgress = [&](double /*done*/) { clock->advance(kPartInterval / 8); };
  control.onPart = [&](const Capture& part) { parts.push_back(part.frames()); };
  std::size_t blocks = 0;
  const auto counted = control.onProgress;
  control.onProgress = [&](double done) {
    ++blocks;
    counted(done);
  };
  ASSERT_TRUE(capture(studio, demoStudio(), Stimulus::silence(2'000'000), control));
  ASSERT_FALSE(parts.empty());
  EXPECT_LE(parts.size(), blocks / 8);
  EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
  EXPECT_GT(parts.front(), 0);
}

TEST(CaptureSession, CancellingFadesTheToneOut) {
  ScriptedBackend backend;
  std::stop_source stop;
  CaptureControl control;
  control.stop = stop.get_token();
  backend.onBlock = [&](std::int64_t frame) {
    if (frame >= 24'000) stop.request_stop();
  };
  const auto result = capture(backend, backend.fullDuplex(), tone(4'800'000), control);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::cancelled);
  // No step from sample to sample beyond the tone's own: 0.1 · 2π · 997 / 48000, and the ramp's.
  const auto played = backend.played();
  float greatest = 0.0F;
  for (std::size_t i = 1; i < played.size(); ++i) {
    greatest = std::max(greatest, std::abs(played[i] - played[i - 1]));
  }
  EXPECT_LT(greatest, 0.0135F);
  EXPECT_GT(greatest, 0.012F);
  EXPECT_LT(std::abs(played.back()), 0.001F);
}

TEST(CaptureSession, CancelledSilenceEnds) {
  SimulatedStudio studio(noiseless(), {audio::Pace::realTime});
  std::stop_source stop;
  stop.request_stop();
  CaptureControl control;
  control.stop = stop.get_token();
  const auto result = capture(studio, demoStudio(), Stimulus::silence(48'000'000), control);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::cancelled);
}

TEST(CaptureSession, LostDeviceIsAnError) {
  SimulatedStudio studio(noiseless(), kFast);
  CaptureControl control;
  control.onProgress = [&studio](double) { studio.faults().set(Fault::unplugged, true); };
  const auto result = capture(studio, demoStudio(), Stimulus::silence(48'000'000), control);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::audioDevice);
  EXPECT_EQ(result.error().where, SimulatedStudio::kDeviceName);
}

TEST(CaptureSession, SilentDriverTimesOut) {
  ScriptedBackend backend;
  backend.hangsAfter = 4800;
  CaptureControl control;
  control.clock = std::make_shared<SteppingClock>(std::chrono::milliseconds(100));
  const auto result = capture(backend, backend.fullDuplex(), Stimulus::silence(48'000), control);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::audioDevice);
}

TEST(CaptureSession, ReplayThatIsTooShortIsAnError) {
  audio::Recording recording;
  recording.name = "take";
  recording.samples.assign(1000, 0.25F);
  audio::FileBackend backend({recording}, kFast);
  audio::StreamConfig config;
  config.input = audio::DeviceId{audio::FileBackend::kHostApi, "take"};
  config.inputChannels = 1;
  const auto result = capture(backend, config, Stimulus::silence(4800));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::measurementInvalid);
  EXPECT_NE(result.error().what.find("1000 of 4800"), std::string::npos) << result.error().what;
}

// A driver that does not wait, and a computer too slow to fetch what it brings.
TEST(CaptureSession, OverflowIsCounted) {
  ScriptedBackend backend;
  backend.ignoresRoom = true;
  std::atomic<bool> isAtEnd = false;
  constexpr std::int64_t kFrames = 960'000;
  backend.onBlock = [&](std::int64_t frame) {
    if (frame >= kFrames - ScriptedBackend::kBlockFrames) {
      isAtEnd = true;
      isAtEnd.notify_all();
    }
  };
  CaptureControl control;
  control.onProgress = [&](double) { isAtEnd.wait(false); };
  const auto result = capture(backend, backend.fullDuplex(), Stimulus::silence(kFrames), control);
  ASSERT_TRUE(result) << result.error().message();
  EXPECT_GT(result->lostFrames, 0);
  EXPECT_GE(result->frames() + result->lostFrames, kFrames);
}

TEST(CaptureSession, WhatCannotBeOpenedIsTheBackendsError) {
  SimulatedStudio studio(noiseless(), kFast);
  auto config = demoStudio();
  config.sampleRate = 12'345;
  const auto result = capture(studio, config, Stimulus::silence(100));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::unsupported);
}

TEST(CaptureSession, AbsurdLengthIsRefused) {
  SimulatedStudio studio(noiseless(), kFast);
  const auto result = capture(studio, demoStudio(), Stimulus::silence(kMaxCaptureSamples));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::usage);
}

TEST(CaptureSession, NeedsAnInputAndForAToneAnOutput) {
  SimulatedStudio studio(noiseless(), kFast);
  auto config = demoStudio();
  config.output = std::nullopt;
  EXPECT_EQ(capture(studio, config, tone(100)).error().code, ErrorCode::usage);
  config = demoStudio();
  config.input = std::nullopt;
  EXPECT_EQ(capture(studio, config, tone(100)).error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::measure
