#include "system/system_sound.h"

#include <combaseapi.h>

#include <utility>

#include "system/change_notifier.h"
#include "system/com_windows.h"
#include "system/endpoint_events_windows.h"
#include "system/endpoint_reading_windows.h"

namespace linecheck::system {
namespace {

/// Keeps COM alive for all threads that have not chosen otherwise.
class ComUsage {
 public:
  ComUsage() { isHeld_ = SUCCEEDED(CoIncrementMTAUsage(&cookie_)); }
  ~ComUsage() {
    if (isHeld_) CoDecrementMTAUsage(cookie_);
  }
  ComUsage(const ComUsage&) = delete;
  ComUsage& operator=(const ComUsage&) = delete;

 private:
  CO_MTA_USAGE_COOKIE cookie_{};
  bool isHeld_ = false;
};

/// The endpoints of Windows' Core Audio APIs.
class WindowsSound final : public SystemSound {
 public:
  explicit WindowsSound(SoundOptions options) : changes_(std::move(options.onChange)) {}

  Result<SoundSettings> read() override {
    if (const auto up = connect(); !up) return fail(up.error());
    auto found = readEndpoints(*devices_);
    if (!found) return fail(found.error());
    SoundSettings settings{{SoundServer::Kind::windows, {}}, {}};
    std::vector<ComPointer<IAudioEndpointVolume>> volumes;
    for (OpenEndpoint& open : *found) {
      settings.endpoints.push_back(std::move(open.endpoint));
      if (open.volume) volumes.push_back(std::move(open.volume));
    }
    // Anew each time: there may be other endpoints now.
    events_->watch(std::move(volumes));
    return settings;
  }

  Result<void> setVolume(const EndpointId& endpoint, double position) override {
    if (auto fits = checkPosition(position); !fits) return fits;
    return set(endpoint, [position](IAudioEndpointVolume& volume) {
      // It moves all channels in proportion.
      return volume.SetMasterVolumeLevelScalar(static_cast<float>(position), nullptr);
    });
  }

  Result<void> setMuted(const EndpointId& endpoint, bool isMuted) override {
    return set(endpoint, [isMuted](IAudioEndpointVolume& volume) {
      return volume.SetMute(isMuted ? TRUE : FALSE, nullptr);
    });
  }

  Result<void> setFormat(const EndpointId& endpoint, const Format& /*format*/) override {
    if (auto up = connect(); !up) return up;
    if (const auto there = openVolume(*devices_, endpoint);
        !there && there.error().code == ErrorCode::notFound) {
      return fail(there.error());
    }
    return fail(ErrorCode::unsupported,
                "Windows lets no program set the format. Open Settings, System, Sound, choose the "
                "device, and set its format there.",
                endpoint.key);
  }

 private:
  Result<void> connect() {
    if (devices_) return {};
    const HRESULT result = CoCreateInstance(__uuidof(MMDeviceEnumerator), nullptr, CLSCTX_ALL,
                                            __uuidof(IMMDeviceEnumerator), devices_.putVoid());
    if (FAILED(result)) return comFailure(result);
    events_ = std::make_unique<EndpointEvents>(*devices_, changes_);
    return {};
  }

  template <class Call>
  Result<void> set(const EndpointId& endpoint, const Call& call) {
    if (auto up = connect(); !up) return up;
    const auto volume = openVolume(*devices_, endpoint);
    if (!volume) return fail(volume.error());
    const HRESULT result = call(**volume);
    if (FAILED(result)) return comFailure(result, endpoint.key);
    return {};
  }

  ComUsage com_;  ///< First: all else lives in it.
  ChangeNotifier changes_;
  ComPointer<IMMDeviceEnumerator> devices_;
  std::unique_ptr<EndpointEvents> events_;  ///< Last: it uses the above.
};

}  // namespace

std::unique_ptr<SystemSound> makeSystemSound(SoundOptions options) {
  return std::make_unique<WindowsSound>(std::move(options));
}

}  // namespace linecheck::system
