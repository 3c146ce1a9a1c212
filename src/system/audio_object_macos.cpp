#include "system/audio_object_macos.h"

#include <CoreFoundation/CoreFoundation.h>
#include <fmt/format.h>

#include <utility>

namespace linecheck::system {

std::string textProperty(AudioObjectID object, const AudioObjectPropertyAddress& at) {
  const auto string = property<CFStringRef>(object, at);
  if (!string || *string == nullptr) return {};
  const CFIndex size =
      CFStringGetMaximumSizeForEncoding(CFStringGetLength(*string), kCFStringEncodingUTF8) + 1;
  std::string text(static_cast<std::size_t>(size), '\0');
  const bool fits = CFStringGetCString(*string, text.data(), size, kCFStringEncodingUTF8) != 0;
  CFRelease(*string);
  return fits ? std::string(text.c_str()) : std::string();
}

bool isSettable(AudioObjectID object, const AudioObjectPropertyAddress& at) {
  Boolean settable = 0;
  return AudioObjectHasProperty(object, &at) &&
         AudioObjectIsPropertySettable(object, &at, &settable) == noErr && settable != 0;
}

tl::unexpected<Error> audioObjectFailure(OSStatus status, std::string where) {
  if (status == kAudioHardwareBadObjectError || status == kAudioHardwareBadDeviceError) {
    return fail(ErrorCode::notFound, "There is no such output or input any more.",
                std::move(where));
  }
  return fail(ErrorCode::audioDevice, fmt::format("macOS refuses to set this ({}).", status),
              std::move(where));
}

}  // namespace linecheck::system
