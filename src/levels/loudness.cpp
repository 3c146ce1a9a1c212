#include "levels/loudness.h"

#include <vector>

#include "profiles/headphones.h"

namespace linecheck::levels {
namespace {

using profiles::Sensitivity;

/// Sound pressure at 1 V.
Estimate<DecibelsSpl> atOneVolt(const profiles::Headphones& headphones, const chain::Place& where) {
  if (!headphones.sensitivity) {
    return Estimate<DecibelsSpl>::unknown({Gap::sensitivity, where});
  }
  const auto sensitivity = Estimate<Sensitivity>::of(headphones.sensitivity->value);
  const auto impedance = headphones.impedance ? Estimate<Ohms>::of(headphones.impedance->value)
                                              : Estimate<Ohms>::unknown({Gap::impedance, where});
  if (sensitivity.nominal->reference() == Sensitivity::Reference::volt) {
    return rising(sensitivity, [](Sensitivity s) { return s.atOneVolt(Ohms::of(1.0)); });
  }
  const auto atVolt = [](Sensitivity s, Ohms z) { return s.atOneVolt(z); };
  return {ifKnown(atVolt, sensitivity.nominal, impedance.nominal),
          ifKnown(atVolt, sensitivity.low, impedance.high),
          ifKnown(atVolt, sensitivity.high, impedance.low), impedance.missing};
}

}  // namespace

Estimate<DecibelsSpl> loudnessAt(const chain::Desk& desk, const chain::DeviceId& device,
                                 const Estimate<DecibelsU>& level) {
  const profiles::Profile* profile = desk.profile(device);
  const chain::Place where(device);
  if (!profile || !profile->headphones) {
    return Estimate<DecibelsSpl>::unknown({Gap::sensitivity, where});
  }
  const auto overOneVolt =
      rising(level, [](DecibelsU l) { return l - dbuFromVolts(Volts::of(1.0)); });
  return atOneVolt(*profile->headphones, where) + overOneVolt;
}

}  // namespace linecheck::levels
