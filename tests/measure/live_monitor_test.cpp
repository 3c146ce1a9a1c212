#include "measure/live_monitor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <thread>

#include "measure/capture_file.h"
#include "simulation/simulated_studio.h"
#include "support/scripted_backend.h"

namespace linecheck::measure {
namespace {

using namespace std::chrono_literals;
using linecheck::testing::ScriptedBackend;
using simulation::Fault;
using simulation::SimulatedStudio;

const audio::Pacing kFast{audio::Pace::asFastAsPossible};

audio::StreamConfig demoStudio() {
  audio::StreamConfig config;
  config.input = audio::DeviceId{SimulatedStudio::kHostApi, SimulatedStudio::kDeviceName};
  config.output = config.input;
  return config;
}

// Listens to a monitor until something has happened, as the window does; gives up after 30 s,
// which is long enough on any machine.
class Listener {
 public:
  explicit Listener(LiveMonitor& monitor) : monitor_(monitor) {}

  template <class Event>
  std::optional<Event> waitFor(const std::function<bool(const Event&)>& isWanted) {
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < 30s) {
      for (; next_ < seen_.size(); ++next_) {
        const auto* event = std::get_if<Event>(&seen_[next_]);
        if (event != nullptr && isWanted(*event)) return *event;
      }
      (void)monitor_.waitForEvents(100ms);
      for (LiveEvent& event : monitor_.takeEvents()) seen_.push_back(std::move(event));
    }
    ADD_FAILURE() << "the event did not come";
    return std::nullopt;
  }
  std::optional<LiveStateChange> waitForState(LiveState state) {
    return waitFor<LiveStateChange>([state](const auto& change) { return change.state == state; });
  }
  // The next picture that is as wanted.
  std::optional<SpectrumFrame> waitForFrame(
      const std::function<bool(const SpectrumFrame&)>& isWanted) {
    const auto start = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - start < 30s) {
      const SpectrumFrame* frame = monitor_.newestFrame();
      if (frame != nullptr && isWanted(*frame)) return *frame;
      std::this_thread::yield();
    }
    ADD_FAILURE() << "the picture did not come";
    return std::nullopt;
  }

 private:
  LiveMonitor& monitor_;
  std::vector<LiveEvent> seen_;
  std::size_t next_ = 0;
};

struct LiveMonitorTest : public ::testing::Test {
  std::shared_ptr<SimulatedStudio> studio =
      std::make_shared<SimulatedStudio>(simulation::StudioConfig{}, kFast);
  LiveMonitor monitor;
  Listener listener{monitor};

  void start() {
    monitor.start(studio, demoStudio());
    listener.waitForState(LiveState::starting);
    listener.waitForState(LiveState::running);
  }
};

TEST_F(LiveMonitorTest, ShowsAndNamesAGroundLoop) {
  studio->faults().set(Fault::groundLoop, true);
  start();
  const auto analysis =
      listener.waitFor<LiveAnalysis>([](const auto& a) { return a.channels.size() == 2; });
  ASSERT_TRUE(analysis);
  // The first verdict comes within 3 s, of which half a second settles.
  EXPECT_GE(analysis->duration.value(), 2.4);
  EXPECT_LE(analysis->duration.value(), 2.5);
  EXPECT_TRUE(analysis->channels[0].hum.present);
  EXPECT_NEAR(analysis->channels[0].hum.harmonics[0].level.value(), -55.0, 0.05);

  const auto frame = listener.waitForFrame([](const auto& f) { return f.averages >= 4; });
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->sampleRate, 48'000);
  EXPECT_EQ(frame->lostFrames, 0U);
  const double binWidth = 48'000.0 / static_cast<double>(frame->fftLength);
  const auto bin = static_cast<std::size_t>(std::lround(50.0 / binWidth));
  float power = 0.0F;
  for (std::size_t k = bin - 2; k <= bin + 2; ++k) power = std::max(power, frame->average[k]);
  EXPECT_NEAR(10.0 * std::log10(power), -55.0, 0.6);
}

TEST_F(LiveMonitorTest, FaultSwitchedWhileItRunsIsFound) {
  start();
  const auto clean = listener.waitFor<LiveAnalysis>([](const auto&) { return true; });
  ASSERT_TRUE(clean);
  EXPECT_FALSE(clean->channels[0].hum.present);
  studio->faults().set(Fault::supplyRipple, true);
  EXPECT_TRUE(
      listener.waitFor<LiveAnalysis>([](const auto& a) { return a.channels[0].hum.present; }));
  studio->faults().clear();
  EXPECT_TRUE(
      listener.waitFor<LiveAnalysis>([](const auto& a) { return !a.channels[0].hum.present; }));
}

