#include "matching/prepared.h"

#include <algorithm>
#include <cmath>

namespace linecheck::matching {
namespace {

using profiles::Kind;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// From where on headphones count as sensitive, or as of high impedance: half a volt is enough for
/// the peaks of what is listened to at 80 dB SPL, with 6 dB to spare.
constexpr double kSensitive = 110.0;  // dB SPL at 1 V
constexpr double kHighImpedance = 100.0;

/// Another source impedance takes another share of what the rating was measured with.
double otherShare(const Output& output, const Request& request, double load) {
  if (!request.sourceImpedance) return 1.0;
  const auto own = output.impedance.nominal();
  return (load + (own ? own->value() : 0.0)) / (load + request.sourceImpedance->value());
}

}  // namespace

Triple decibelsOf(const Triple& ratio) {
  // Exact figures, most of them, are worked out once.
  const double nominal = amplitudeDecibels(ratio.nominal);
  return {nominal, ratio.low == ratio.nominal ? nominal : amplitudeDecibels(ratio.low),
          ratio.high == ratio.nominal ? nominal : amplitudeDecibels(ratio.high)};
}

PreparedOutput::PreparedOutput(const Output& made, const Request& request, const KnobLaws& laws)
    : output(&made),
      impedance(Triple::of(request.sourceImpedance
                               ? Bounded<Ohms>::exactly(*request.sourceImpedance)
                               : made.impedance)),
      maximum(Triple::of(made.maximum)),
      noise(decibelsOf(Triple::of(made.noise))),
      knob(laws.of(made.knob)),
      isBuiltIn(made.kind == Kind::computer || made.kind == Kind::onboardAudio ||
                made.kind == Kind::audioInterface) {
  for (const Rating& rating : made.ratings) {
    const double share = otherShare(made, request, rating.load.value());
    const Triple volts = Triple::of(rating.voltage);
    ratings.push_back(
        {rating.load.value(), {volts.nominal * share, volts.low * share, volts.high * share}});
  }
  if (made.isFed) {
    const double feed = dbvFromVolts(request.feed).value();
    for (const GainStep& step : made.steps) {
      steps.push_back(Triple{feed, feed, feed} + Triple::of(step.gain));
    }
    isGainKnown = !steps.empty();
    if (steps.empty()) steps.emplace_back();
    return;
  }
  // A converter's greatest level is that at its highest step.
  const Triple full = decibelsOf(maximum);
  for (const GainStep& step : made.steps) {
    const double below = step.gain.rawNominal() - made.steps.back().gain.rawNominal();
    steps.push_back(full + Triple{below, below, below});
  }
  if (steps.empty()) steps.emplace_back();
  steps.back() = {kInfinity, kInfinity, kInfinity};
}

PreparedLoad::PreparedLoad(const Load& made, const Request& request)
    : load(&made),
      impedance(Triple::of(made.impedance)),
      atOneVolt(Triple::of(matching::atOneVolt(made))) {
  if (!made.curve.empty()) {
    const auto [lowest, highest] =
        std::minmax_element(made.curve.begin(), made.curve.end(),
                            [](const auto& a, const auto& b) { return a.impedance < b.impedance; });
    least = lowest->impedance.value();
    greatest = highest->impedance.value();
    basis = DeviationBasis::curve;
  } else if (impedance.low < impedance.high) {
    least = impedance.low;
    greatest = impedance.high;
    basis = DeviationBasis::range;
  } else {
    least = std::fmin(impedance.nominal, impedance.low);
    if (made.driver == profiles::Driver::planar) {
      greatest = least;
      basis = DeviationBasis::planar;
    }
  }
  currentAtTarget = demandAt(made, request.peak).current.rawNominal();
  isUndemanding = atOneVolt.nominal >= kSensitive || impedance.nominal >= kHighImpedance;
}

}  // namespace linecheck::matching
