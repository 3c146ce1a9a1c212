#include "system/device_listener_macos.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace linecheck::system {
namespace {

constexpr AudioObjectPropertyAddress kOfSystem[] = {
    address(kAudioHardwarePropertyDevices),
    address(kAudioHardwarePropertyDefaultOutputDevice),
    address(kAudioHardwarePropertyDefaultInputDevice),
};
constexpr AudioObjectPropertyAddress kOfDevice[] = {
    {kAudioObjectPropertySelectorWildcard, kAudioObjectPropertyScopeWildcard,
     kAudioObjectPropertyElementWildcard},
};

/// Core Audio may call a listener that has just been removed: it is given a key, not a pointer.
struct Living {
  std::mutex mutex;
  std::uintptr_t nextKey = 1;
  std::map<std::uintptr_t, ChangeNotifier*> changes;
};

Living& living() {
  // Never destroyed: Core Audio's threads may outlive static objects.
  static auto* const kLiving = new Living;
  return *kLiving;
}

OSStatus onChange(AudioObjectID /*object*/, UInt32 /*count*/,
                  const AudioObjectPropertyAddress* /*addresses*/, void* key) {
  Living& all = living();
  const std::lock_guard lock(all.mutex);
  const auto found = all.changes.find(reinterpret_cast<std::uintptr_t>(key));
  if (found != all.changes.end()) found->second->tell(SoundChange::settings);
  return noErr;
}

}  // namespace

DeviceListener::DeviceListener(ChangeNotifier& changes) {
  Living& all = living();
  {
    const std::lock_guard lock(all.mutex);
    key_ = all.nextKey++;
    all.changes.emplace(key_, &changes);
  }
  for (const auto& at : kOfSystem) listen(kAudioObjectSystemObject, at);
}

DeviceListener::~DeviceListener() {
  watch({});
  for (const auto& at : kOfSystem) stopListening(kAudioObjectSystemObject, at);
  Living& all = living();
  const std::lock_guard lock(all.mutex);
  all.changes.erase(key_);
}

void DeviceListener::watch(std::vector<AudioObjectID> devices) {
  std::sort(devices.begin(), devices.end());
  devices.erase(std::unique(devices.begin(), devices.end()), devices.end());
  for (const AudioObjectID device : devices_) {
    if (std::binary_search(devices.begin(), devices.end(), device)) continue;
    for (const auto& at : kOfDevice) stopListening(device, at);
  }
  for (const AudioObjectID device : devices) {
    if (std::binary_search(devices_.begin(), devices_.end(), device)) continue;
    for (const auto& at : kOfDevice) listen(device, at);
  }
  devices_ = std::move(devices);
}

void DeviceListener::listen(AudioObjectID object, const AudioObjectPropertyAddress& at) {
  AudioObjectAddPropertyListener(object, &at, onChange, reinterpret_cast<void*>(key_));
}

void DeviceListener::stopListening(AudioObjectID object, const AudioObjectPropertyAddress& at) {
  AudioObjectRemovePropertyListener(object, &at, onChange, reinterpret_cast<void*>(key_));
}

}  // namespace linecheck::system
