#pragma once

#include "chain/chain.h"

namespace linecheck::simulation {

/// The desk around the simulated studio where none is named: an earthed computer, a Zen Go on its
/// USB, an L30 II behind it with headphones, and a pair of earthed T7V on the L30's PRE OUT and on
/// another circuit of the house.
[[nodiscard]] chain::Chain exampleDesk();

}  // namespace linecheck::simulation
