#include "levels/divider.h"

namespace linecheck::levels {

Decibels dividerGain(Ohms source, Ohms load) {
  return Decibels::fromAmplitudeRatio(load / (load + source));
}

Estimate<Decibels> dividerGain(const Estimate<Ohms>& source, const Estimate<Ohms>& load) {
  const auto gain = [](Ohms from, Ohms into) { return dividerGain(from, into); };
  Estimate<Decibels> result{
      ifKnown(gain, source.nominal, load.nominal), ifKnown(gain, source.high, load.low),
      ifKnown(gain, source.low, load.high), joined(source.missing, load.missing)};
  if (!result.high) result.high = Decibels::of(0.0);
  return result;
}

}  // namespace linecheck::levels