TEST_F(LiveMonitorTest, AStretchThatIsAskedForHoldsNothingOfBefore) {
  studio->faults().set(Fault::groundLoop, true);
  start();
  const auto before = listener.waitFor<LiveAnalysis>([](const auto&) { return true; });
  ASSERT_TRUE(before);
  EXPECT_EQ(before->anew, 0U);
  studio->faults().clear();
  const auto anew = monitor.listenAnew(Seconds::of(3.0));
  const auto after = listener.waitFor<LiveAnalysis>([&](const auto& a) { return a.anew >= anew; });
  ASSERT_TRUE(after);
  EXPECT_FALSE(after->channels[0].hum.present);
}

TEST_F(LiveMonitorTest, ThePictureOfSuchAStretchShowsNothingOfBefore) {
  SpectrumSettings settings;
  settings.averaging = LiveAveraging::sinceReset;
  monitor.setSpectrum(settings);
  studio->faults().set(Fault::groundLoop, true);
  start();
  const auto at50 = [](const SpectrumFrame& frame) {
    const double binWidth = 48'000.0 / static_cast<double>(frame.fftLength);
    const auto bin = static_cast<std::size_t>(std::lround(50.0 / binWidth));
    return 10.0 * std::log10(*std::max_element(frame.average.begin() + static_cast<long>(bin) - 2,
                                               frame.average.begin() + static_cast<long>(bin) + 3));
  };
  ASSERT_TRUE(listener.waitForFrame([&](const auto& frame) { return at50(frame) > -60.0; }));
  studio->faults().clear();
  (void)monitor.listenAnew(Seconds::of(3.0));
  // An average of all that was would take hours to fall so far.
  EXPECT_TRUE(listener.waitForFrame([&](const auto& frame) { return at50(frame) < -100.0; }));
}

TEST_F(LiveMonitorTest, AStretchGrowsAsLongAsItIsAskedFor) {
  start();
  const auto longer = monitor.listenAnew(Seconds::of(12.0));
  const auto whole = listener.waitFor<LiveAnalysis>(
      [&](const auto& a) { return a.anew >= longer && a.duration.value() >= 12.0; });
  ASSERT_TRUE(whole);
  EXPECT_DOUBLE_EQ(whole->duration.value(), 12.0);
  const auto usual = monitor.listenAnew(Seconds::of(3.0));
  for (int i = 0; i < 5; ++i) {
    const auto next =
        listener.waitFor<LiveAnalysis>([&](const auto& a) { return a.anew >= usual; });
    ASSERT_TRUE(next);
    EXPECT_LE(next->duration.value(), 5.0);
  }
}

TEST_F(LiveMonitorTest, StopsAndStartsAgain) {
  for (int i = 0; i < 3; ++i) {
    start();
    monitor.stop();
    const auto stopped = listener.waitForState(LiveState::stopped);
    ASSERT_TRUE(stopped);
    EXPECT_FALSE(stopped->fault) << stopped->fault->message();
  }
}

