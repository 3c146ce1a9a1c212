#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "system/endpoint.h"

namespace linecheck::system {

/// A module that the sound server has loaded.
struct LoadedModule {
  std::uint32_t index = 0;
  std::string name;            ///< "module-equalizer-sink"
  std::string arguments = {};  ///< As they were given when it was loaded.
};

/// An endpoint with what it comes from.
struct ServedEndpoint {
  Endpoint endpoint;
  std::optional<std::uint32_t> ownerModule = {};  ///< Index of the module that made it.
  std::string master = {};  ///< Key of the endpoint that it passes its sound on to; or empty.
};

/// The endpoints with their effects. Known are the modules of PulseAudio and PipeWire that change
/// sound (equalizers, LADSPA, filter chains, echo cancelling, virtual surround), and the endpoints
/// of EasyEffects, PulseEffects, JamesDSP, RNNoise and NoiseTorch by their names.
///
/// An endpoint that such a module makes has enhancements. The one that it passes its sound on to
/// has them if the system's default leads there through it; else it depends on where a program
/// plays, and `hasEnhancements` is empty. It is also empty where nobody tells what an effect acts
/// on. With no effect known it is false: other programs may still do what they like.
[[nodiscard]] std::vector<Endpoint> withEffects(const std::vector<ServedEndpoint>& served,
                                                const std::vector<LoadedModule>& modules);

}  // namespace linecheck::system
