#include "measure/procedure_json.h"

#include <algorithm>
#include <cmath>

#include "measure/path_advice.h"

namespace linecheck::measure {

using json::Array;
using json::Object;
using json::Value;

Value channelJson(std::optional<int> channel) {
  return channel ? Value(*channel + 1) : Value();
}

namespace {

std::string settingKey(const Parameter& parameter) {
  std::string id = parameter.id == "seconds" ? "duration" : parameter.id;
  std::replace(id.begin(), id.end(), '-', '_');
  return parameter.unit == Unit::count ? id : jsonKey(id, parameter.unit);
}

}  // namespace

std::string jsonKey(std::string_view what, Unit unit) {
  return std::string(what) + '_' + std::string(unitKey(unit));
}

Unit unitOfDifference(Unit unit) {
  const bool isLevel = unit == Unit::dbfs || unit == Unit::dbc || unit == Unit::dbu;
  return isLevel ? Unit::db : unit;
}

// −∞ is silence; NaN is a gap.
void setJsonNumber(Object& object, const std::string& key, std::optional<double> value) {
  if (value && *value == -HUGE_VAL) {
    object.set(key, Decibels::of(*value));
  } else {
    object.set(key, value && std::isfinite(*value) ? Value(*value) : Value());
  }
}

namespace {

Value figureJson(const Figure& figure) {
  Object object{{"name", figure.id}, {"channel", channelJson(figure.channel)}};
  setJsonNumber(object, jsonKey("value", figure.unit), figure.value);
  setJsonNumber(object, jsonKey("uncertainty", unitOfDifference(figure.unit)), figure.uncertainty);
  return object;
}

Array figuresJson(const Reading& reading, const FigureExtras& extras) {
  Array array;
  for (const Figure& figure : reading.figures) {
    array.push_back(figureJson(figure));
    if (extras) extras(figure, *array.back().getIf<Object>());
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

Value traceJson(const Trace& trace) {
  Object object{{"name", trace.id}, {"channel", channelJson(trace.channel)}};
  object.set(jsonKey(trace.xName, trace.xUnit), numbersJson(trace.x))
      .set(jsonKey("value", trace.yUnit), numbersJson(trace.y));
  return object;
}

Value statementJson(const Statement& statement) {
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

Value pathChannelJson(const PathChannel& channel) {
  Object object{{"channel", channel.input + 1}};
  object.set("output", channelJson(channel.output));
  if (channel.output) {
    object.set("gain_db", channel.gain)
        .set("latency_frames", channel.latency)
        .set("inverted", channel.isInverted);
  }
  return object;
}

Value pathFindingJson(const PathFinding& finding) {
  Object menus;
  for (const auto system : soundSystems()) {
    const auto menu = pathMenu(finding.fault, system);
    menus.set(soundSystemId(system), menu.empty() ? Value() : Value(menu));
  }
  Object object{{"id", pathFaultId(finding.fault)},
                {"channel", channelJson(finding.channel)},
                {"certain", finding.certainty == Certainty::certain},
                {"value", finding.value ? Value(*finding.value) : Value()},
                {"text", pathText(finding).english()},
                {"fix", pathCure(finding.fault)}};
  object.set("menus", std::move(menus));
  return object;
}

Value deviceJson(const std::optional<audio::DeviceId>& device) {
  if (!device) return {};
  return Object{{"host_api", device->hostApi}, {"name", device->name}};
}

Value pathJson(const PathReport* path) {
  if (path == nullptr) return {};
  Array unseen;
  for (const auto fault : path->unseen) unseen.push_back(pathFaultId(fault));
  Object object{{"usable", path->isUsable()}};
  object.set("clock_drift_ppm", path->driftPpm)
      .set("channels", arrayOf(path->channels, pathChannelJson))
      .set("findings", arrayOf(path->findings, pathFindingJson))
      .set("unseen", std::move(unseen));
  return object;
}

}  // namespace

Object procedureJson(const ProcedureResult& result, const FigureExtras& extras) {
  const Capture& capture = result.recordings.front().capture;
  const PathReport* path = result.path();
  Object settings;
  for (const Parameter& parameter : result.procedure->parameters()) {
    const auto value = result.values.get(parameter.id);
    settings.set(settingKey(parameter), value ? Value(*value) : Value());
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
      .set("figures", figuresJson(result.reading, extras))
      .set("statements", arrayOf(result.reading.statements, statementJson))
      .set("traces", arrayOf(result.reading.traces, traceJson));
  return document;
}

}  // namespace linecheck::measure
