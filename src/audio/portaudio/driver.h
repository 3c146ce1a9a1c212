#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "audio/portaudio/api.h"
#include "audio/portaudio/callback_bridge.h"
#include "audio/portaudio/driver_thread.h"
#include "audio/portaudio/portaudio_backend.h"
#include "audio/portaudio/stream_request.h"

namespace linecheck::audio {

/// A PortAudio stream with what has to stay alive as long as it does.
struct DriverStream {
  PaStream* stream = nullptr;
  PaHostApiTypeId hostApi = paInDevelopment;
  int sampleRate = 0;  ///< Hz, as granted.
  std::string where;   ///< The devices, for errors.
  std::shared_ptr<CallbackBridge> bridge;
};

/// PortAudio as a whole, which a process has once: its initialisation, its device list, and every
/// call into it, each on the driver thread within a limit.
///
/// Two things cannot be undone in a process. A call that stalls leaves PortAudio in the hands of
/// its thread: everything fails from then on. And a JACK server that goes away leaves a JACK
/// client that PortAudio can neither close nor renew (it would assert): JACK's devices are then
/// gone, and the list of the others stays as it was.
///
/// Thread-safe: yes. Realtime-safe: no.
class Driver {
 public:
  explicit Driver(std::shared_ptr<PortAudioApi> api);
  ~Driver();
  Driver(const Driver&) = delete;
  Driver& operator=(const Driver&) = delete;

  /// The one for PortAudio itself. PortAudio is ended when the last user lets go.
  static std::shared_ptr<Driver> shared();

  /// The devices there are; looks again unless a stream is open, for PortAudio only finds new
  /// ones when it is ended and initialised.
  Result<std::vector<DeviceEntry>> devices(const PortAudioOptions& limits);
  Result<void> probe(const StreamConfig& config, const PortAudioOptions& limits);
  Result<DriverStream> open(const StreamConfig& config, BlockProcessor& processor,
                            const PortAudioOptions& limits);
  Result<void> start(const DriverStream& stream, const PortAudioOptions& limits);
  Result<void> stop(const DriverStream& stream, const PortAudioOptions& limits);
  /// Closes the stream, or leaves it and its bridge behind for ever if that cannot be done.
  void close(DriverStream stream, const PortAudioOptions& limits);

  /// Whether callbacks are expected still; a mere look that does not stall.
  [[nodiscard]] bool isActive(const DriverStream& stream);
  /// Notes that the JACK server went away under a stream, which must then not be stopped.
  void loseJack();

 private:
  struct Found;
  struct Opened;

  /// Runs `job` on the driver thread. `doing` completes "while …".
  template <class R>
  Result<R> call(std::chrono::milliseconds limit, const std::string& doing, std::function<R()> job);
  Result<void> simpleCall(const DriverStream& stream, std::chrono::milliseconds limit,
                          const std::string& doing, PaError (PortAudioApi::*function)(PaStream*));
  Result<void> rescan(const PortAudioOptions& limits);
  Result<StreamRequest> resolve(const StreamConfig& config, const PortAudioOptions& limits);
  [[nodiscard]] Error jackIsGone() const;
  /// A JACK device by which to see whether the server lives.
  [[nodiscard]] std::optional<DeviceEntry> jackWitness() const;
  /// Ends PortAudio if that can be done, and its thread.
  void release();

  std::mutex mutex_;
  std::shared_ptr<PortAudioApi> api_;  ///< Shared with jobs, which may stall.
  std::optional<DriverThread> thread_;
  bool initialised_ = false;
  int openStreams_ = 0;
  std::vector<DeviceEntry> devices_;
  bool jackLost_ = false;
  std::optional<Error> unusable_;
  std::vector<std::shared_ptr<CallbackBridge>> leftBehind_;
};

}  // namespace linecheck::audio
