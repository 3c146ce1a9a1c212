#include "system/system_sound.h"

#include <utility>

#include "system/change_notifier.h"
#include "system/pulse_connection_linux.h"
#include "system/pulse_endpoint_linux.h"
#include "system/pulse_format_linux.h"
#include "system/pulse_reading_linux.h"
#include "system/pulse_setting_linux.h"

namespace linecheck::system {
namespace {

/// PulseAudio, or PipeWire's server for PulseAudio's protocol.
class PulseSound final : public SystemSound {
 public:
  explicit PulseSound(SoundOptions options)
      : limit_(options.limit),
        changes_(std::move(options.onChange)),
        connection_(std::move(options.server), changes_) {}

  Result<SoundSettings> read() override {
    const auto deadline = PulseConnection::in(limit_);
    if (const auto up = connection_.connect(deadline); !up) return fail(up.error());
    return readSettings(connection_, deadline);
  }

  Result<void> setVolume(const EndpointId& endpoint, double position) override {
    if (auto fits = checkPosition(position); !fits) return fits;
    const auto deadline = PulseConnection::in(limit_);
    if (auto up = connection_.connect(deadline); !up) return up;
    const auto device = readDevice(connection_, endpoint, deadline);
    if (!device) return fail(device.error());
    return setVolumes(connection_, endpoint, movedTo(device->volumes, position), deadline);
  }

  Result<void> setMuted(const EndpointId& endpoint, bool isMuted) override {
    const auto deadline = PulseConnection::in(limit_);
    if (auto up = connection_.connect(deadline); !up) return up;
    // Told apart from a server that refuses: what is not there.
    if (const auto there = readDevice(connection_, endpoint, deadline); !there) {
      return fail(there.error());
    }
    return setMute(connection_, endpoint, isMuted, deadline);
  }

  Result<void> setFormat(const EndpointId& endpoint, const Format& format) override {
    if (auto up = connection_.connect(PulseConnection::in(limit_)); !up) return up;
    return setPulseFormat(connection_, endpoint, format, limit_);
  }

 private:
  std::chrono::milliseconds limit_;
  ChangeNotifier changes_;
  PulseConnection connection_;  ///< Last: it tells the above.
};

}  // namespace

std::unique_ptr<SystemSound> makeSystemSound(SoundOptions options) {
  return std::make_unique<PulseSound>(std::move(options));
}

}  // namespace linecheck::system
