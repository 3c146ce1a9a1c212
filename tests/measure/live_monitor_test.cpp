#include "measure/live_monitor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>

#include "simulation/simulated_studio.h"
#include "support/scripted_backend.h"

namespace linecheck::measure {
namespace {

using namespace std::chrono_literals;
using ::testing::DoubleNear;

// Long enough for the slowest machine; a test that passes never waits for it.
constexpr auto kPatience = 60s;

class LiveMonitorTest : public ::testing::Test {
 protected:
  LiveMonitorTest() {
    simulation::StudioConfig config;
    studio_ = std::make_shared<simulation::SimulatedStudio>(
        config, audio::Pacing{audio::Pace::asFastAsPossible});
    config_.input = audio::DeviceId{simulation::SimulatedStudio::kHostApi,
                                    simulation::SimulatedStudio::kDeviceName};
    config_.output = config_.input;
  }

  // The first event of a type that fits; events before it are dropped. None if it does not come.
  template <class Event>
  std::optional<Event> await(const std::function<bool(const Event&)>& fits = {}) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < deadline) {
      while (!pending_.empty()) {
        LiveEvent event = std::move(pending_.front());
        pending_.erase(pending_.begin());
        if (auto* found = std::get_if<Event>(&event); found != nullptr && (!fits || fits(*found))) {
          return std::move(*found);
        }
      }
      if (monitor_.waitForEvents(1s)) pending_ = monitor_.takeEvents();
    }
    return std::nullopt;
  }

  bool awaitState(LiveState state) {
    return await<LiveStateChange>([state](const auto& c) { return c.state == state; }).has_value();
  }

  // A frame that fits, or null.
  const SpectrumFrame* awaitFrame(const std::function<bool(const SpectrumFrame&)>& fits) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < deadline) {
      const SpectrumFrame* frame = monitor_.newestFrame();
      if (frame != nullptr && fits(*frame)) return frame;
      std::this_thread::yield();
    }
    return nullptr;
  }

  std::shared_ptr<simulation::SimulatedStudio> studio_;
  audio::StreamConfig config_;
  std::vector<LiveEvent> pending_;
  LiveMonitor monitor_;
};

TEST_F(LiveMonitorTest, ACleanStudioHasNoHumUntilALoopIsClosed) {
  monitor_.start(studio_, config_);
  ASSERT_TRUE(awaitState(LiveState::running));
  const auto quiet = await<LiveAnalysis>();
  ASSERT_TRUE(quiet);
  ASSERT_EQ(quiet->channels.size(), 2u);
  EXPECT_FALSE(quiet->channels[0].hum.present);
  EXPECT_GE(quiet->duration.value(), 3.0);

  studio_->faults().set(simulation::Fault::groundLoop, true);
  const auto hum = await<LiveAnalysis>(
      [](const LiveAnalysis& analysis) { return analysis.channels[0].hum.present; });
  ASSERT_TRUE(hum);
  EXPECT_THAT(hum->channels[0].hum.fundamental.value(), DoubleNear(50.0, 0.5));

  monitor_.stop();
  EXPECT_TRUE(awaitState(LiveState::stopped));
}

TEST_F(LiveMonitorTest, FramesFollowTheSettings) {
  monitor_.start(studio_, config_);
  EXPECT_TRUE(awaitFrame([](const auto& frame) { return frame.fftLength == 65536; }));
  SpectrumSettings settings;
  settings.fftLength = 4096;
  settings.window = dsp::WindowKind::hann;
  settings.peakHold = true;
  monitor_.setSpectrum(settings);
  const SpectrumFrame* frame =
      awaitFrame([](const auto& newest) { return newest.fftLength == 4096; });
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->average.size(), 2049u);
  EXPECT_EQ(frame->peakHold.size(), 2049u);
  EXPECT_EQ(frame->window, dsp::WindowKind::hann);
  EXPECT_THAT(frame->enbwBins, DoubleNear(1.5, 1e-9));
  EXPECT_EQ(frame->lostFrames, 0u);
}

TEST_F(LiveMonitorTest, ATestToneIsPlayedAndMeasured) {
  monitor_.start(studio_, config_);
  ASSERT_TRUE(awaitState(LiveState::running));
  ASSERT_TRUE(monitor_.playTone({Hertz::of(997), DecibelsFs::of(-20)}));
  const auto found = await<LiveAnalysis>(
      [](const LiveAnalysis& analysis) { return analysis.channels[0].tone.has_value(); });
  ASSERT_TRUE(found);
  EXPECT_THAT(found->channels[0].tone->frequency.value(), DoubleNear(997.0, 0.01));
  EXPECT_THAT(found->channels[0].tone->level.value(), DoubleNear(-20.0, 0.01));
  EXPECT_TRUE(await<LiveAnalysis>([this](const LiveAnalysis& analysis) {
    monitor_.stopTone();
    return !analysis.channels[0].tone.has_value();
  }));
}

TEST_F(LiveMonitorTest, ALoudToneNeedsConsent) {
  monitor_.start(studio_, config_);
  ASSERT_TRUE(awaitState(LiveState::running));
  const TestTone loud{Hertz::of(997), DecibelsFs::of(-6)};
  const auto refused = monitor_.playTone(loud);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::usage);
  EXPECT_TRUE(monitor_.playTone(loud, LoudTone::confirmed));
}

