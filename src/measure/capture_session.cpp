#include "measure/capture_session.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "measure/capture_queue.h"
#include "measure/ramped_gain.h"
#include "measure/unwatched.h"
#include "realtime/watchdog.h"

namespace linecheck::measure {
namespace {

using namespace std::chrono_literals;

constexpr Clock::Duration kPoll = 2ms;
constexpr std::int64_t kQueueSeconds = 2;
constexpr std::size_t kFramesPerRead = 8192;

// The audio callback: copies the stimulus out and the input in.
class Session final : public audio::BlockProcessor {
 public:
  Session(const Stimulus& stimulus, const audio::StreamConfig& stream)
      : stimulus_(stimulus),
        outputChannels_(stream.output ? static_cast<std::size_t>(stream.outputChannels) : 0),
        gain_(static_cast<std::int64_t>(kRamp.value() * stream.sampleRate)),
        queue_(stream.inputChannels, kQueueSeconds * stream.sampleRate),
        watchdog_(kQueueSeconds * stream.sampleRate) {
    gain_.jumpTo(1.0);
  }

  bool process(const audio::Block& block) noexcept override {
    const bool isWatched = watchdog_.isAlive(block.frames) || stimulus_.samples().empty();
    if (!isWatched || isCancelled_.load(std::memory_order_relaxed)) gain_.moveTo(0.0);
    if (block.output != nullptr) play({block.output, outputChannels_ * samplesOf(block.frames)});
    queue_.push(block);
    played_ += block.frames;
    const bool isDone = played_ >= stimulus_.frames() || gain_.isSilent();
    if (isDone) isDone_.store(true, std::memory_order_release);
    return !isDone;
  }
  bool hasRoom(int frames) noexcept override {
    watchdog_.sleep();
    return queue_.hasRoom(frames);
  }

  /// Thread-safe: yes.
  void cancel() {
    // Nothing sounds, so nothing has to fade.
    if (stimulus_.samples().empty()) isDone_ = true;
    isCancelled_ = true;
  }
  void beat() { watchdog_.beat(); }
  /// What played has been silenced, for nobody took what was captured.
  [[nodiscard]] bool isUnwatched() const {
    return watchdog_.hasBarked() && !stimulus_.samples().empty();
  }
  [[nodiscard]] bool isDone() const { return isDone_.load(std::memory_order_acquire); }
  [[nodiscard]] CaptureQueue& queue() { return queue_; }

 private:
  static std::size_t samplesOf(std::int64_t frames) { return static_cast<std::size_t>(frames); }

  void play(std::span<float> output) noexcept {
    const auto samples = stimulus_.samples();
    const auto stride = static_cast<std::size_t>(stimulus_.channels());
    auto next = samplesOf(played_) * stride;
    for (std::size_t i = 0; i < output.size(); i += outputChannels_, next += stride) {
      const double gain = gain_.next();
      for (std::size_t channel = 0; channel < outputChannels_; ++channel) {
        const bool isPlayed = next < samples.size() && (stride == 1 || channel < stride);
        const std::size_t at = next + (stride == 1 ? 0 : channel);
        output[i + channel] =
            isPlayed ? static_cast<float>(gain * static_cast<double>(samples[at])) : 0.0F;
      }
    }
  }

