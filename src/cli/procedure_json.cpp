#include "cli/procedure_json.h"

#include <algorithm>
#include <cmath>

#include "measure/path_advice.h"
#include "prediction/texts.h"

namespace linecheck::cli {
namespace {

using json::Array;
using json::Object;
using json::Value;
using measure::Unit;

Value channelJson(std::optional<int> channel) {
  return channel ? Value(*channel + 1) : Value();
}

std::string key(std::string_view what, Unit unit) {
  return std::string(what) + '_' + std::string(measure::unitKey(unit));
}

// The distance between two levels is in dB.
Unit unitOfDifference(Unit unit) {
  const bool isLevel = unit == Unit::dbfs || unit == Unit::dbc || unit == Unit::dbu;
  return isLevel ? Unit::db : unit;
}

// −∞ is silence; NaN is a gap.
void setNumber(Object& object, const std::string& key, std::optional<double> value) {
  if (value && *value == -HUGE_VAL) {
    object.set(key, Decibels::of(*value));
  } else {
    object.set(key, value && std::isfinite(*value) ? Value(*value) : Value());
  }
}

const prediction::ComparedFigure* comparedWith(const ResultBeside& beside,
                                               const measure::Figure& figure) {
  if (!beside.comparison) return nullptr;
  const auto& all = beside.comparison->figures;
  const auto found = std::find_if(all.begin(), all.end(), [&figure](const auto& compared) {
    return compared.measured.id == figure.id && compared.measured.channel == figure.channel;
  });
  return found == all.end() ? nullptr : &*found;
}

Value figureJson(const ResultBeside& beside, const measure::Figure& figure) {
  const Unit step = unitOfDifference(figure.unit);
  Object object{{"name", figure.id}, {"channel", channelJson(figure.channel)}};
  setNumber(object, key("value", figure.unit), figure.value);
  setNumber(object, key("uncertainty", step), figure.uncertainty);
  if (const auto volts = beside.calibrated.inDbu(figure)) {
    setNumber(object, "value_dbu", volts->value);
    setNumber(object, "uncertainty_dbu_db", volts->uncertainty);
  }
  if (const auto* compared = comparedWith(beside, figure)) {
    const auto& value = compared->expected.value;
    setNumber(object, key("predicted", figure.unit), value.nominal);
    setNumber(object, key("predicted_low", figure.unit), value.low);
    setNumber(object, key("predicted_high", figure.unit), value.high);
    setNumber(object, key("difference", step), compared->difference);
    object.set("as_predicted", !compared->isBeyond);
  }
  return object;
}

Array figuresJson(const ResultBeside& beside) {
  Array array;
  for (const auto& figure : beside.result.reading.figures) {
    array.push_back(figureJson(beside, figure));
  }
  return array;
}

Value findingJson(const ResultBeside& beside, const prediction::Finding& finding) {
  Array causes;
  for (const auto& cause : finding.causes) {
    Object object{{"id", cause.id}, {"where", cause.where.text()}};
    object.set("text", prediction::causeText(*beside.loop->desk, cause).english())
        .set("left_db", cause.left);
    causes.push_back(std::move(object));
  }
  Object object{{"id", finding.id},
                {"figure", finding.figure},
                {"channel", channelJson(finding.channel)},
                {"text", prediction::findingText(finding).english()}};
  setNumber(object, key("difference", unitOfDifference(finding.unit)), finding.difference);
  object.set("causes", std::move(causes));
  return object;
}

Array findingsJson(const ResultBeside& beside) {
  Array array;
  if (!beside.comparison) return array;
  for (const auto& finding : beside.comparison->findings) {
    array.push_back(findingJson(beside, finding));
  }
  return array;
}

// What was not used, and why.
Array unfitJson(const measure::CalibratedResult& calibrated) {
  Array array;
  for (const auto& match : calibrated.unfit()) {
    Array reasons;
    for (const auto& misfit : match.misfits) reasons.emplace_back(measure::describe(misfit));
    array.push_back(Object{{"calibration", match.index + 1}, {"reasons", std::move(reasons)}});
  }
  return array;
}

Array numbersJson(const std::vector<double>& numbers) {
  Array array;
  array.reserve(numbers.size());
  for (const double number : numbers)
    array.push_back(std::isfinite(number) ? Value(number) : Value());
  return array;
}

Value traceJson(const measure::Trace& trace) {
  Object object{{"name", trace.id}, {"channel", channelJson(trace.channel)}};
  object.set(key(trace.xName, trace.xUnit), numbersJson(trace.x))
      .set(key("value", trace.yUnit), numbersJson(trace.y));
  return object;
}

Value statementJson(const measure::Statement& statement) {
  return Object{{"name", statement.id},
                {"channel", channelJson(statement.channel)},
                {"value", statement.word}};
}

template <class Part>
Array arrayOf(const std::vector<Part>& parts, Value (*json)(const Part&)) {
  Array array;
  array.reserve(parts.size());
  for (const Part& part : parts) array.push_back(json(part));
  return array;
}

Value pathChannelJson(const measure::PathChannel& channel) {
  Object object{{"channel", channel.input + 1}};
  object.set("output", channelJson(channel.output));
  if (channel.output) {
    object.set("gain_db", channel.gain)
        .set("latency_frames", channel.latency)
        .set("inverted", channel.isInverted);
  }
  return object;
}

Value pathFindingJson(const measure::PathFinding& finding) {
  Object menus;
  for (const auto system : measure::soundSystems()) {
    const auto menu = measure::pathMenu(finding.fault, system);
    menus.set(measure::soundSystemId(system), menu.empty() ? Value() : Value(menu));
  }
  Object object{{"id", measure::pathFaultId(finding.fault)},
                {"channel", channelJson(finding.channel)},
                {"certain", finding.certainty == measure::Certainty::certain},
                {"value", finding.value ? Value(*finding.value) : Value()},
                {"text", measure::pathText(finding).english()},
                {"fix", measure::pathCure(finding.fault)}};
  object.set("menus", std::move(menus));
  return object;
}

Value deviceJson(const std::optional<audio::DeviceId>& device) {
  if (!device) return {};
  return Object{{"host_api", device->hostApi}, {"name", device->name}};
}

Value pathJson(const measure::PathReport* path) {
  if (path == nullptr) return {};
  Array unseen;
  for (const auto fault : path->unseen) unseen.push_back(measure::pathFaultId(fault));
  Object object{{"usable", path->isUsable()}};
  object.set("clock_drift_ppm", path->driftPpm)
      .set("channels", arrayOf(path->channels, pathChannelJson))
      .set("findings", arrayOf(path->findings, pathFindingJson))
      .set("unseen", std::move(unseen));
  return object;
}

}  // namespace

Object procedureJson(const ResultBeside& beside) {
  const measure::ProcedureResult& result = beside.result;
  const measure::Capture& capture = result.recordings.front().capture;
  const measure::PathReport* path = result.path();
  Object settings;
  for (const measure::Parameter& parameter : result.procedure->parameters()) {
    settings.set(key(parameter.id, parameter.unit), Value(result.values[parameter.id]));
  }
  Object document{{"schema", "linecheck.measurement/1"}, {"kind", result.procedure->id()}};
  document.set("backend", capture.backend)
      .set("input", deviceJson(capture.input))
      .set("output", deviceJson(capture.output))
      .set("sample_rate_hz", capture.sampleRate)
      .set("settings", std::move(settings))
      .set("valid", path == nullptr || path->isUsable())
      .set("complete", result.reading.isComplete)
      .set("path", pathJson(path))
      .set("calibrations_not_used", unfitJson(beside.calibrated))
      .set("figures", figuresJson(beside))
      .set("statements", arrayOf(result.reading.statements, statementJson))
      .set("findings", findingsJson(beside))
      .set("traces", arrayOf(result.reading.traces, traceJson));
  return document;
}

}  // namespace linecheck::cli
