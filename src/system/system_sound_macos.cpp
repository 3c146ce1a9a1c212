#include "system/system_sound.h"

#include <utility>

#include "system/change_notifier.h"
#include "system/device_listener_macos.h"
#include "system/endpoint_reading_macos.h"

namespace linecheck::system {
namespace {

bool fits(const AudioStreamRangedDescription& offered, const Format& wanted) {
  const auto& range = offered.mSampleRateRange;
  return wanted.sampleRate >= range.mMinimum && wanted.sampleRate <= range.mMaximum &&
         sampleFormat(offered.mFormat) == wanted.sample;
}

/// What is not asked for stays as it is.
Result<void> setStreamFormat(AudioObjectID stream, Format wanted, const std::string& where) {
  constexpr auto kPhysical = address(kAudioStreamPropertyPhysicalFormat);
  const auto now = property<AudioStreamBasicDescription>(stream, kPhysical);
  if (!now) return fail(ErrorCode::unsupported, "It does not tell its format.", where);
  if (!wanted.sample) wanted.sample = sampleFormat(*now);
  for (const auto& offered : propertyList<AudioStreamRangedDescription>(
           stream, address(kAudioStreamPropertyAvailablePhysicalFormats))) {
    // The channels of one stream are given by the device.
    if (offered.mFormat.mChannelsPerFrame != now->mChannelsPerFrame) continue;
    if (!fits(offered, wanted)) continue;
    AudioStreamBasicDescription chosen = offered.mFormat;
    chosen.mSampleRate = wanted.sampleRate;
    return setProperty(stream, kPhysical, chosen, where);
  }
  return fail(ErrorCode::unsupported,
              "It does not work in this format. Open Audio MIDI Setup to see what it offers.",
              where);
}

/// Core Audio's devices.
class MacSound final : public SystemSound {
 public:
  explicit MacSound(SoundOptions options) : changes_(std::move(options.onChange)) {}

  Result<SoundSettings> read() override {
    if (!listener_) listener_ = std::make_unique<DeviceListener>(changes_);
    SoundSettings settings{{SoundServer::Kind::coreAudio, {}}, {}};
    std::vector<AudioObjectID> devices;
    for (DeviceEndpoint& one : readEndpoints()) {
      settings.endpoints.push_back(std::move(one.endpoint));
      devices.push_back(one.device);
    }
    listener_->watch(std::move(devices));
    return settings;
  }

  Result<void> setVolume(const EndpointId& endpoint, double position) override {
    if (auto possible = checkPosition(position); !possible) return possible;
    // It moves all channels and keeps their balance.
    return set(endpoint, sliderAddress(endpoint.direction), static_cast<Float32>(position),
               "It has no volume that the system could set.");
  }

  Result<void> setMuted(const EndpointId& endpoint, bool isMuted) override {
    return set(endpoint, address(kAudioDevicePropertyMute, scopeOf(endpoint.direction)),
               static_cast<UInt32>(isMuted ? 1 : 0), "It has no mute that the system could set.");
  }

  Result<void> setFormat(const EndpointId& endpoint, const Format& format) override {
    const auto device = findDevice(endpoint);
    if (!device) return fail(device.error());
    for (const AudioObjectID stream : streamsOf(*device, endpoint.direction)) {
      if (auto done = setStreamFormat(stream, format, endpoint.key); !done) return done;
    }
    return {};
  }

 private:
  template <class T>
  static Result<void> set(const EndpointId& endpoint, const AudioObjectPropertyAddress& at,
                          const T& value, const char* whyNot) {
    const auto device = findDevice(endpoint);
    if (!device) return fail(device.error());
    if (!isSettable(*device, at)) return fail(ErrorCode::unsupported, whyNot, endpoint.key);
    return setProperty(*device, at, value, endpoint.key);
  }

  ChangeNotifier changes_;
  std::unique_ptr<DeviceListener> listener_;  ///< Last: it tells the above.
};

}  // namespace

std::unique_ptr<SystemSound> makeSystemSound(SoundOptions options) {
  return std::make_unique<MacSound>(std::move(options));
}

}  // namespace linecheck::system
