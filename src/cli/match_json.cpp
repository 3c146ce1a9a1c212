#include <cmath>

#include "cli/match_report.h"
#include "cli/match_words.h"
#include "matching/dose.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using matching::Bounded;
using matching::Match;
using matching::StepResult;

double numberOf(chain::Travel travel) {
  return travel.fraction;
}
template <class T>
double numberOf(T value) {
  return value.value();
}

/// The best value, and where they are known the bounds beside it. What has no end is null.
template <class T>
void setFigure(Object& object, const std::string& key, const Bounded<T>& figure,
               double factor = 1.0) {
  const auto number = [&](const std::optional<T>& value) -> std::optional<double> {
    if (!value || !std::isfinite(numberOf(*value))) return std::nullopt;
    return factor * numberOf(*value);
  };
  const auto nominal = number(figure.nominal());
  const auto low = number(figure.low());
  const auto high = number(figure.high());
  object.set(key, nominal);
  if (low && low != nominal) object.set(key + "_low", low);
  if (high && high != nominal) object.set(key + "_high", high);
}

/// How far below fully up, 0 dB or more, as `check` counts.
Bounded<Decibels> below(const Bounded<Decibels>& gain) {
  return Bounded<Decibels>::raw(-gain.rawNominal(), -gain.rawHigh(), -gain.rawLow());
}

std::optional<std::string> idOf(const std::string& profile) {
  if (profile.empty()) return std::nullopt;
  return profile;
}

Array reasonsJson(const Match& match) {
  Array array;
  for (const matching::Reason& reason : match.reasons.all()) {
    const ReasonKeys keys = keysOf(reason.kind);
    Object object{{"id", keys.id}, {"text", reasonText(reason)}};
    const auto setNumber = [&](std::string_view key, double number) {
      if (!key.empty() && std::isfinite(number)) object.set(key, number);
    };
    setNumber(keys.figure, reason.figure);
    setNumber(keys.limit, reason.limit);
    setNumber("weight", reason.weight);
    array.emplace_back(std::move(object));
  }
  return array;
}

Array stepsJson(const matching::Output& output, const matching::Load& load,
                const matching::Request& request) {
  Array array;
  for (const StepResult& step : matching::stepResults(output, load, request)) {
    Object object;
    object.set("gain",
               output.steps.empty() ? std::nullopt : std::optional(output.steps[step.step].name));
    object.set("chosen", step.isChosen);
    setFigure(object, "max_spl_db", step.maximum);
    object.set("limited_by_feed", step.isLimitedByFeed);
    setFigure(object, "feed_for_limit_v", step.feedForLimit);
    setFigure(object, "noise_spl_dba", step.noise);
    setFigure(object, "knob_attenuation_db", below(step.attenuation));
    setFigure(object, "knob_travel", step.travel);
    setFigure(object, "quiet_knob_travel", step.quietTravel);
    setFigure(object, "loud_knob_travel", step.loudTravel);
    array.emplace_back(std::move(object));
  }
  return array;
}

Object pairJson(const MatchReport& report, const Match& match) {
  const matching::Output& output = report.outputs[match.output];
  const matching::Load& load = report.loads[match.load];
  const matching::Demand demand = matching::demandAt(load, report.request.peak);
  Object object;
  object.set("source", idOf(output.profile));
  object.set("source_name", output.device);
  object.set("output", idOf(output.port));
  object.set("headphones", idOf(load.profile));
  object.set("headphones_name", load.name);
  setFigure(object, "impedance_ohm", load.impedance);
  setFigure(object, "source_impedance_ohm",
            report.request.sourceImpedance ? Bounded<Ohms>::exactly(*report.request.sourceImpedance)
                                           : output.impedance);
  setFigure(object, "loss_db", match.loss);
  setFigure(object, "damping_ratio", match.damping);
  setFigure(object, "response_deviation_db", match.deviation);
  object.set("response_deviation_from", word(match.deviationBasis));
  setFigure(object, "max_spl_db", match.maximum);
  object.set("limited_by",
             match.limitedBy ? std::optional(std::string(word(*match.limitedBy))) : std::nullopt);
  object.set("rated_at_ohm", match.ratedAt);
  setFigure(object, "voltage_at_target_v", demand.voltage);
  setFigure(object, "current_at_target_ma", demand.current, 1e3);
  setFigure(object, "power_at_target_mw", demand.power, 1e3);
  const matching::Demand most = matching::mostInto(output, load, report.request);
  setFigure(object, "max_voltage_v", most.voltage);
  setFigure(object, "max_current_ma", most.current, 1e3);
  setFigure(object, "max_power_mw", most.power, 1e3);
  setFigure(object, "headroom_db", match.headroom);
  setFigure(object, "noise_spl_dba", match.noise);
  object.set("gain", match.gain ? std::optional(output.steps[*match.gain].name) : std::nullopt);
  setFigure(object, "knob_travel", match.travel);
  setFigure(object, "knob_attenuation_db", below(match.attenuation));
  object.set("verdict", word(match.verdict));
  object.set("weight", match.weight);
  object.set("reasons", reasonsJson(match));
  if (report.withSteps) object.set("gains", stepsJson(output, load, report.request));
  return object;
}

}  // namespace

Object matchJson(const MatchReport& report) {
  const matching::Request& request = report.request;
  Object document{{"schema", "linecheck.match/1"}};
  document.set("target_peak_spl_db", request.peak.value());
  document.set("reserve_db", request.reserve);
  document.set("listen_spl_db", request.listening.value());
  document.set("weekly_listening_h", matching::weeklyTime(request.listening).value() / 3600.0);
  document.set("feed_v", request.feed);
  Array pairs;
  for (const Match& match : report.pairs) pairs.emplace_back(pairJson(report, match));
  document.set("pairs", std::move(pairs));
  return document;
}

}  // namespace linecheck::cli
