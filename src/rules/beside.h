#pragma once

#include <vector>

#include "chain/cable.h"
#include "rules/finding.h"
#include "rules/rules.h"

namespace linecheck::rules {

/// What a rule about cables that lie beside something looks for.
struct Beside {
  chain::Neighbour neighbour = chain::Neighbour::powerCable;
  const char* finding = "";
  const char* moveAway = "";  ///< The fix that costs nothing.
  /// A magnetic field reaches one core of a cable more than the other. Then a microphone's line in
  /// an ordinary balanced cable is found too, as information: star quad prevents it.
  bool isMagnetic = false;
};

/// The analogue lines beside it that are not known to be balanced. Unknown ones count too: moving
/// a cable costs nothing.
void findBeside(const Context& context, const Beside& what, std::vector<Finding>& findings);

}  // namespace linecheck::rules
