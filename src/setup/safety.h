#pragma once

#include <vector>

#include "chain/desk.h"
#include "chain/id.h"
#include "levels/estimate.h"
#include "units/level.h"

/// What is asked before something is played. That a tone above −20 dBFS is confirmed, and that all
/// starts and stops with a ramp, is measure's; see measure/stimulus.h.
namespace linecheck::setup {

/// More than this at the ear, and the headphones come off first.
inline constexpr DecibelsSpl kLoudestWorn = DecibelsSpl::of(100.0);

/// Headphones that would play what is planned.
struct WornLevel {
  chain::DeviceId headphones;
  levels::Estimate<DecibelsSpl> peak;  ///< As the RMS of a sine as high.
  bool isPlaying = true;               ///< False where a switch is known to let nothing through.
  /// It may be above kLoudestWorn, be it that nobody knows.
  bool mustComeOff = false;
};

/// What a signal whose peaks are those of a sine of `level` makes at each headphones of the desk,
/// as its controls stand. One of which the desk cannot tell how loud it gets must come off.
[[nodiscard]] std::vector<WornLevel> wornLevels(const chain::Desk& desk, DecibelsFs level);

/// Whether any must.
[[nodiscard]] bool mustHeadphonesComeOff(const chain::Desk& desk, DecibelsFs level);

}  // namespace linecheck::setup
