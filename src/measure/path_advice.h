#pragma once

#include <span>
#include <string_view>

#include "base/sentence.h"
#include "measure/gate.h"

namespace linecheck::measure {

/// Whose settings the advice is for.
enum class SoundSystem { windows, macos, pipewire, pulseaudio, jack };

/// Stable: "windows", "macos", "pipewire", "pulseaudio", "jack".
[[nodiscard]] std::string_view soundSystemId(SoundSystem system);
/// As it is called: "Windows", "macOS", "PipeWire", …
[[nodiscard]] std::string_view soundSystemName(SoundSystem system);
/// Whether this operating system may have it.
[[nodiscard]] bool isThisSystem(SoundSystem system);
/// All of them, those of this operating system first.
[[nodiscard]] std::span<const SoundSystem> soundSystems();

/// What was found: "Comes back 6.00 dB lower than it should: …". Of the channel that the finding
/// names, or of all.
[[nodiscard]] Sentence pathText(const PathFinding& finding);

/// For one that the noise hides, one English sentence, to be translated.
[[nodiscard]] std::string_view unseenText(PathFault fault);

/// What to do about it whatever the system, one English sentence, to be translated.
[[nodiscard]] std::string_view pathCure(PathFault fault);

/// Where that system has the setting, as its menus call it; empty if it has none.
[[nodiscard]] std::string_view pathMenu(PathFault fault, SoundSystem system);

}  // namespace linecheck::measure
