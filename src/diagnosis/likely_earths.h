#pragma once

#include <optional>
#include <vector>

#include "chain/desk.h"
#include "diagnosis/diagnosis.h"

namespace linecheck::diagnosis {

/// A chain in which nobody said of some plugs whether they have an earth contact, as it most
/// likely is.
struct LikelyEarths {
  chain::Chain chain;                  ///< With those earthed.
  std::vector<chain::DeviceId> taken;  ///< For earthed, in the chain's order.
};

/// Without them a loop that is heard could not be at the desk. Nothing is taken for earthed where
/// leakage is likelier than a loop, for that needs a plug without. `heard`: if there is something
/// yet.
[[nodiscard]] LikelyEarths likelyEarths(const chain::Chain& chain,
                                        const chain::ProfileLookup& lookup,
                                        const std::optional<Diagnosis>& heard);

}  // namespace linecheck::diagnosis
