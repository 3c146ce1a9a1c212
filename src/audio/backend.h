#pragma once

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace linecheck::audio {

/// A device as the user names and remembers it: the same name exists under several host APIs.
struct DeviceId {
  std::string hostApi;  ///< "ALSA", "JACK Audio Connection Kit", "ASIO", "Simulated studio", …
  std::string name;

  auto operator<=>(const DeviceId&) const = default;
};

struct Device {
  DeviceId id;
  int inputChannels = 0;
  int outputChannels = 0;
  int defaultSampleRate = 48000;  ///< Hz.
  bool isDefaultInput = false;
  bool isDefaultOutput = false;
};

/// A stream to open: full duplex if both devices are named. At least one is.
struct StreamConfig {
  std::optional<DeviceId> input;
  std::optional<DeviceId> output;
  int inputChannels = 2;    ///< Ignored without an input.
  int outputChannels = 2;   ///< Ignored without an output.
  int sampleRate = 48000;   ///< Hz.
  int framesPerBuffer = 0;  ///< 0: the backend's own choice, which may vary.
};

/// What the driver said of one block. A flag does not prove that samples were lost, and samples
/// can be lost without one.
struct BlockFlags {
  bool inputOverflow = false;
  bool inputUnderflow = false;
  bool outputUnderflow = false;
  bool outputOverflow = false;

  [[nodiscard]] bool any() const {
    return inputOverflow || inputUnderflow || outputUnderflow || outputOverflow;
  }
  /// All that either says.
  friend BlockFlags operator|(BlockFlags a, BlockFlags b) {
    return {a.inputOverflow || b.inputOverflow, a.inputUnderflow || b.inputUnderflow,
            a.outputUnderflow || b.outputUnderflow, a.outputOverflow || b.outputOverflow};
  }
  bool operator==(const BlockFlags&) const = default;
};

/// One turn of the audio callback. Samples are interleaved, full scale is ±1.
struct Block {
  const float* input = nullptr;  ///< frames × inputChannels; null without an input.
  float* output = nullptr;       ///< frames × outputChannels, to be filled whole; null without.
  int frames = 0;
  BlockFlags flags;
};

/// What runs inside the audio callback.
class BlockProcessor {
 public:
  virtual ~BlockProcessor() = default;

  /// Fills `block.output` and takes `block.input`. False ends the stream after this block.
  /// Thread-safe: no; called by one thread at a time. Realtime-safe: must be.
  virtual bool process(const Block& block) noexcept = 0;

  /// Whether `process` can take `frames` more without losing any. A stream that is not bound to
  /// real time (a replay as fast as possible) waits until it can; a device does not ask.
  /// Called on the thread that calls `process`. Realtime-safe: must be.
  virtual bool hasRoom([[maybe_unused]] int frames) noexcept { return true; }
};

enum class StreamState {
  stopped,  ///< Not started, or stopped by `stop`.
  running,
  finished,  ///< The processor, or the end of the file, ended it.
  lost,      ///< The device went away or fell silent; see `Stream::fault`.
};

/// An open stream. All calls return within a bounded time, also when the driver hangs.
/// Thread-safe: no; one thread controls it. Realtime-safe: no.
class Stream {
 public:
  /// Stops the stream if need be. After it returns the processor is not called any more.
  virtual ~Stream() = default;

  virtual Result<void> start() = 0;
  /// Returns when the processor is not called any more.
  virtual Result<void> stop() = 0;
  /// Watches for the loss of the device; ask at least every 100 ms while running.
  [[nodiscard]] virtual StreamState state() = 0;
  /// Why the state is `lost`.
  [[nodiscard]] virtual std::optional<Error> fault() const = 0;
  /// Hz, as granted.
  [[nodiscard]] virtual int sampleRate() const = 0;
};

/// A way to reach audio devices. Thread-safe: no. Realtime-safe: no.
class Backend {
 public:
  virtual ~Backend() = default;

  /// "portaudio", "simulated" or "file", as on the command line.
  [[nodiscard]] virtual std::string name() const = 0;
  /// The devices there are now; asks the system again each time.
  virtual Result<std::vector<Device>> devices() = 0;
  /// Whether `config` could be opened, without opening it; `unsupported` names the rate or
  /// channel count that the device lacks.
  virtual Result<void> probe(const StreamConfig& config) = 0;
  /// Opens, does not start. `processor` outlives the stream.
  virtual Result<std::unique_ptr<Stream>> open(const StreamConfig& config,
                                               BlockProcessor& processor) = 0;
};

}  // namespace linecheck::audio
