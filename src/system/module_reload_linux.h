#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "system/effects_linux.h"
#include "system/pulse_reading_linux.h"

namespace linecheck::system {

/// A module that makes one endpoint, to be loaded anew with other arguments.
struct ModuleReload {
  EndpointId endpoint;  ///< The arguments keep its name.
  LoadedModule module;  ///< As it is now.
  std::string arguments;
  /// What the endpoint must then have; a device may offer less than it was asked for. More bits are
  /// as good: many converters take their 24 in words of 32.
  int sampleRate = 0;  ///< Hz.
  std::optional<SampleFormat> sample;
};

/// Loads it, on PulseAudio. Only one can have the device, so the old one goes before the new one
/// comes. Meanwhile what plays or records there waits on a null sink, in silence and in step, and
/// comes back afterwards; volume, mute and the defaults are set again before that.
///
/// What cannot be moved (`unsupported`) leaves everything as it is. If the new module cannot be
/// loaded, or has another format than it should, the old one is loaded again, with the same
/// things kept, and the error is `unsupported`. Each step takes `limit` at the most.
///
/// PulseAudio cannot do this at one stroke. Is this program killed within these milliseconds, the
/// endpoint is missing and its streams wait in silence until the user logs in again; the server's
/// configuration stays as it is. The same holds if not even the old module can be loaded any
/// more, say because the device was unplugged: then the error says so (`audioDevice`), and the
/// streams wait on, for elsewhere they could be too loud. Programs that begin to play on the new
/// endpoint may be heard at its first volume for a moment.
[[nodiscard]] Result<void> reloadModule(PulseConnection& connection, const ModuleReload& reload,
                                        std::chrono::milliseconds limit);

}  // namespace linecheck::system
