#pragma once

#include <endpointvolume.h>

#include <vector>

#include "system/change_notifier.h"
#include "system/com_windows.h"

namespace linecheck::system {

/// Tells of devices that come and go, of other defaults, formats and effects, and of moved
/// volumes, from `watch` on until it is destroyed. Its owner alone ends it: COM's own counting of
/// references has no say, since Windows lets go of it when it is unregistered.
class EndpointEvents final : public IMMNotificationClient, public IAudioEndpointVolumeCallback {
 public:
  /// Both outlive it.
  EndpointEvents(IMMDeviceEnumerator& devices, ChangeNotifier& changes);
  ~EndpointEvents();
  EndpointEvents(const EndpointEvents&) = delete;
  EndpointEvents& operator=(const EndpointEvents&) = delete;

  /// From now on of these volumes, and of no others.
  void watch(std::vector<ComPointer<IAudioEndpointVolume>> volumes);

  ULONG STDMETHODCALLTYPE AddRef() override { return 1; }
  ULONG STDMETHODCALLTYPE Release() override { return 1; }
  HRESULT STDMETHODCALLTYPE QueryInterface(REFIID interfaceId, void** object) override;

  HRESULT STDMETHODCALLTYPE OnDeviceStateChanged(LPCWSTR device, DWORD state) override;
  HRESULT STDMETHODCALLTYPE OnDeviceAdded(LPCWSTR device) override;
  HRESULT STDMETHODCALLTYPE OnDeviceRemoved(LPCWSTR device) override;
  HRESULT STDMETHODCALLTYPE OnDefaultDeviceChanged(EDataFlow flow, ERole role,
                                                   LPCWSTR device) override;
  HRESULT STDMETHODCALLTYPE OnPropertyValueChanged(LPCWSTR device, const PROPERTYKEY key) override;
  HRESULT STDMETHODCALLTYPE OnNotify(AUDIO_VOLUME_NOTIFICATION_DATA* data) override;

 private:
  HRESULT tell();

  IMMDeviceEnumerator& devices_;
  ChangeNotifier& changes_;
  std::vector<ComPointer<IAudioEndpointVolume>> volumes_;
  bool isRegistered_ = false;
};

}  // namespace linecheck::system
