#pragma once

#include <portaudio.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <vector>

#include "audio/backend.h"

namespace linecheck::audio {

/// In what words samples are exchanged with PortAudio.
enum class SampleWords {
  float32,  ///< For host APIs that are float all the way (JACK, Core Audio).
  int32,    ///< For the others, whose hardware is integer; see sample_format.h.
};

/// Stands between PortAudio's callback and the processor. It outlives the PortAudio stream, for
/// ever if that could not be closed, while the processor may go after `close`.
class CallbackBridge {
 public:
  /// Channel counts are 0 for a direction that is not open.
  CallbackBridge(BlockProcessor& processor, int inputChannels, int outputChannels,
                 SampleWords words);

  /// The PaStreamCallback; `bridge` is a CallbackBridge. Realtime-safe: as the processor.
  static int callback(const void* input, void* output, unsigned long frames,
                      const PaStreamCallbackTimeInfo* time, PaStreamCallbackFlags flags,
                      void* bridge) noexcept;

  /// Keeps the callback from the processor, and waits until it is out of it: one block, or for at
  /// most a second if the driver ended the thread inside. Thread-safe: yes. Realtime-safe: no.
  void close();

  /// Callbacks so far, to see whether they still come. Thread-safe: yes. Realtime-safe: yes.
  [[nodiscard]] std::uint64_t callbacks() const noexcept {
    return callbacks_.load(std::memory_order_relaxed);
  }
  /// The processor has ended the stream. Thread-safe: yes. Realtime-safe: yes.
  [[nodiscard]] bool ended() const noexcept { return ended_.load(std::memory_order_acquire); }
  /// Before a stream is started again. Thread-safe: no, so only while it is stopped.
  void rewind() noexcept { ended_.store(false, std::memory_order_release); }

 private:
  int process(const void* input, void* output, int frames, PaStreamCallbackFlags flags) noexcept;
  /// Hands `frames` frames from `first` on to the processor; false if it ends the stream.
  bool processPart(const void* input, void* output, int first, int frames,
                   const BlockFlags& flags) noexcept;

  BlockProcessor* processor_;
  int inputChannels_;
  int outputChannels_;
  SampleWords words_;
  std::vector<float> inputPart_;  ///< Input as float, where it has to be converted or made up.
  std::atomic<std::uint32_t> gate_{0};
  std::atomic<std::uint64_t> callbacks_{0};
  std::atomic<bool> ended_{false};
};

}  // namespace linecheck::audio
