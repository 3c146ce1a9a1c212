#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "system/endpoint.h"

namespace linecheck::system {

/// What has come from outside.
enum class SoundChange {
  settings,  ///< Something may read otherwise now; also after a change of one's own.
  lost,      ///< The sound server has gone. The next call looks for it again.
};

struct SoundOptions {
  /// Called on a thread of its own, soon after the system tells; several changes in a row may be
  /// one call. It may take its time, but not use or destroy the SystemSound that calls it.
  std::function<void(SoundChange)> onChange = {};
  /// Linux: address of the server, "unix:/path"; empty for the user's own. Ignored elsewhere.
  std::string server = {};
  /// Linux: no call takes longer, also when the server hangs; of `setFormat` no step does.
  /// Elsewhere the system answers by itself, and its calls take no limit.
  std::chrono::milliseconds limit{2000};
};

/// Reads and sets the system's sound settings. Changes are watched for from the first `read` that
/// succeeds. Every failure to reach the sound server is an `audioDevice` error; nothing is kept
/// broken by it, so that the next call may succeed.
/// Thread-safe: no; one thread uses it. Realtime-safe: no.
class SystemSound {
 public:
  virtual ~SystemSound() = default;

  [[nodiscard]] virtual Result<SoundSettings> read() = 0;

  // Each fails with `notFound` for an endpoint that is not there, and with `unsupported` where the
  // system does not let a program do that; the error says where the user does it by hand.

  /// Moves the volume, 0…1 (else `usage`), and keeps the balance.
  virtual Result<void> setVolume(const EndpointId& endpoint, double position) = 0;
  virtual Result<void> setMuted(const EndpointId& endpoint, bool isMuted) = 0;
  /// To this sample rate and these bits; an empty `sample` keeps the bits, and the number of
  /// channels stays as it is. A `usage` error for what no device has, `unsupported` for what this
  /// one does not take; then it is as it was. Where it takes more bits alone, it gets those.
  /// macOS does it. PulseAudio can for null sinks, and for ALSA devices that its settings name one
  /// by one: they are loaded anew, while what plays there waits in silence, which takes some
  /// milliseconds; `reloadModule` says what is lost if the program is killed meanwhile. It lasts
  /// until the server starts again. PipeWire and Windows have no documented way.
  virtual Result<void> setFormat(const EndpointId& endpoint, const Format& format) = 0;
};

/// That of the machine's own system. Connects to nothing yet, starts no server ever.
[[nodiscard]] std::unique_ptr<SystemSound> makeSystemSound(SoundOptions options = {});

}  // namespace linecheck::system
