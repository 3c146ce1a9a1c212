#include "levels/knob.h"

#include <algorithm>
#include <cmath>

namespace linecheck::levels {
namespace {

using chain::Travel;

constexpr double kLeast = 0.10;
constexpr double kUsual = 0.15;
constexpr double kMost = 0.20;

double baseOf(double atHalf) {
  const double root = 1.0 / atHalf - 1.0;
  return root * root;
}

Decibels audioGain(Travel travel, double atHalf) {
  const double base = baseOf(atHalf);
  return Decibels::fromAmplitudeRatio((std::pow(base, travel.fraction) - 1.0) / (base - 1.0));
}

Travel audioTravel(Decibels gain, double atHalf) {
  const double base = baseOf(atHalf);
  return {std::log1p(gain.amplitudeRatio() * (base - 1.0)) / std::log(base)};
}

}  // namespace

Estimate<Decibels> gainAt(Taper taper, Travel travel) {
  if (taper == Taper::linear) {
    return Estimate<Decibels>::exactly(Decibels::fromAmplitudeRatio(travel.fraction));
  }
  return {audioGain(travel, kUsual), audioGain(travel, kLeast), audioGain(travel, kMost), {}};
}

Estimate<Travel> travelAt(Taper taper, const Estimate<Decibels>& gain) {
  if (taper == Taper::linear) {
    return rising(gain, [](Decibels g) { return Travel{g.amplitudeRatio()}; });
  }
  // The more voltage there is at half travel, the less the knob is turned for the same gain.
  return {ifKnown([](Decibels g) { return audioTravel(g, kUsual); }, gain.nominal),
          ifKnown([](Decibels g) { return audioTravel(g, kMost); }, gain.low),
          ifKnown([](Decibels g) { return audioTravel(g, kLeast); }, gain.high), gain.missing};
}

}  // namespace linecheck::levels
