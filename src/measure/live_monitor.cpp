#include "measure/live_monitor.h"

#include <chrono>
#include <future>
#include <utility>

#include "measure/unwatched.h"

namespace linecheck::measure {
namespace {

using namespace std::chrono_literals;

// A fade takes one ramp and a few blocks; a device that calls back no more must not hold us up.
constexpr auto kFadeLimit = 300ms;

}  // namespace

// One open stream with what hangs on it, in the order in which it is taken down: the stream first,
// so that the callback has ended before its processor goes.
struct LiveMonitor::Run {
  Run(std::shared_ptr<audio::Backend> usedBackend, const audio::StreamConfig& usedConfig)
      : backend(std::move(usedBackend)), config(usedConfig), processor(usedConfig) {}

  std::shared_ptr<audio::Backend> backend;
  audio::StreamConfig config;
  LiveProcessor processor;
  std::unique_ptr<LiveAnalyser> analyser;
  std::unique_ptr<audio::Stream> stream;
};

LiveMonitor::LiveMonitor() : control_([this] { watch(); }) {}

LiveMonitor::~LiveMonitor() {
  std::promise<void> closed;
  control_.post([this, &closed] {
    close();
    closed.set_value();
  });
  closed.get_future().wait();
}

void LiveMonitor::start(std::shared_ptr<audio::Backend> backend,
                        const audio::StreamConfig& config) {
  events_.push(LiveStateChange{LiveState::starting, {}});
  control_.post([this, backend = std::move(backend), config] { open(backend, config); });
}

void LiveMonitor::stop() {
  control_.post([this] { close(); });
}

void LiveMonitor::stopEverything() {
  {
    const std::lock_guard lock(runMutex_);
    if (run_) run_->processor.silence();
  }
  stop();
}

Result<void> LiveMonitor::playTone(const TestTone& tone, LoudTone loud) {
  const std::lock_guard lock(runMutex_);
  if (!run_ || !run_->config.output) {
    return fail(ErrorCode::usage, "Nothing is being played to: start with an output first.");
  }
  auto allowed = checkTone(tone, Hertz::of(run_->config.sampleRate), loud);
  if (!allowed) return allowed;
  run_->processor.playTone(tone);
  settings_.setStimulus(tone.frequency);
  return {};
}

void LiveMonitor::stopTone() {
  const std::lock_guard lock(runMutex_);
  if (run_) run_->processor.fadeOut();
  settings_.setStimulus({});
}

const SpectrumFrame* LiveMonitor::newestFrame() {
  return frames_.takeNewest() ? &frames_.front() : nullptr;
}

void LiveMonitor::open(const std::shared_ptr<audio::Backend>& backend,
                       const audio::StreamConfig& config) {
  close();
  auto run = std::make_shared<Run>(backend, config);
  const auto refuse = [this](const Error& error) {
    events_.push(LiveStateChange{LiveState::stopped, error});
  };
  auto stream = backend->open(config, run->processor);
  if (!stream) return refuse(stream.error());
  run->stream = std::move(*stream);
  settings_.setStimulus({});
  rows_.clear();
  run->analyser = std::make_unique<LiveAnalyser>(config, run->processor, settings_, frames_, rows_,
                                                 events_, sequence_);
  if (const auto started = run->stream->start(); !started) return refuse(started.error());
  {
    const std::lock_guard lock(runMutex_);
    run_ = std::move(run);
  }
  events_.push(LiveStateChange{LiveState::running, {}});
}

void LiveMonitor::close(std::optional<Error> fault) {
  std::shared_ptr<Run> run;
  {
    const std::lock_guard lock(runMutex_);
    run = run_;
  }
  if (!run) return;
  run->processor.fadeOut();
  const auto deadline = std::chrono::steady_clock::now() + kFadeLimit;
  while (!run->processor.isQuiet() && std::chrono::steady_clock::now() < deadline) {
    std::this_thread::sleep_for(2ms);
  }
  if (!fault) fault = run->stream->fault();
  if (const auto stopped = run->stream->stop(); !stopped) fault = stopped.error();
  {
    const std::lock_guard lock(runMutex_);
    run_.reset();
  }
  run->stream.reset();
  run->analyser.reset();
  events_.push(LiveStateChange{LiveState::stopped, fault});
}

void LiveMonitor::watch() {
  // Only this thread changes the pointer.
  if (!run_) return;
  if (run_->processor.isUnwatched()) return close(unwatchedError());
  const audio::StreamState state = run_->stream->state();
  if (state == audio::StreamState::lost || state == audio::StreamState::finished) close();
}

}  // namespace linecheck::measure
