#include "levels/knob.h"

#include <algorithm>
#include <cmath>

namespace linecheck::levels {
namespace {

using chain::Travel;

/// Of an audio knob that has a part of its voltage at half travel.
class AudioLaw {
 public:
  explicit AudioLaw(double atHalf)
      : base_((1.0 / atHalf - 1.0) * (1.0 / atHalf - 1.0)), logBase_(std::log(base_)) {}

  [[nodiscard]] Decibels gain(Travel travel) const {
    return Decibels::fromAmplitudeRatio((std::pow(base_, travel.fraction) - 1.0) / (base_ - 1.0));
  }
  [[nodiscard]] Travel travel(Decibels gain) const {
    return {std::log(1.0 + gain.amplitudeRatio() * (base_ - 1.0)) / logBase_};
  }

 private:
  double base_;
  double logBase_;
};

const AudioLaw kLeast{0.10};
const AudioLaw kUsual{0.15};
const AudioLaw kMost{0.20};

}  // namespace

Estimate<Decibels> gainAt(Taper taper, Travel travel) {
  if (taper == Taper::linear) {
    return Estimate<Decibels>::exactly(Decibels::fromAmplitudeRatio(travel.fraction));
  }
  return {kUsual.gain(travel), kLeast.gain(travel), kMost.gain(travel), {}};
}

Estimate<Travel> travelAt(Taper taper, const Estimate<Decibels>& gain) {
  if (taper == Taper::linear) {
    return rising(gain, [](Decibels g) { return Travel{g.amplitudeRatio()}; });
  }
  // The more voltage there is at half travel, the less the knob is turned for the same gain.
  return {ifKnown([](Decibels g) { return kUsual.travel(g); }, gain.nominal),
          ifKnown([](Decibels g) { return kMost.travel(g); }, gain.low),
          ifKnown([](Decibels g) { return kLeast.travel(g); }, gain.high), gain.missing};
}

}  // namespace linecheck::levels
