#pragma once

#include <cstdint>
#include <vector>

#include "system/audio_object_macos.h"
#include "system/change_notifier.h"

namespace linecheck::system {

/// Tells of devices that come and go, of other defaults, and of what changes on the devices that
/// are watched, until it is destroyed.
class DeviceListener {
 public:
  /// `changes` outlives it.
  explicit DeviceListener(ChangeNotifier& changes);
  ~DeviceListener();
  DeviceListener(const DeviceListener&) = delete;
  DeviceListener& operator=(const DeviceListener&) = delete;

  /// From now on also of these devices, and of no others.
  void watch(std::vector<AudioObjectID> devices);

 private:
  void listen(AudioObjectID object, const AudioObjectPropertyAddress& at);
  void stopListening(AudioObjectID object, const AudioObjectPropertyAddress& at);

  std::uintptr_t key_;  ///< By which a late call finds out whether this still lives.
  std::vector<AudioObjectID> devices_;
};

}  // namespace linecheck::system
