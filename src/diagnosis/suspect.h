#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "chain/fix.h"
#include "chain/place.h"
#include "diagnosis/cause.h"
#include "diagnosis/diagnosis.h"

namespace linecheck::diagnosis {

/// A place of the chain that could carry a cause: a link (cable, supply, device) to be named.
struct Suspect {
  Cause cause = Cause::unknown;
  /// The link itself first, then what belongs to it: of a loop the other cables in it and the
  /// devices and power points that it runs through. An empty place is the whole desk; no place at
  /// all, none of those listed.
  std::vector<chain::Place> where;
  double probability = 0.0;
  std::vector<chain::Fix> cures;  ///< The cheapest first.

  bool operator==(const Suspect&) const = default;
};

/// Where in the chain is listened.
struct ListeningPoint {
  chain::DeviceId device;
  std::string port;  ///< An analogue output.

  bool operator==(const ListeningPoint&) const = default;
};

/// The output to the headphones of the main way, else the last analogue output of it; empty if the
/// desk has none.
[[nodiscard]] std::optional<ListeningPoint> usualListeningPoint(const chain::Desk& desk);

/// All suspects at a desk, by what its wiring lets be: loops with their drive, unbalanced runs with
/// their length and neighbours, supplies, class II leakage, USB leads. Only what comes to the
/// listening point is there. `causes` weighs them, all but `noHum`: if there is something, which of
/// these is it? They sum to 1 with a last one of cause `unknown` and no place, which also stands
/// for causes that nothing at this desk could bring. docs/hunt.md has the figures.
[[nodiscard]] std::vector<Suspect> suspects(const chain::Desk& desk, const ListeningPoint& at,
                                            const std::vector<CauseProbability>& causes);

}  // namespace linecheck::diagnosis
