#pragma once

#include <memory>
#include <optional>
#include <string>

#include "midi/driver.h"

namespace linecheck::midi {

struct RtMidiOptions {
  /// Tried first; otherwise the system's own (ALSA, CoreMIDI, Windows), and JACK last.
  std::optional<Api> preferred;
  /// How the program calls itself; ports of clients with this name are not listed.
  std::string clientName = "Linecheck";
};

/// MIDI through RtMidi. It settles on the first system that works; where that is JACK without a
/// server, `ports` tells `unsupported` until one runs. When that server ends, MIDI has ended for
/// this driver.
[[nodiscard]] std::unique_ptr<Driver> makeRtMidiDriver(RtMidiOptions options = {});

}  // namespace linecheck::midi
