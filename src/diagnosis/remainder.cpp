#include "diagnosis/remainder.h"

#include <cmath>

#include "diagnosis/suspect_level.h"
#include "diagnosis/suspect_stand.h"

namespace linecheck::diagnosis {

bool isGone(const Remainder& remainder) {
  return remainder.change <= -35_dB;
}

Remainder remainder(const Suspect& suspect, const Stand& before, const Stand& after) {
  if (suspect.where.empty()) return {};
  const Brought was = brought(suspect, before);
  const Brought is = brought(suspect, after);
  if (isNothing(was.level) && isNothing(is.level)) return {};
  // An influence that is the same on both sides makes nothing uncertain between them.
  double variance = 0.0;
  for (const auto& [influence, spread] : is.influences) {
    if (!was.influences.contains(influence)) variance += std::pow(spread.value(), 2);
  }
  for (const auto& [influence, spread] : was.influences) {
    if (!is.influences.contains(influence)) variance += std::pow(spread.value(), 2);
  }
  return {is.level - was.level, Decibels::of(std::sqrt(variance))};
}

Remainder remainder(const Suspect& suspect, const chain::Situation& before,
                    const chain::Situation& after, const chain::ProfileLookup& lookup,
                    const ListeningPoint& at) {
  return remainder(suspect, Stand(before, lookup, at), Stand(after, lookup, at));
}

}  // namespace linecheck::diagnosis
