#pragma once

#include <optional>
#include <string_view>

#include "audio/backend.h"
#include "base/result.h"
#include "measure/harness.h"

/// Keeps test tones away from ears, as far as the names of devices tell.
namespace linecheck::measure {

/// What a device's name says that its sound goes to.
enum class EarDevice {
  worn,           ///< A headset or something wireless: no measuring cable fits it.
  headphoneJack,  ///< A jack that headphones, or a measuring cable, may be plugged into.
};

/// By the words in its name, in the languages of the systems that make it up ("Kopfhörer",
/// "AirPods", "Hands-Free AG Audio", …). None if it says nothing of the kind.
[[nodiscard]] std::optional<EarDevice> earDeviceNamed(std::string_view deviceName);

/// What the user says about a jack that is called one for headphones.
enum class HeadphoneJack {
  mayHaveHeadphones,  ///< Nothing was said.
  hasCable,           ///< A measuring cable is plugged in, and nothing is worn.
};

/// `usage`, with what to do, for a stream whose output or input is worn, or whose output is a jack
/// for headphones unless the user has said that a cable is plugged in there.
[[nodiscard]] Result<void> checkListeners(const audio::StreamConfig& stream,
                                          HeadphoneJack jack = HeadphoneJack::mayHaveHeadphones);

/// What to tell before this harness plays, one English sentence, to be translated; empty if nobody
/// is meant to hear it.
[[nodiscard]] std::string_view listeningWarning(Harness harness);

}  // namespace linecheck::measure
