#include "audio/paced/paced_stream.h"

#include <algorithm>
#include <chrono>

namespace linecheck::audio {
namespace {

using namespace std::chrono_literals;

constexpr int kBlocksPerSecond = 200;
constexpr Clock::Duration kGreatestDelay = 500ms;
// How often the clock is looked at again: an injected one may have moved on by itself.
constexpr Clock::Duration kGreatestWait = 20ms;
constexpr Clock::Duration kRoomPoll = 200us;

std::size_t samplesOf(const std::optional<DeviceId>& device, int channels, int frames) {
  return device ? static_cast<std::size_t>(channels) * static_cast<std::size_t>(frames) : 0;
}

Clock::Duration durationOf(std::int64_t frames, int sampleRate) {
  const std::int64_t seconds = frames / sampleRate;
  const std::int64_t rest = frames % sampleRate;
  return std::chrono::seconds(seconds) +
         std::chrono::nanoseconds(rest * 1'000'000'000 / sampleRate);
}

}  // namespace

PacedStream::PacedStream(const StreamConfig& config, std::unique_ptr<VirtualDevice> device,
                         BlockProcessor& processor, Pacing pacing)
    : config_(config),
      device_(std::move(device)),
      processor_(processor),
      pacing_(std::move(pacing)),
      blockFrames_(config.framesPerBuffer > 0 ? config.framesPerBuffer
                                              : std::max(1, config.sampleRate / kBlocksPerSecond)),
      input_(samplesOf(config.input, config.inputChannels, blockFrames_)),
      output_(samplesOf(config.output, config.outputChannels, blockFrames_)) {}

PacedStream::~PacedStream() {
  (void)PacedStream::stop();
}

Result<void> PacedStream::start() {
  if (thread_.joinable()) return fail(ErrorCode::usage, "The stream is already started.");
  state_ = StreamState::running;
  thread_ = std::jthread(
      [this, now = pacing_.clock->now()](const std::stop_token& stop) { run(stop, now); });
  return {};
}

Result<void> PacedStream::stop() {
  if (!thread_.joinable()) return {};
  thread_.request_stop();
  thread_.join();
  thread_ = {};
  state_ = StreamState::stopped;
  return {};
}

std::optional<Error> PacedStream::fault() const {
  if (state_ != StreamState::lost) return std::nullopt;
  const auto& device = config_.input ? config_.input : config_.output;
  return Error{ErrorCode::audioDevice, "The device is gone: check its cable and its power.",
               device->name};
}

void PacedStream::run(const std::stop_token& stop, Clock::Duration start) {
  std::int64_t frames = 0;
  StreamState state = StreamState::running;
  while (state == StreamState::running) {
    frames += blockFrames_;
    if (!waitForTurn(stop, start, frames)) return;
    state = runBlock();
  }
  state_ = state;
}

StreamState PacedStream::runBlock() {
  const auto captured = device_->capture(input_, blockFrames_);
  if (captured.isLost) return StreamState::lost;
  Block block;
  block.input = config_.input ? input_.data() : nullptr;
  block.output = config_.output ? output_.data() : nullptr;
  block.frames = captured.frames;
  block.flags = captured.flags;
  const bool goesOn = captured.frames == 0 || processor_.process(block);
  device_->play(
      std::span(output_).first(samplesOf(config_.output, config_.outputChannels, captured.frames)),
      captured.frames);
  return goesOn && captured.frames == blockFrames_ ? StreamState::running : StreamState::finished;
}

// False if the stream is to stop. `frames` is the number since `start` at the end of the block;
// `start` moves if the stream was held up.
bool PacedStream::waitForTurn(const std::stop_token& stop, Clock::Duration& start,
                              std::int64_t frames) {
  if (pacing_.pace == Pace::asFastAsPossible) {
    while (!processor_.hasRoom(blockFrames_)) {
      if (!waitFor(stop, kRoomPoll)) return false;
    }
    return !stop.stop_requested();
  }
  const Clock::Duration sinceStart = durationOf(frames, config_.sampleRate);
  Clock::Duration now = pacing_.clock->now();
  while (now < start + sinceStart) {
    if (!waitFor(stop, std::min(start + sinceStart - now, kGreatestWait))) return false;
    now = pacing_.clock->now();
  }
  if (now - start - sinceStart > kGreatestDelay) start = now - sinceStart;
  return !stop.stop_requested();
}

// False if the stream is to stop.
bool PacedStream::waitFor(const std::stop_token& stop, Clock::Duration duration) {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, stop, duration, [] { return false; });
  return !stop.stop_requested();
}

}  // namespace linecheck::audio
