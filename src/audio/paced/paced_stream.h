#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>
#include <vector>

#include "audio/backend.h"
#include "base/clock.h"

namespace linecheck::audio {

/// What stands behind a stream in place of hardware. Called on the stream's own thread only.
class VirtualDevice {
 public:
  virtual ~VirtualDevice() = default;

  struct Captured {
    int frames = 0;  ///< Fewer than asked for: this was the end.
    BlockFlags flags;
    bool isLost = false;  ///< The device went away; no frames.
  };

  /// Fills `input` (frames × inputChannels, interleaved; empty without an input) with what the
  /// device has captured since the last call. Realtime-safe: must be.
  virtual Captured capture(std::span<float> input, int frames) noexcept = 0;
  /// Takes what the processor played in the same block; empty without an output.
  /// Realtime-safe: must be.
  virtual void play(std::span<const float> output, int frames) noexcept = 0;
};

enum class Pace {
  realTime,          ///< A block every so often, as hardware does it.
  asFastAsPossible,  ///< As fast as the processor has room for.
};

struct Pacing {
  Pace pace = Pace::realTime;
  std::shared_ptr<const Clock> clock = std::make_shared<SteadyClock>();  ///< Thread-safe.
};

/// A stream over a virtual device, on a thread of its own. `stop` returns at once, whatever the
/// pace. In real time a block comes when its last frame would have been captured; after a hold-up
/// (a suspended computer) of more than half a second the stream goes on from there instead of
/// catching up.
class PacedStream final : public Stream {
 public:
  /// `config` was checked by the backend. framesPerBuffer 0 takes about 5 ms.
  PacedStream(const StreamConfig& config, std::unique_ptr<VirtualDevice> device,
              BlockProcessor& processor, Pacing pacing);
  ~PacedStream() override;
  PacedStream(const PacedStream&) = delete;
  PacedStream& operator=(const PacedStream&) = delete;

  Result<void> start() override;
  Result<void> stop() override;
  [[nodiscard]] StreamState state() override { return state_; }
  [[nodiscard]] std::optional<Error> fault() const override;
  [[nodiscard]] int sampleRate() const override { return config_.sampleRate; }

 private:
  void run(const std::stop_token& stop, Clock::Duration start);
  StreamState runBlock();
  bool waitForTurn(const std::stop_token& stop, Clock::Duration& start, std::int64_t frames);
  bool waitFor(const std::stop_token& stop, Clock::Duration duration);

  StreamConfig config_;
  std::unique_ptr<VirtualDevice> device_;
  BlockProcessor& processor_;
  Pacing pacing_;
  int blockFrames_;
  std::vector<float> input_;
  std::vector<float> output_;
  std::atomic<StreamState> state_ = StreamState::stopped;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::jthread thread_;  ///< Last: it uses all of the above.
};

}  // namespace linecheck::audio
