#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "midi/port.h"

namespace linecheck::midi {

/// A system's name of a port without what changes when the device is plugged in again: ALSA's
/// "28:0" and the bridge's "[28]", the port number that RtMidi adds for Windows.
[[nodiscard]] std::string stableName(Api api, std::string_view name);

/// What the names of a device's input and output have in common: the client of ALSA; elsewhere the
/// stable name without words such as "capture" and "out".
[[nodiscard]] std::string deviceName(Api api, std::string_view stableName);

/// The ports of one direction, in the system's order, without those of `ownClient`.
[[nodiscard]] std::vector<Port> identifyPorts(Api api, std::span<const std::string> names,
                                              std::string_view ownClient);

/// Whether the port gives back what is sent to it, as ALSA's "Midi Through" does.
[[nodiscard]] bool isThrough(const Port& port);

}  // namespace linecheck::midi
