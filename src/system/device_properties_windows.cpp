#include "system/device_properties_windows.h"

// After windows.h, which com_windows.h includes.
#include <mmreg.h>
#include <propsys.h>

#include <cstring>

namespace linecheck::system {
namespace {

// Written out, for the headers' own definitions differ in how they are linked.
// PKEY_Device_FriendlyName
constexpr PROPERTYKEY kFriendlyName = {
    {0xa45c254e, 0xdf1c, 0x4efd, {0x80, 0x20, 0x67, 0xd1, 0x46, 0xa8, 0x50, 0xe0}}, 14};
// PKEY_AudioEngine_DeviceFormat
constexpr PROPERTYKEY kDeviceFormat = {
    {0xf19f064d, 0x082c, 0x4e27, {0xbc, 0x73, 0x68, 0x82, 0xa1, 0xbb, 0x8e, 0x4c}}, 0};
// PKEY_AudioEndpoint_Disable_SysFx
constexpr PROPERTYKEY kDisableEffects = {
    {0x1da5d803, 0xd492, 0x4edd, {0x8c, 0x23, 0xe0, 0xc0, 0xff, 0xee, 0x7f, 0x0e}}, 5};

class PropertyValue {
 public:
  PropertyValue(IPropertyStore& store, const PROPERTYKEY& key) {
    PropVariantInit(&value_);
    store.GetValue(key, &value_);
  }
  ~PropertyValue() { PropVariantClear(&value_); }
  PropertyValue(const PropertyValue&) = delete;
  PropertyValue& operator=(const PropertyValue&) = delete;

  [[nodiscard]] const PROPVARIANT& get() const { return value_; }

 private:
  PROPVARIANT value_;
};

std::optional<Format> formatOf(const PROPVARIANT& value) {
  if (value.vt != VT_BLOB || value.blob.cbSize < sizeof(WAVEFORMATEX)) return std::nullopt;
  WAVEFORMATEX wave{};
  std::memcpy(&wave, value.blob.pBlobData, sizeof(wave));
  Format format{static_cast<int>(wave.nSamplesPerSec), static_cast<int>(wave.nChannels), {}};
  if (wave.wFormatTag == WAVE_FORMAT_PCM || wave.wFormatTag == WAVE_FORMAT_IEEE_FLOAT) {
    format.sample = SampleFormat{wave.wBitsPerSample, wave.wFormatTag == WAVE_FORMAT_IEEE_FLOAT};
  } else if (wave.wFormatTag == WAVE_FORMAT_EXTENSIBLE &&
             value.blob.cbSize >= sizeof(WAVEFORMATEXTENSIBLE)) {
    WAVEFORMATEXTENSIBLE extended{};
    std::memcpy(&extended, value.blob.pBlobData, sizeof(extended));
    // A sub-format of sound begins with the tag that it stands for.
    const auto tag = extended.SubFormat.Data1;
    if (tag == WAVE_FORMAT_PCM || tag == WAVE_FORMAT_IEEE_FLOAT) {
      format.sample =
          SampleFormat{extended.Samples.wValidBitsPerSample, tag == WAVE_FORMAT_IEEE_FLOAT};
    }
  }
  return format;
}

/// Windows keeps the switch in a second store, which programs are not given; but it can be read
/// where it lies. Empty where it never was touched: then it depends on the driver.
std::optional<bool> effectsFromRegistry(const EndpointId& id) {
  const std::wstring key = utf16(id.key);
  const std::size_t guid = key.rfind(L'{');
  if (guid == std::wstring::npos) return std::nullopt;
  const std::wstring path =
      std::wstring(L"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\") +
      (id.direction == Direction::output ? L"Render\\" : L"Capture\\") + key.substr(guid) +
      L"\\FxProperties";
  DWORD isDisabled = 0;
  DWORD size = sizeof(isDisabled);
  if (RegGetValueW(HKEY_LOCAL_MACHINE, path.c_str(), L"{1da5d803-d492-4edd-8c23-e0c0ffee7f0e},5",
                   RRF_RT_REG_DWORD, nullptr, &isDisabled, &size) != ERROR_SUCCESS) {
    return std::nullopt;
  }
  return isDisabled == 0;
}

}  // namespace

DeviceProperties readProperties(IMMDevice& device, const EndpointId& id) {
  DeviceProperties properties;
  ComPointer<IPropertyStore> store;
  if (FAILED(device.OpenPropertyStore(STGM_READ, store.put()))) return properties;
  const PropertyValue name(*store, kFriendlyName);
  if (name.get().vt == VT_LPWSTR) properties.name = utf8(name.get().pwszVal);
  properties.format = formatOf(PropertyValue(*store, kDeviceFormat).get());
  const PropertyValue disabled(*store, kDisableEffects);
  if (disabled.get().vt == VT_UI4) {
    properties.hasEnhancements = disabled.get().ulVal == 0;
  } else {
    properties.hasEnhancements = effectsFromRegistry(id);
  }
  return properties;
}

}  // namespace linecheck::system
