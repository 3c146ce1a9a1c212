#include "system/endpoint_events_windows.h"

#include <utility>

namespace linecheck::system {

EndpointEvents::EndpointEvents(IMMDeviceEnumerator& devices, ChangeNotifier& changes)
    : devices_(devices), changes_(changes) {}

EndpointEvents::~EndpointEvents() {
  watch({});
  if (isRegistered_) devices_.UnregisterEndpointNotificationCallback(this);
}

void EndpointEvents::watch(std::vector<ComPointer<IAudioEndpointVolume>> volumes) {
  for (const auto& volume : volumes_) volume->UnregisterControlChangeNotify(this);
  volumes_.clear();
  for (auto& volume : volumes) {
    if (SUCCEEDED(volume->RegisterControlChangeNotify(this))) {
      volumes_.push_back(std::move(volume));
    }
  }
  if (!isRegistered_) {
    isRegistered_ = SUCCEEDED(devices_.RegisterEndpointNotificationCallback(this));
  }
}

HRESULT EndpointEvents::QueryInterface(REFIID interfaceId, void** object) {
  if (object == nullptr) return E_POINTER;
  if (interfaceId == __uuidof(IAudioEndpointVolumeCallback)) {
    *object = static_cast<IAudioEndpointVolumeCallback*>(this);
  } else if (interfaceId == __uuidof(IMMNotificationClient) || interfaceId == __uuidof(IUnknown)) {
    *object = static_cast<IMMNotificationClient*>(this);
  } else {
    *object = nullptr;
    return E_NOINTERFACE;
  }
  return S_OK;
}

HRESULT EndpointEvents::tell() {
  changes_.tell(SoundChange::settings);
  return S_OK;
}

HRESULT EndpointEvents::OnDeviceStateChanged(LPCWSTR /*device*/, DWORD /*state*/) {
  return tell();
}
HRESULT EndpointEvents::OnDeviceAdded(LPCWSTR /*device*/) {
  return tell();
}
HRESULT EndpointEvents::OnDeviceRemoved(LPCWSTR /*device*/) {
  return tell();
}
HRESULT EndpointEvents::OnDefaultDeviceChanged(EDataFlow /*flow*/, ERole /*role*/,
                                               LPCWSTR /*device*/) {
  return tell();
}
HRESULT EndpointEvents::OnPropertyValueChanged(LPCWSTR /*device*/, const PROPERTYKEY /*key*/) {
  return tell();
}
HRESULT EndpointEvents::OnNotify(AUDIO_VOLUME_NOTIFICATION_DATA* /*data*/) {
  return tell();
}

}  // namespace linecheck::system
