#pragma once

#include <optional>

#include "chain/desk.h"
#include "diagnosis/suspect.h"
#include "levels/estimate.h"

namespace linecheck::diagnosis {

/// The analogue way from a listening point to headphones.
struct EarPath {
  chain::DeviceId headphones;
  /// From the voltage at the listening point without load to that across the headphones, as the
  /// controls stand.
  levels::Estimate<Decibels> gain;
  bool isPlaying = true;  ///< False if a switch on the way lets nothing through.
};

/// One that plays, if there is one; empty if no headphones are behind the point, or only by way of
/// a converter.
[[nodiscard]] std::optional<EarPath> earPath(const chain::Desk& desk, const ListeningPoint& at);

}  // namespace linecheck::diagnosis
