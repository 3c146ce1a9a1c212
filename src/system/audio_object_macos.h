#pragma once

#include <CoreAudio/CoreAudio.h>

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

/// Properties of Core Audio's objects, read and set with their types.
namespace linecheck::system {

/// The element that stands for the object as a whole; its name differs between systems.
inline constexpr AudioObjectPropertyElement kWholeElement = 0;

[[nodiscard]] constexpr AudioObjectPropertyAddress address(
    AudioObjectPropertySelector selector,
    AudioObjectPropertyScope scope = kAudioObjectPropertyScopeGlobal,
    AudioObjectPropertyElement element = kWholeElement) {
  return {selector, scope, element};
}

/// The value of a property; empty if the object has none. T is what Core Audio says it is.
template <class T>
[[nodiscard]] std::optional<T> property(AudioObjectID object,
                                        const AudioObjectPropertyAddress& at) {
  T value{};
  UInt32 size = sizeof(T);
  if (!AudioObjectHasProperty(object, &at) ||
      AudioObjectGetPropertyData(object, &at, 0, nullptr, &size, &value) != noErr ||
      size != sizeof(T)) {
    return std::nullopt;
  }
  return value;
}

/// All values of a property that is a list; empty if the object has none.
template <class T>
[[nodiscard]] std::vector<T> propertyList(AudioObjectID object,
                                          const AudioObjectPropertyAddress& at) {
  UInt32 size = 0;
  if (AudioObjectGetPropertyDataSize(object, &at, 0, nullptr, &size) != noErr) return {};
  std::vector<T> values(size / sizeof(T));
  if (values.empty() ||
      AudioObjectGetPropertyData(object, &at, 0, nullptr, &size, values.data()) != noErr) {
    return {};
  }
  values.resize(size / sizeof(T));
  return values;
}

/// A property that is a text, in UTF-8; empty if the object has none.
[[nodiscard]] std::string textProperty(AudioObjectID object, const AudioObjectPropertyAddress& at);

/// Whether a program may set it.
[[nodiscard]] bool isSettable(AudioObjectID object, const AudioObjectPropertyAddress& at);

/// What a failed call means to the user.
[[nodiscard]] tl::unexpected<Error> audioObjectFailure(OSStatus status, std::string where);

template <class T>
[[nodiscard]] Result<void> setProperty(AudioObjectID object, const AudioObjectPropertyAddress& at,
                                       const T& value, const std::string& where) {
  const OSStatus status = AudioObjectSetPropertyData(object, &at, 0, nullptr, sizeof(T), &value);
  if (status != noErr) return audioObjectFailure(status, where);
  return {};
}

}  // namespace linecheck::system