TEST_F(LiveMonitorTest, StartingAnewClosesTheOldStream) {
  start();
  auto other = demoStudio();
  other.sampleRate = 96'000;
  monitor.start(studio, other);
  listener.waitForState(LiveState::stopped);
  listener.waitForState(LiveState::running);
  EXPECT_TRUE(listener.waitForFrame([](const auto& frame) { return frame.sampleRate == 96'000; }));
}

TEST_F(LiveMonitorTest, PlaysATone) {
  start();
  ASSERT_TRUE(monitor.playTone(TestTone{}));
  const auto playing =
      listener.waitFor<LiveAnalysis>([](const auto& a) { return a.channels[0].tone.has_value(); });
  ASSERT_TRUE(playing);
  EXPECT_NEAR(playing->channels[0].tone->level.value(), -20.0, 0.01);
  EXPECT_NEAR(playing->channels[0].tone->frequency.value(), 997.0, 0.01);
  monitor.stopTone();
  EXPECT_TRUE(listener.waitFor<LiveAnalysis>([](const auto& a) { return !a.channels[0].tone; }));
}

TEST_F(LiveMonitorTest, TonesNeedAnOutputAndConsent) {
  EXPECT_FALSE(monitor.playTone(TestTone{}));
  start();
  const TestTone loud{Hertz::of(997.0), DecibelsFs::of(-6.0)};
  EXPECT_EQ(monitor.playTone(loud).error().code, ErrorCode::usage);
  EXPECT_TRUE(monitor.playTone(loud, LoudTone::confirmed));
  auto inputOnly = demoStudio();
  inputOnly.output = std::nullopt;
  monitor.start(studio, inputOnly);
  listener.waitForState(LiveState::stopped);
  listener.waitForState(LiveState::running);
  EXPECT_FALSE(monitor.playTone(TestTone{}));
}

TEST_F(LiveMonitorTest, UnpluggingIsAFaultThatNamesTheDevice) {
  start();
  studio->faults().set(Fault::unplugged, true);
  const auto stopped = listener.waitForState(LiveState::stopped);
  ASSERT_TRUE(stopped);
  ASSERT_TRUE(stopped->fault);
  EXPECT_EQ(stopped->fault->code, ErrorCode::audioDevice);
  EXPECT_EQ(stopped->fault->where, SimulatedStudio::kDeviceName);
}

TEST_F(LiveMonitorTest, WhatCannotBeOpenedIsAFault) {
  auto wrong = demoStudio();
  wrong.sampleRate = 12'345;
  monitor.start(studio, wrong);
  const auto stopped = listener.waitForState(LiveState::stopped);
  ASSERT_TRUE(stopped && stopped->fault);
  EXPECT_EQ(stopped->fault->code, ErrorCode::unsupported);
}

TEST_F(LiveMonitorTest, UnflaggedDropoutsShowInATone) {
  studio->faults().set(Fault::dropouts, true);
  start();
  ASSERT_TRUE(monitor.playTone(TestTone{}));
  EXPECT_TRUE(
      listener.waitFor<LiveInterruption>([](const auto& event) { return event.lostFrames == 11; }));
  studio->faults().clear();
  EXPECT_TRUE(
      listener.waitFor<LiveAnalysis>([](const auto& a) { return a.channels[0].tone.has_value(); }));
}

TEST_F(LiveMonitorTest, MutedInputIsNoticed) {
  start();
  EXPECT_TRUE(listener.waitFor<InputLifeChange>(
      [](const auto& change) { return change.life == audio::InputLife::live; }));
  studio->faults().set(Fault::deadInput, true);
  EXPECT_TRUE(listener.waitFor<InputLifeChange>(
      [](const auto& change) { return change.life == audio::InputLife::dead; }));
}

TEST_F(LiveMonitorTest, SpectrumSettingsTakeEffectWhileItRuns) {
  start();
  SpectrumSettings settings;
  for (const std::size_t length : {4096U, 262'144U}) {
    settings.fftLength = length;
    settings.window = dsp::WindowKind::hann;
    settings.peakHold = true;
    monitor.setSpectrum(settings);
    const auto frame = listener.waitForFrame([length](const auto& f) {
      return f.fftLength == length && f.window == dsp::WindowKind::hann;
    });
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->average.size(), length / 2 + 1);
    EXPECT_EQ(frame->peakHold.size(), length / 2 + 1);
  }
}

TEST_F(LiveMonitorTest, FramesCountUp) {
  start();
  std::uint64_t last = 0;
  for (int i = 0; i < 20; ++i) {
    const auto frame = listener.waitForFrame([](const auto&) { return true; });
    ASSERT_TRUE(frame);
    EXPECT_GT(frame->sequence, last);
    last = frame->sequence;
  }
}

TEST_F(LiveMonitorTest, TakesDevicesOnItsOwnThread) {
  std::atomic<std::size_t> count = 0;
  monitor.runOnControlThread([&] {
    count = studio->devices()->size();
    count.notify_all();
  });
  count.wait(0);
  EXPECT_EQ(count, 1U);
}

TEST(LiveMonitor, ReplayEndsWithoutAFault) {
  audio::Recording recording;
  recording.name = "take";
  recording.samples.assign(10'000, 0.25F);
  LiveMonitor monitor;
  Listener listener(monitor);
  audio::StreamConfig config;
  config.input = audio::DeviceId{audio::FileBackend::kHostApi, "take"};
  config.inputChannels = 1;
  monitor.start(std::make_shared<audio::FileBackend>(std::vector{recording}, kFast), config);
  listener.waitForState(LiveState::running);
  const auto stopped = listener.waitForState(LiveState::stopped);
  ASSERT_TRUE(stopped);
  EXPECT_FALSE(stopped->fault);
}

// Nobody looks before the end, and still no row is missing.
TEST(LiveMonitor, EverySpectrumLeavesARowAtItsTime) {
  constexpr std::size_t kLength = 4096;
  constexpr std::size_t kHop = 1600;  // 30 a second.
  audio::Recording recording;
  recording.name = "take";
  recording.samples.assign(48'000, 0.25F);
  LiveMonitor monitor;
  Listener listener(monitor);
  SpectrumSettings small;
  small.fftLength = kLength;
  monitor.setSpectrum(small);
  audio::StreamConfig config;
  config.input = audio::DeviceId{audio::FileBackend::kHostApi, "take"};
  config.inputChannels = 1;
  monitor.start(std::make_shared<audio::FileBackend>(std::vector{recording}, kFast), config);
  listener.waitForState(LiveState::running);
  listener.waitForState(LiveState::stopped);
  const auto rows = monitor.takeRows();
  // What is still in the queue when the stream closes is nobody's.
  ASSERT_GE(rows.size(), 2U);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_FALSE(rows[i].isGap());
    EXPECT_EQ(rows[i].nyquist, Hertz::of(24'000));
    EXPECT_NEAR(rows[i].time.value(), static_cast<double>(kLength + i * kHop) / 48'000, 1e-9);
  }
}

// A driver that does not wait for a computer that is too slow.
TEST(LiveMonitor, LossIsReportedAndMarksThePictures) {
  auto backend = std::make_shared<ScriptedBackend>();
  backend->ignoresRoom = true;
  LiveMonitor monitor;
  Listener listener(monitor);
  SpectrumSettings small;
  small.fftLength = 4096;
  monitor.setSpectrum(small);
  monitor.start(backend, ScriptedBackend::fullDuplex());
  const auto broken =
      listener.waitFor<LiveInterruption>([](const auto& event) { return event.lostFrames > 0; });
  EXPECT_TRUE(broken);
  std::vector<WaterfallRow> rows = monitor.takeRows();
  EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.isGap(); }));
  EXPECT_TRUE(listener.waitForFrame([](const auto& frame) { return frame.lostFrames > 0; }));
}

float steepest(const std::vector<float>& samples) {
  float result = 0.0F;
  for (std::size_t i = 1; i < samples.size(); ++i) {
    result = std::max(result, std::abs(samples[i] - samples[i - 1]));
  }
  return result;
}

struct Stopping : public ::testing::Test {
  std::shared_ptr<ScriptedBackend> backend = std::make_shared<ScriptedBackend>();
  std::atomic<std::int64_t> frames = 0;

  // What was played by a monitor that plays a tone for a while and is then ended.
  std::vector<float> playedUntil(const std::function<void(LiveMonitor&)>& end) {
    backend->onBlock = [this](std::int64_t frame) {
      frames = frame;
      frames.notify_all();
    };
    LiveMonitor monitor;
    Listener listener(monitor);
    monitor.start(backend, ScriptedBackend::fullDuplex());
    listener.waitForState(LiveState::running);
    EXPECT_TRUE(monitor.playTone(TestTone{}));
    const std::int64_t since = frames;
    while (frames < since + 9600) frames.wait(frames);
    end(monitor);
    listener.waitForState(LiveState::stopped);
    return backend->played();
  }
};

TEST_F(Stopping, FadesATone) {
  const auto played = playedUntil([](LiveMonitor& monitor) { monitor.stop(); });
  EXPECT_LT(steepest(played), 0.0135F);
  EXPECT_GT(steepest(played), 0.012F);
  EXPECT_EQ(played.back(), 0.0F);
}

TEST_F(Stopping, EverythingIsAtOnceSilent) {
  const auto played = playedUntil([](LiveMonitor& monitor) { monitor.stopEverything(); });
  EXPECT_EQ(played.back(), 0.0F);
  // At full level until the first silent block.
  std::size_t last = played.size();
  while (last > 0 && played[last - 1] == 0.0F) --last;
  ASSERT_GE(last, 480U);
  float greatest = 0.0F;
  for (std::size_t i = last - 48; i < last; ++i) greatest = std::max(greatest, std::abs(played[i]));
  EXPECT_NEAR(greatest, 0.1F, 0.001F);
}

TEST_F(Stopping, DestructorFadesToo) {
  backend->onBlock = [this](std::int64_t frame) {
    frames = frame;
    frames.notify_all();
  };
  {
    LiveMonitor monitor;
    Listener listener(monitor);
    monitor.start(backend, ScriptedBackend::fullDuplex());
    listener.waitForState(LiveState::running);
    EXPECT_TRUE(monitor.playTone(TestTone{}));
    const std::int64_t since = frames;
    while (frames < since + 9600) frames.wait(frames);
  }
  EXPECT_LT(steepest(backend->played()), 0.0135F);
  EXPECT_EQ(backend->played().back(), 0.0F);
}

TEST(LiveMonitor, HangingDriverDoesNotHoldUpTheEnd) {
  auto backend = std::make_shared<ScriptedBackend>();
  backend->hangsAfter = 4800;
  LiveMonitor monitor;
  Listener listener(monitor);
  monitor.start(backend, ScriptedBackend::fullDuplex());
  listener.waitForState(LiveState::running);
  monitor.stop();
  EXPECT_TRUE(listener.waitForState(LiveState::stopped));
}

}  // namespace
}  // namespace linecheck::measure