TEST_F(LiveMonitorTest, WithoutAStreamThereIsNoTone) {
  EXPECT_FALSE(monitor_.playTone({}));
}

TEST_F(LiveMonitorTest, AnUnknownDeviceIsReported) {
  config_.input = audio::DeviceId{simulation::SimulatedStudio::kHostApi, "Nothing"};
  monitor_.start(studio_, config_);
  const auto stopped = await<LiveStateChange>(
      [](const LiveStateChange& change) { return change.state == LiveState::stopped; });
  ASSERT_TRUE(stopped);
  EXPECT_TRUE(stopped->fault);
}

TEST_F(LiveMonitorTest, ALostDeviceStopsWithItsReason) {
  monitor_.start(studio_, config_);
  ASSERT_TRUE(awaitState(LiveState::running));
  studio_->faults().set(simulation::Fault::unplugged, true);
  const auto stopped = await<LiveStateChange>(
      [](const LiveStateChange& change) { return change.state == LiveState::stopped; });
  ASSERT_TRUE(stopped);
  ASSERT_TRUE(stopped->fault);
  EXPECT_EQ(stopped->fault->code, ErrorCode::audioDevice);
}

TEST_F(LiveMonitorTest, DeadInputIsTold) {
  studio_->faults().set(simulation::Fault::deadInput, true);
  monitor_.start(studio_, config_);
  EXPECT_TRUE(await<InputLifeChange>([](const InputLifeChange& change) {
    return change.life == audio::InputLife::silent || change.life == audio::InputLife::dead;
  }));
}

TEST_F(LiveMonitorTest, LostFramesBreakTheAnalysisAndAreCounted) {
  auto backend = std::make_shared<testing::ScriptedBackend>();
  backend->ignoresRoom = true;  // Floods the queue faster than anybody can drain it.
  monitor_.start(backend, testing::ScriptedBackend::fullDuplex());
  const auto broken = await<LiveInterruption>(
      [](const LiveInterruption& interruption) { return interruption.lostFrames > 0; });
  ASSERT_TRUE(broken);
  EXPECT_TRUE(awaitFrame([](const SpectrumFrame& frame) { return frame.lostFrames > 0; }));
}

TEST_F(LiveMonitorTest, StopEverythingSilencesAtOnce) {
  auto backend = std::make_shared<testing::ScriptedBackend>();
  monitor_.start(backend, testing::ScriptedBackend::fullDuplex());
  ASSERT_TRUE(awaitState(LiveState::running));
  ASSERT_TRUE(monitor_.playTone({Hertz::of(1000), DecibelsFs::of(-20)}));
  ASSERT_TRUE(await<LiveAnalysis>());
  monitor_.stopEverything();
  ASSERT_TRUE(awaitState(LiveState::stopped));
  // From full level to zero between one block and the next: no ramp lies in between.
  const std::vector<float> played = backend->played();
  const auto lastSound =
      std::find_if(played.rbegin(), played.rend(), [](float sample) { return sample != 0.0F; });
  ASSERT_NE(lastSound, played.rend());
  const auto end = static_cast<std::size_t>(played.rend() - lastSound);
  float loudest = 0.0F;
  for (std::size_t i = end - 48; i < end; ++i) loudest = std::max(loudest, std::abs(played[i]));
  EXPECT_THAT(loudest, ::testing::FloatNear(0.1F, 0.002F));
  EXPECT_NEAR(static_cast<double>(end % testing::ScriptedBackend::kBlockFrames), 0.0, 1.0);
}

TEST_F(LiveMonitorTest, StopFadesOut) {
  auto backend = std::make_shared<testing::ScriptedBackend>();
  monitor_.start(backend, testing::ScriptedBackend::fullDuplex());
  ASSERT_TRUE(awaitState(LiveState::running));
  ASSERT_TRUE(monitor_.playTone({Hertz::of(1000), DecibelsFs::of(-20)}));
  ASSERT_TRUE(await<LiveAnalysis>());
  monitor_.stop();
  ASSERT_TRUE(awaitState(LiveState::stopped));
  float greatestStep = 0.0F;
  const std::vector<float> played = backend->played();
  for (std::size_t i = 1; i < played.size(); ++i) {
    greatestStep = std::max(greatestStep, std::abs(played[i] - played[i - 1]));
  }
  // A 1 kHz sine of peak 0.1 moves 0.0131 from sample to sample at most; a click would exceed it.
  EXPECT_LT(greatestStep, 0.0132F);
  EXPECT_EQ(played.back(), 0.0F);
}

TEST_F(LiveMonitorTest, AMonitorThatGoesAwayClosesItsStream) {
  auto backend = std::make_shared<testing::ScriptedBackend>();
  {
    LiveMonitor other;
    other.start(backend, testing::ScriptedBackend::fullDuplex());
  }
  EXPECT_EQ(backend.use_count(), 1);
}

}  // namespace
}  // namespace linecheck::measure
