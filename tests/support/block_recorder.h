#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "audio/backend.h"

namespace linecheck::testing {

/// Keeps all that a stream brings and plays what it is told to; other threads can wait for it.
class BlockRecorder : public audio::BlockProcessor {
 public:
  using Play = std::function<float(std::int64_t frame, int channel)>;

  BlockRecorder(int inputChannels, int outputChannels, Play play = {})
      : inputChannels_(inputChannels), outputChannels_(outputChannels), play_(std::move(play)) {}

  /// The stream ends after the block in which this many frames are reached.
  void endAfter(std::int64_t frames) { end_ = frames; }

  bool process(const audio::Block& block) noexcept override {
    const std::lock_guard lock(mutex_);
    for (int i = 0; block.output != nullptr && i < block.frames; ++i) {
      for (int c = 0; c < outputChannels_; ++c) {
        block.output[i * outputChannels_ + c] = play_ ? play_(frames_ + i, c) : 0.0F;
      }
    }
    if (block.input != nullptr) {
      const auto count =
          static_cast<std::size_t>(block.frames) * static_cast<std::size_t>(inputChannels_);
      samples_.insert(samples_.end(), block.input, block.input + count);
    }
    blocks_.push_back(block);
    frames_ += block.frames;
    changed_.notify_all();
    return end_ < 0 || frames_ < end_;
  }

  /// False if that does not happen within 20 s, which is long enough on any machine.
  bool waitForFrames(std::int64_t frames) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20),
                             [this, frames] { return frames_ >= frames; });
  }

  [[nodiscard]] std::vector<float> samples() const {
    const std::lock_guard lock(mutex_);
    return samples_;
  }
  [[nodiscard]] std::vector<audio::Block> blocks() const {
    const std::lock_guard lock(mutex_);
    return blocks_;
  }
  [[nodiscard]] std::int64_t frames() const {
    const std::lock_guard lock(mutex_);
    return frames_;
  }

 private:
  const int inputChannels_;
  const int outputChannels_;
  const Play play_;
  std::int64_t end_ = -1;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<float> samples_;
  std::vector<audio::Block> blocks_;
  std::int64_t frames_ = 0;
};

/// Waits until the stream ends by itself; false after 20 s.
inline bool waitForEnd(audio::Stream& stream) {
  const auto start = std::chrono::steady_clock::now();
  while (stream.state() == audio::StreamState::running) {
    if (std::chrono::steady_clock::now() - start > std::chrono::seconds(20)) return false;
    std::this_thread::yield();
  }
  return true;
}

}  // namespace linecheck::testing
