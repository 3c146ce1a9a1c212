#include "system/endpoint_reading_windows.h"

#include <utility>

#include "system/device_properties_windows.h"

namespace linecheck::system {
namespace {

EDataFlow flowOf(Direction direction) {
  return direction == Direction::output ? eRender : eCapture;
}

std::string idOf(IMMDevice& device) {
  LPWSTR id = nullptr;
  if (FAILED(device.GetId(&id))) return {};
  std::string text = utf8(id);
  CoTaskMemFree(id);
  return text;
}

std::string defaultId(IMMDeviceEnumerator& devices, Direction direction) {
  ComPointer<IMMDevice> device;
  if (FAILED(devices.GetDefaultAudioEndpoint(flowOf(direction), eConsole, device.put()))) return {};
  return idOf(*device);
}

ComPointer<IAudioEndpointVolume> volumeInterface(IMMDevice& device) {
  ComPointer<IAudioEndpointVolume> volume;
  if (FAILED(
          device.Activate(__uuidof(IAudioEndpointVolume), CLSCTX_ALL, nullptr, volume.putVoid()))) {
    return {};
  }
  return volume;
}

void readVolume(IAudioEndpointVolume& volume, Endpoint& endpoint) {
  float position = 0.0F;
  if (SUCCEEDED(volume.GetMasterVolumeLevelScalar(&position))) {
    endpoint.volume = Volume{position, {}};
    float gain = 0.0F;
    if (SUCCEEDED(volume.GetMasterVolumeLevel(&gain))) endpoint.volume->gain = Decibels::of(gain);
  }
  BOOL isMuted = FALSE;
  if (SUCCEEDED(volume.GetMute(&isMuted))) endpoint.isMuted = isMuted != FALSE;
  UINT channels = 0;
  float left = 0.0F;
  float right = 0.0F;
  if (SUCCEEDED(volume.GetChannelCount(&channels)) && channels == 2 &&
      SUCCEEDED(volume.GetChannelVolumeLevelScalar(0, &left)) &&
      SUCCEEDED(volume.GetChannelVolumeLevelScalar(1, &right))) {
    endpoint.balance = balanceOf(left, right);
  }
}

OpenEndpoint readEndpoint(IMMDevice& device, Direction direction, const std::string& defaultKey) {
  OpenEndpoint open;
  Endpoint& endpoint = open.endpoint;
  endpoint.id = {direction, idOf(device)};
  DeviceProperties properties = readProperties(device, endpoint.id);
  endpoint.name = properties.name.empty() ? endpoint.id.key : std::move(properties.name);
  endpoint.isDefault = endpoint.id.key == defaultKey;
  endpoint.format = properties.format;
  endpoint.hasEnhancements = properties.hasEnhancements;
  open.volume = volumeInterface(device);
  if (open.volume) readVolume(*open.volume, endpoint);
  return open;
}

}  // namespace

Result<std::vector<OpenEndpoint>> readEndpoints(IMMDeviceEnumerator& devices) {
  std::vector<OpenEndpoint> endpoints;
  for (const Direction direction : {Direction::output, Direction::input}) {
    ComPointer<IMMDeviceCollection> collection;
    HRESULT result =
        devices.EnumAudioEndpoints(flowOf(direction), DEVICE_STATE_ACTIVE, collection.put());
    if (FAILED(result)) return comFailure(result);
    UINT count = 0;
    result = collection->GetCount(&count);
    if (FAILED(result)) return comFailure(result);
    const std::string defaultKey = defaultId(devices, direction);
    for (UINT i = 0; i < count; ++i) {
      ComPointer<IMMDevice> device;
      if (FAILED(collection->Item(i, device.put()))) continue;  // Unplugged this moment.
      endpoints.push_back(readEndpoint(*device, direction, defaultKey));
    }
  }
  return endpoints;
}

Result<ComPointer<IAudioEndpointVolume>> openVolume(IMMDeviceEnumerator& devices,
                                                    const EndpointId& id) {
  ComPointer<IMMDevice> device;
  if (const HRESULT result = devices.GetDevice(utf16(id.key).c_str(), device.put());
      FAILED(result)) {
    // Of a text that is no id it says that the argument is invalid.
    constexpr auto kNotFound = static_cast<HRESULT>(0x80070490);
    return comFailure(result == E_INVALIDARG ? kNotFound : result, id.key);
  }
  auto volume = volumeInterface(*device);
  if (!volume) {
    return fail(ErrorCode::unsupported, "It has no volume that the system could set.", id.key);
  }
  return volume;
}

}  // namespace linecheck::system
