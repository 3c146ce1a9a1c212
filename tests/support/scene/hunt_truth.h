#pragma once

#include <cstddef>

#include "chain/desk.h"
#include "diagnosis/hunt.h"
#include "simulation/scene/scene.h"

/// What a hunt should have found out; only for judging it afterwards.
namespace linecheck::simulation::testing {

/// Whether a suspect is the planted fault: its cause, and the cable, device or circuit that it
/// comes from. Of a loop, its first place is the cable along which most of what is heard drops (or
/// half of that), and what drives it runs through the loop.
[[nodiscard]] bool isPlanted(const diagnosis::Suspect& suspect, const Scene& scene,
                             const chain::ProfileLookup& lookup);

/// A longer list of links is no answer.
inline constexpr std::size_t kMostNamed = 3;

/// Whether a hunt ended with the right link: one that is the planted fault, or two or three with a
/// common cure that the planted fault is among. An open end is wrong, whatever it lists. Where only
/// the interface's own noise was planted, "nothing above the chain's own noise" is right as well.
[[nodiscard]] bool isRight(const diagnosis::Conclusion& conclusion, const Scene& scene,
                           const chain::ProfileLookup& lookup);

/// How many cables somebody pulls who knows nothing of the desk: one after the other from the ear
/// upstream, each put back, until one leaves the noise as it is.
[[nodiscard]] std::size_t stepsOneByOne(const Scene& scene, const chain::ProfileLookup& lookup);

}  // namespace linecheck::simulation::testing