  const Stimulus& stimulus_;
  std::size_t outputChannels_;
  RampedGain gain_;
  CaptureQueue queue_;
  realtime::Watchdog watchdog_;
  std::int64_t played_ = 0;
  std::atomic<bool> isCancelled_ = false;
  std::atomic<bool> isDone_ = false;
};

// Waits a little, or until the caller wants to stop.
void rest(const std::stop_token& stop) {
  std::mutex mutex;
  std::condition_variable_any wake;
  std::unique_lock lock(mutex);
  wake.wait_for(lock, stop, kPoll, [] { return false; });
}

void drain(CaptureQueue& queue, std::int64_t wanted, Capture& capture) {
  const auto channels = static_cast<std::size_t>(capture.channels);
  const std::int64_t left = wanted - capture.frames();
  const std::size_t before = capture.samples.size();
  const std::size_t room = std::min(kFramesPerRead, static_cast<std::size_t>(left));
  capture.samples.resize(before + room * channels);
  const std::int64_t frames = queue.read(std::span(capture.samples).subspan(before));
  capture.samples.resize(before + static_cast<std::size_t>(frames) * channels);
  CaptureQueue::Event event;
  while (queue.nextEvent(event)) capture.flags.add(event.flagged);
  capture.lostFrames = queue.lostFrames();
}

std::string deviceName(const audio::StreamConfig& stream) {
  return stream.input ? stream.input->name : std::string();
}

}  // namespace

Result<Capture> capture(audio::Backend& backend, const audio::StreamConfig& config,
                        const Stimulus& stimulus, const CaptureControl& control) {
  if (!config.input || config.inputChannels < 1) {
    return fail(ErrorCode::usage, "A capture needs an input.");
  }
  if (!stimulus.samples().empty() && !config.output) {
    return fail(ErrorCode::usage, "A test tone needs an output.");
  }
  if (stimulus.frames() < 1 || stimulus.frames() > kMaxCaptureSamples / config.inputChannels) {
    return fail(ErrorCode::usage, "A capture of that length is not possible.");
  }
  Session session(stimulus, config);
  auto opened = backend.open(config, session);
  if (!opened) return fail(opened.error());
  audio::Stream& stream = **opened;
  if (auto started = stream.start(); !started) return fail(started.error());

  Capture result;
  result.channels = config.inputChannels;
  result.sampleRate = stream.sampleRate();
  result.backend = backend.name();
  result.input = config.input;
  result.output = config.output;
  result.stimulus = stimulus.tone();
  result.startedAt =
      std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  result.samples.reserve(static_cast<std::size_t>(stimulus.frames()) *
                         static_cast<std::size_t>(result.channels));

  Clock::Duration lastProgress = control.clock->now();
  Clock::Duration lastPart = lastProgress;
  std::int64_t framesThen = 0;
  while (true) {
    // In this order: a stream that its processor ended is seen as done, with all its frames.
    session.beat();
    const auto state = stream.state();
    const bool isDone = session.isDone();
    drain(session.queue(), stimulus.frames(), result);
    const std::int64_t seen = result.frames() + result.lostFrames;
    const bool isCancelled = control.stop.stop_requested();
    if (isCancelled) {
      if (isDone && seen == framesThen) {
        if (control.keepsPart) return result;
        return fail(ErrorCode::cancelled, "Stopped before the capture was complete.");
      }
      session.cancel();
    }
    if (seen > framesThen) {
      framesThen = seen;
      lastProgress = control.clock->now();
      if (control.onProgress) {
        control.onProgress(
            std::min(1.0, static_cast<double>(seen) / static_cast<double>(stimulus.frames())));
      }
      if (control.onPart && lastProgress - lastPart >= kPartInterval) {
        control.onPart(result);
        lastPart = control.clock->now();
      }
      continue;
    }
    if (seen >= stimulus.frames()) return result;
    // What was captured until then would have lost samples.
    if (session.isUnwatched() && isDone) return fail(unwatchedError());
    if (state == audio::StreamState::lost) {
      return fail(stream.fault().value_or(
          Error{ErrorCode::audioDevice, "The device was lost.", deviceName(config)}));
    }
    if (state != audio::StreamState::running && !isDone) {
      return fail(ErrorCode::measurementInvalid,
                  fmt::format("The input ended after {} of {} frames.", seen, stimulus.frames()),
                  deviceName(config));
    }
    if (control.clock->now() - lastProgress > control.timeout) {
      return fail(ErrorCode::audioDevice, "The device stopped delivering audio.",
                  deviceName(config));
    }
    rest(isCancelled ? std::stop_token() : control.stop);
  }
}

}  // namespace linecheck::measure
