#include "levels/noise.h"

#include <cmath>

namespace linecheck::levels {

Volts thermalNoise(Ohms resistance, Hertz bandwidth, Kelvin temperature) {
  constexpr double kBoltzmann = 1.380649e-23;  // J/K, by definition since 2019
  return Volts::of(
      std::sqrt(4.0 * kBoltzmann * temperature.value() * resistance.value() * bandwidth.value()));
}

DecibelsU powerSum(DecibelsU a, DecibelsU b) {
  const double power = std::pow(10.0, a.value() / 10.0) + std::pow(10.0, b.value() / 10.0);
  return DecibelsU::of(10.0 * std::log10(power));
}

Estimate<DecibelsU> powerSum(const Estimate<DecibelsU>& a, const Estimate<DecibelsU>& b) {
  auto sum = rising(a, b, [](DecibelsU x, DecibelsU y) { return powerSum(x, y); });
  // Noise cannot be taken away again: either of them bounds the sum from below.
  if (!sum.low) sum.low = a.low ? a.low : b.low;
  return sum;
}

Decibels cascaded(Decibels a, Decibels b) {
  return -Decibels::fromPowerRatio((-a).powerRatio() + (-b).powerRatio());
}

Estimate<Decibels> cascaded(const Estimate<Decibels>& a, const Estimate<Decibels>& b) {
  auto both = rising(a, b, [](Decibels x, Decibels y) { return cascaded(x, y); });
  if (!both.high) both.high = a.high ? a.high : b.high;
  return both;
}

Decibels noiseFigure(Decibels distance) {
  return Decibels::fromPowerRatio(1.0 + (-distance).powerRatio());
}

Estimate<Decibels> noiseFigure(const Estimate<Decibels>& distance) {
  return falling(distance, [](Decibels d) { return noiseFigure(d); });
}

Decibels distanceFor(Decibels figure) {
  return -Decibels::fromPowerRatio(figure.powerRatio() - 1.0);
}

}  // namespace linecheck::levels
