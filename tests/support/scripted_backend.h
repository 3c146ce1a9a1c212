#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "audio/backend.h"
#include "base/clock.h"

namespace linecheck::testing {

/// A clock that goes on by a step each time it is asked, so that what waits for time gets on.
class SteppingClock final : public Clock {
 public:
  explicit SteppingClock(Duration step) : step_(step) {}
  [[nodiscard]] Duration now() const override { return Duration(now_ += step_.count()); }

 private:
  Duration step_;
  mutable std::atomic<Duration::rep> now_ = 0;
};

/// A backend whose one device misbehaves as it is told: its input is a constant, and it keeps the
/// first channel of what is played.
class ScriptedBackend final : public audio::Backend {
 public:
  static constexpr int kBlockFrames = 256;

  std::int64_t hangsAfter = -1;  ///< Frames after which no callback comes, though it "runs".
  audio::BlockFlags flags;       ///< Of each block; may be set by `onBlock`.
  bool ignoresRoom = false;      ///< Calls back as fast as it can, whether there is room or not.
  std::function<void(std::int64_t frame)> onBlock;  ///< On the stream's thread, before each block.

  [[nodiscard]] static audio::StreamConfig fullDuplex() {
    audio::StreamConfig config;
    config.input = audio::DeviceId{"Test", "device"};
    config.output = config.input;
    return config;
  }
  [[nodiscard]] std::vector<float> played() const {
    const std::lock_guard lock(mutex_);
    return played_;
  }

  [[nodiscard]] std::string name() const override { return "scripted"; }
  Result<std::vector<audio::Device>> devices() override {
    audio::Device device;
    device.id = *fullDuplex().input;
    device.inputChannels = device.outputChannels = 2;
    device.isDefaultInput = device.isDefaultOutput = true;
    return std::vector<audio::Device>{device};
  }
  Result<void> probe(const audio::StreamConfig& /*config*/) override { return {}; }
  Result<std::unique_ptr<audio::Stream>> open(const audio::StreamConfig& config,
                                              audio::BlockProcessor& processor) override {
    return std::make_unique<ScriptedStream>(*this, config, processor);
  }

 private:
  class ScriptedStream final : public audio::Stream {
   public:
    ScriptedStream(ScriptedBackend& backend, audio::StreamConfig config,
                   audio::BlockProcessor& processor)
        : backend_(backend), config_(std::move(config)), processor_(processor) {}
    ~ScriptedStream() override { (void)ScriptedStream::stop(); }
    ScriptedStream(const ScriptedStream&) = delete;
    ScriptedStream& operator=(const ScriptedStream&) = delete;

    Result<void> start() override {
      state_ = audio::StreamState::running;
      thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
      return {};
    }
    Result<void> stop() override {
      thread_ = {};
      state_ = audio::StreamState::stopped;
      return {};
    }
    [[nodiscard]] audio::StreamState state() override { return state_; }
    [[nodiscard]] std::optional<Error> fault() const override { return std::nullopt; }
    [[nodiscard]] int sampleRate() const override { return config_.sampleRate; }

   private:
    void run(const std::stop_token& stop) {
      const auto inputs = static_cast<std::size_t>(config_.input ? config_.inputChannels : 0);
      const auto outputs = static_cast<std::size_t>(config_.output ? config_.outputChannels : 0);
      const std::vector<float> input(inputs * kBlockFrames, 0.25F);
      std::vector<float> output(outputs * kBlockFrames);
      audio::Block block;
      block.input = config_.input ? input.data() : nullptr;
      block.output = config_.output ? output.data() : nullptr;
      block.frames = kBlockFrames;
      for (std::int64_t frame = 0; !stop.stop_requested(); frame += kBlockFrames) {
        if (backend_.hangsAfter >= 0 && frame >= backend_.hangsAfter) return;
        if (backend_.onBlock) backend_.onBlock(frame);
        while (!backend_.ignoresRoom && !processor_.hasRoom(kBlockFrames)) {
          if (stop.stop_requested()) return;
          std::this_thread::yield();
        }
        block.flags = backend_.flags;
        const bool goesOn = processor_.process(block);
        {
          const std::lock_guard lock(backend_.mutex_);
          for (std::size_t i = 0; i < output.size(); i += outputs) {
            backend_.played_.push_back(output[i]);
          }
        }
        if (!goesOn) {
          state_ = audio::StreamState::finished;
          return;
        }
      }
    }

    ScriptedBackend& backend_;
    audio::StreamConfig config_;
    audio::BlockProcessor& processor_;
    std::atomic<audio::StreamState> state_ = audio::StreamState::stopped;
    std::jthread thread_;
  };

  mutable std::mutex mutex_;
  std::vector<float> played_;
};

}  // namespace linecheck::testing
