#include "matching/match.h"

#include <algorithm>
#include <cmath>

#include "matching/pairing.h"
#include "matching/steps.h"
#include "matching/verdict.h"

namespace linecheck::matching {

Pairing::Pairing(const PreparedOutput& from, const PreparedLoad& into)
    : output(from),
      load(into),
      share(shareAt(from, into)),
      loss(decibelsOf(share)),
      drive(driveInto(from, into, share)),
      ownMaximum(decibelsOf(drive.voltage) + into.atOneVolt) {}

Pairing::Step Pairing::step(std::size_t index) const {
  Step step;
  const Triple& open = output.steps[index];
  if (std::isinf(open.nominal)) {
    step.fullScale = step.maximum = ownMaximum;
    return step;
  }
  step.fullScale = open + loss + load.atOneVolt;
  step.maximum = {std::fmin(ownMaximum.nominal, step.fullScale.nominal),
                  std::min(ownMaximum.low, step.fullScale.low),
                  std::fmin(ownMaximum.high, step.fullScale.high)};
  // Whether an amplifier can more than it is fed with is for its rating to say.
  step.maximum.nominal = std::isnan(ownMaximum.nominal)
                             ? kUnknown
                             : std::fmin(step.maximum.nominal, step.maximum.high);
  if (std::isnan(ownMaximum.low) || std::isnan(step.fullScale.low)) step.maximum.low = kUnknown;
  step.isLimitedByFeed = step.fullScale.nominal < ownMaximum.nominal;
  return step;
}

std::optional<std::size_t> Pairing::lowestReaching(double level) const {
  const std::size_t highest = output.steps.size() - 1;
  for (std::size_t i = 0; i < highest; ++i) {
    const double fullScale = step(i).fullScale.nominal;
    if (std::isnan(fullScale)) return std::nullopt;
    if (std::fmin(ownMaximum.nominal, fullScale) >= level) return i;
  }
  return highest;
}

Triple attenuationFor(double level, const Request& request, const Triple& fullScale) {
  const double peaks = level + request.programmePeaks.value();
  // Fully up is the most; what is not known stays so.
  const auto below = [&](double loudest) { return loudest < peaks ? 0.0 : peaks - loudest; };
  return {below(fullScale.nominal), below(fullScale.high), below(fullScale.low)};
}

namespace {

Triple deviationOf(const PreparedOutput& output, const PreparedLoad& load) {
  const Triple& source = output.impedance;
  const auto between = [&](double from) {
    return amplitudeDecibels((1.0 + from / load.least) / (1.0 + from / load.greatest));
  };
  if (load.basis == DeviationBasis::curve) {
    const double nominal = between(source.nominal);
    return {nominal, source.low == source.nominal ? nominal : between(source.low),
            source.high == source.nominal ? nominal : between(source.high)};
  }
  if (load.basis == DeviationBasis::range) {
    const double nominal = between(source.nominal);
    return {nominal, 0.0, source.high == source.nominal ? nominal : between(source.high)};
  }
  // Were the impedance anywhere without bound, the whole of the loss at its least would be it.
  const double worst = amplitudeDecibels(1.0 + source.high / load.least);
  const bool isFlat = load.basis == DeviationBasis::planar && !std::isnan(source.nominal);
  return {isFlat ? 0.0 : kUnknown, 0.0, worst};
}

Match matchPair(const PreparedOutput& output, const PreparedLoad& load, const Request& request) {
  const Pairing pairing(output, load);
  const std::size_t last = output.steps.size() - 1;
  const Pairing::Step lowest = pairing.step(0);
  const Pairing::Step highest = last == 0 ? lowest : pairing.step(last);
  const double target = request.peak.value();
  const Triple& maximum = highest.maximum;
  const Triple headroom{maximum.nominal - target, maximum.low - target, maximum.high - target};
  const Triple deviation = deviationOf(output, load);
  const Triple noise = output.noise + pairing.loss + load.atOneVolt;
  const Triple damping{load.impedance.nominal / output.impedance.nominal,
                       load.impedance.low / output.impedance.high,
                       load.impedance.high / output.impedance.low};

  Match match;
  match.loss = pairing.loss.as<Decibels>();
  match.damping = damping.as<Ratio>();
  match.deviation = deviation.as<Decibels>();
  match.deviationBasis = load.basis;
  match.maximum = maximum.as<DecibelsSpl>();
  match.headroom = headroom.as<Decibels>();
  match.noise = noise.as<DecibelsSpl>();
  if (!std::isnan(maximum.nominal)) {
    match.limitedBy = highest.isLimitedByFeed ? Limit::feed : pairing.drive.limit;
    if (!highest.isLimitedByFeed && !std::isnan(pairing.drive.ratedAt)) {
      match.ratedAt = Ohms::of(pairing.drive.ratedAt);
    }
  }
  Facts facts{output, load, request, headroom, maximum, deviation};
  facts.damping = damping.nominal;
  facts.noise = noise.nominal;
  const auto listeningAt = [&](const Pairing::Step& step) {
    return attenuationFor(request.listening.value(), request, step.fullScale);
  };
  facts.lowestGainAttenuation = listeningAt(lowest).nominal;
  if (const auto gain = pairing.lowestReaching(target + request.reserve.value())) {
    const Triple attenuation = listeningAt(*gain == 0      ? lowest
                                           : *gain == last ? highest
                                                           : pairing.step(*gain));
    if (!output.output->steps.empty()) match.gain = static_cast<std::uint8_t>(*gain);
    match.attenuation = attenuation.as<Decibels>();
    match.travel = travelOf(output.output->knob, match.attenuation);
    facts.chosenGainAttenuation = attenuation.nominal;
  }
  judge(facts, match);
  return match;
}

}  // namespace

struct Comparison::Prepared {
  Request request;
  std::vector<PreparedOutput> outputs;
  std::vector<PreparedLoad> loads;
};

Comparison::Comparison(std::span<const Output> outputs, std::span<const Load> loads,
                       const Request& request) {
  const KnobLaws laws(request);
  auto prepared = std::make_unique<Prepared>();
  prepared->request = request;
  prepared->outputs.reserve(outputs.size());
  for (const Output& output : outputs) prepared->outputs.emplace_back(output, request, laws);
  prepared->loads.reserve(loads.size());
  for (const Load& load : loads) prepared->loads.emplace_back(load, request);
  prepared_ = std::move(prepared);
}

Comparison::~Comparison() = default;

Match Comparison::at(std::size_t output, std::size_t load) const {
  Match made = matchPair(prepared_->outputs[output], prepared_->loads[load], prepared_->request);
  made.output = static_cast<std::uint32_t>(output);
  made.load = static_cast<std::uint32_t>(load);
  return made;
}

Match match(const Output& output, const Load& load, const Request& request) {
  return Comparison({&output, 1}, {&load, 1}, request).at(0, 0);
}

Demand mostInto(const Output& output, const Load& load, const Request& request) {
  const PreparedOutput from(output, request, KnobLaws(request));
  const PreparedLoad into(load, request);
  const Triple volts = driveInto(from, into, shareAt(from, into)).voltage;
  const Triple& ohms = into.impedance;
  const auto power = [](double u, double z) { return u * u / z; };
  return {volts.as<Volts>(),
          Bounded<Amperes>::raw(volts.nominal / ohms.nominal, volts.low / ohms.high,
                                volts.high / ohms.low),
          Bounded<Watts>::raw(power(volts.nominal, ohms.nominal), power(volts.low, ohms.high),
                              power(volts.high, ohms.low))};
}

std::vector<Match> matchAll(std::span<const Output> outputs, std::span<const Load> loads,
                            const Request& request) {
  const Comparison comparison(outputs, loads, request);
  std::vector<Match> matches;
  matches.reserve(outputs.size() * loads.size());
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    for (std::size_t j = 0; j < loads.size(); ++j) matches.push_back(comparison.at(i, j));
  }
  return matches;
}

}  // namespace linecheck::matching
