#include "system/endpoint_reading_macos.h"

#include <sys/types.h>

#include <algorithm>

namespace linecheck::system {
namespace {

// Declared by AudioToolbox under names that differ between systems: VirtualMain…, VirtualMaster….
constexpr AudioObjectPropertySelector kVirtualVolume = 'vmvc';
constexpr AudioObjectPropertySelector kVirtualBalance = 'vmba';  // 0 left … 1 right

constexpr pid_t kNobody = -1;

/// The loudest of the device as a whole and its first two channels: devices have the one or the
/// others.
std::optional<Decibels> loudest(AudioObjectID device, AudioObjectPropertyScope scope) {
  std::optional<Decibels> gain;
  for (const AudioObjectPropertyElement element : {kWholeElement, 1U, 2U}) {
    const auto value =
        property<Float32>(device, address(kAudioDevicePropertyVolumeDecibels, scope, element));
    if (!value) continue;
    if (element == kWholeElement) return Decibels::of(*value);
    gain = std::max(gain.value_or(Decibels::of(*value)), Decibels::of(*value));
  }
  return gain;
}

/// Streams side by side, as of an interface with many channels, have one rate.
std::optional<Format> formatOf(AudioObjectID device, Direction direction) {
  std::optional<Format> format;
  for (const AudioObjectID stream : streamsOf(device, direction)) {
    const auto physical =
        property<AudioStreamBasicDescription>(stream, address(kAudioStreamPropertyPhysicalFormat));
    if (!physical) continue;
    if (!format) {
      format = Format{static_cast<int>(physical->mSampleRate), 0, sampleFormat(*physical)};
    }
    format->channels += static_cast<int>(physical->mChannelsPerFrame);
  }
  return format;
}

Endpoint readEndpoint(AudioObjectID device, Direction direction, bool isDefault) {
  const AudioObjectPropertyScope scope = scopeOf(direction);
  Endpoint endpoint;
  endpoint.id = {direction, textProperty(device, address(kAudioDevicePropertyDeviceUID))};
  endpoint.name = textProperty(device, address(kAudioObjectPropertyName));
  if (endpoint.name.empty()) endpoint.name = endpoint.id.key;
  endpoint.isDefault = isDefault;
  if (const auto position = property<Float32>(device, sliderAddress(direction))) {
    endpoint.volume = Volume{*position, loudest(device, scope)};
  }
  if (const auto isMuted = property<UInt32>(device, address(kAudioDevicePropertyMute, scope))) {
    endpoint.isMuted = *isMuted != 0;
  }
  if (const auto balance = property<Float32>(device, address(kVirtualBalance, scope))) {
    endpoint.balance = 2.0 * *balance - 1.0;
  }
  endpoint.format = formatOf(device, direction);
  if (const auto owner = property<pid_t>(device, address(kAudioDevicePropertyHogMode, scope))) {
    endpoint.sharing = *owner == kNobody ? Sharing::shared : Sharing::exclusive;
  }
  // Nothing tells of effects: built-in speakers have some, and other programs' devices may.
  return endpoint;
}

}  // namespace

AudioObjectPropertyScope scopeOf(Direction direction) {
  return direction == Direction::output ? kAudioObjectPropertyScopeOutput
                                        : kAudioObjectPropertyScopeInput;
}

AudioObjectPropertyAddress sliderAddress(Direction direction) {
  return address(kVirtualVolume, scopeOf(direction));
}

std::vector<AudioObjectID> streamsOf(AudioObjectID device, Direction direction) {
  return propertyList<AudioObjectID>(device,
                                     address(kAudioDevicePropertyStreams, scopeOf(direction)));
}

std::optional<SampleFormat> sampleFormat(const AudioStreamBasicDescription& stream) {
  if (stream.mFormatID != kAudioFormatLinearPCM || stream.mBitsPerChannel == 0) return std::nullopt;
  return SampleFormat{static_cast<int>(stream.mBitsPerChannel),
                      (stream.mFormatFlags & kAudioFormatFlagIsFloat) != 0};
}

std::vector<DeviceEndpoint> readEndpoints() {
  const auto devices =
      propertyList<AudioObjectID>(kAudioObjectSystemObject, address(kAudioHardwarePropertyDevices));
  std::vector<DeviceEndpoint> endpoints;
  for (const Direction direction : {Direction::output, Direction::input}) {
    const auto chosen = property<AudioObjectID>(
        kAudioObjectSystemObject,
        address(direction == Direction::output ? kAudioHardwarePropertyDefaultOutputDevice
                                               : kAudioHardwarePropertyDefaultInputDevice));
    for (const AudioObjectID device : devices) {
      if (streamsOf(device, direction).empty()) continue;
      endpoints.push_back({readEndpoint(device, direction, device == chosen), device});
    }
  }
  return endpoints;
}

Result<AudioObjectID> findDevice(const EndpointId& id) {
  for (const AudioObjectID device : propertyList<AudioObjectID>(
           kAudioObjectSystemObject, address(kAudioHardwarePropertyDevices))) {
    if (textProperty(device, address(kAudioDevicePropertyDeviceUID)) == id.key &&
        !streamsOf(device, id.direction).empty()) {
      return device;
    }
  }
  return fail(ErrorCode::notFound, "There is no such output or input any more.", id.key);
}

}  // namespace linecheck::system
