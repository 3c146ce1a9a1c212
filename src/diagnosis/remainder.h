#pragma once

#include "chain/desk.h"
#include "chain/situation.h"
#include "diagnosis/suspect.h"
#include "units/decibels.h"

namespace linecheck::diagnosis {

class Stand;

/// What becomes of a suspect's noise at the listening point from one situation to another, if it
/// is the culprit.
struct Remainder {
  Decibels change;  ///< 0 dB: as it was; −∞: gone; +∞: it was not there before.
  Decibels spread;  ///< One standard deviation of what happens on real desks; 0 where certain.

  bool operator==(const Remainder&) const = default;
};

/// −∞, or so much less that other things are left: 35 dB.
[[nodiscard]] bool isGone(const Remainder& remainder);

/// A suspect without a place stays as it is.
[[nodiscard]] Remainder remainder(const Suspect& suspect, const Stand& before, const Stand& after);
[[nodiscard]] Remainder remainder(const Suspect& suspect, const chain::Situation& before,
                                  const chain::Situation& after, const chain::ProfileLookup& lookup,
                                  const ListeningPoint& at);

}  // namespace linecheck::diagnosis
