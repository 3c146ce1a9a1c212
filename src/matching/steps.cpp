#include "matching/steps.h"

#include <cmath>

#include "matching/pairing.h"

namespace linecheck::matching {
namespace {

double ratio(double decibels) {
  return std::pow(10.0, decibels / 20.0);
}

/// The output's own limit, before the divider and the amplification.
Bounded<Volts> feedForLimit(const Pairing& pairing, std::size_t step) {
  const Output& output = *pairing.output.output;
  if (!output.isFed || output.steps.empty()) return {};
  const Triple gain = Triple::of(output.steps[step].gain);
  const Triple& own = pairing.drive.voltage;
  const Triple& share = pairing.share;
  return Bounded<Volts>::raw(own.nominal / (share.nominal * ratio(gain.nominal)),
                             own.low / (share.high * ratio(gain.high)),
                             own.high / (share.low * ratio(gain.low)));
}

}  // namespace

std::vector<StepResult> stepResults(const Output& output, const Load& load,
                                    const Request& request) {
  const KnobLaws laws(request);
  const PreparedOutput from(output, request, laws);
  const PreparedLoad into(load, request);
  const Pairing pairing(from, into);
  const auto chosen = pairing.lowestReaching(request.peak.value() + request.reserve.value());
  const Triple noise = from.noise + pairing.loss + into.atOneVolt;
  std::vector<StepResult> results;
  for (std::size_t i = 0; i < from.steps.size(); ++i) {
    const Pairing::Step step = pairing.step(i);
    StepResult result;
    result.step = i;
    result.isChosen = chosen == i;
    result.maximum = step.maximum.as<DecibelsSpl>();
    result.isLimitedByFeed = output.isFed && step.isLimitedByFeed;
    result.feedForLimit = feedForLimit(pairing, i);
    result.noise = noise.as<DecibelsSpl>();
    if (i > 0) result.noise = Bounded<DecibelsSpl>::raw(noise.nominal, noise.low, kUnknown);
    const auto knobAt = [&](DecibelsSpl level) {
      return attenuationFor(level.value(), request, step.fullScale).as<Decibels>();
    };
    result.attenuation = knobAt(request.listening);
    result.quietAttenuation = knobAt(request.quiet);
    result.loudAttenuation = knobAt(request.loud);
    result.travel = travelOf(output.knob, result.attenuation);
    result.quietTravel = travelOf(output.knob, result.quietAttenuation);
    result.loudTravel = travelOf(output.knob, result.loudAttenuation);
    results.push_back(result);
  }
  return results;
}

}  // namespace linecheck::matching
