#include "diagnosis/likely_earths.h"

#include "chain/ground_graph.h"

namespace linecheck::diagnosis {

LikelyEarths likelyEarths(const chain::Chain& chain, const chain::ProfileLookup& lookup,
                          const std::optional<Diagnosis>& heard) {
  LikelyEarths likely{chain, {}};
  if (heard && heard->probability(Cause::earthLeakage) > heard->probability(Cause::groundLoop)) {
    return likely;
  }
  const chain::Desk desk(chain, lookup);
  for (chain::Device& device : likely.chain.devices) {
    const bool hangsOnMains = !desk.feeds(device.id).empty();
    if (!hangsOnMains || earthContact(desk, device) != chain::EarthContact::unknown) continue;
    device.hasEarthContact = true;
    likely.taken.push_back(device.id);
  }
  return likely;
}

}  // namespace linecheck::diagnosis
