#include "setup/measured_json.h"

#include <cmath>

#include "base/number_text.h"

namespace linecheck::setup::parts {
namespace {

using json::Array;
using json::Cursor;
using json::Members;
using json::Object;
using json::Value;
using measure::PathFault;

Value finite(std::optional<double> value) {
  return value && std::isfinite(*value) ? Value(*value) : Value();
}

Value channelJson(std::optional<int> channel) {
  return channel ? Value(*channel + 1) : Value();
}

std::optional<int> readChannel(const Cursor& at) {
  if (!at || at.isNull()) return std::nullopt;
  const auto number = readNumber(at, Range{1.0, 1024.0});
  return number ? std::optional(static_cast<int>(*number) - 1) : std::nullopt;
}

PathFault readFault(const Cursor& at) {
  const auto text = at.text();
  for (int i = 0; i <= static_cast<int>(PathFault::clipping); ++i) {
    const auto fault = static_cast<PathFault>(i);
    if (text && measure::pathFaultId(fault) == *text) return fault;
  }
  if (text) at.fail("No fault of a path is called so.");
  return PathFault::noLoopback;
}

Object figureJson(const measure::Figure& figure) {
  Object object{{"name", figure.id},
                {"unit", std::string(measure::unitKey(figure.unit))},
                {"channel", channelJson(figure.channel)}};
  object.set("value", finite(figure.value)).set("uncertainty", finite(figure.uncertainty));
  if (figure.value && std::isinf(*figure.value) && *figure.value < 0.0) object.set("silent", true);
  return object;
}

measure::Figure readFigure(const Cursor& at) {
  Members members = at.members();
  measure::Figure figure;
  figure.id = members.required("name").text().value_or("");
  const Cursor unit = members.required("unit");
  if (const auto key = unit.text()) {
    const auto known = measure::unitOfKey(*key);
    if (!known) unit.fail("This unit is not known.");
    figure.unit = known.value_or(measure::Unit::db);
  }
  figure.channel = readChannel(members.required("channel"));
  figure.value = readNumber(members.required("value"));
  figure.uncertainty = readNumber(members.required("uncertainty"));
  if (const Cursor silent = members.optional("silent"); silent && silent.boolean() == true) {
    figure.value = -HUGE_VAL;
  }
  return figure;
}

Object channelReportJson(const measure::PathChannel& channel) {
  return Object{{"channel", channel.input + 1}, {"output", channelJson(channel.output)}}
      .set("gain_db", finite(channel.gain.value()))
      .set("gain_se_db", finite(channel.gainSe))
      .set("latency_frames", finite(channel.latency))
      .set("latency_se_frames", finite(channel.latencySe))
      .set("inverted", channel.isInverted);
}

measure::PathChannel readChannelReport(const Cursor& at) {
  Members members = at.members();
  measure::PathChannel channel;
  channel.input = readChannel(members.required("channel")).value_or(0);
  channel.output = readChannel(members.required("output"));
  channel.gain = Decibels::of(readNumber(members.required("gain_db")).value_or(0.0));
  channel.gainSe = readNumber(members.required("gain_se_db")).value_or(0.0);
  channel.latency = readNumber(members.required("latency_frames")).value_or(0.0);
  channel.latencySe = readNumber(members.required("latency_se_frames")).value_or(0.0);
  channel.isInverted = members.required("inverted").boolean().value_or(false);
  return channel;
}

Object findingJson(const measure::PathFinding& finding) {
  return Object{{"fault", std::string(measure::pathFaultId(finding.fault))},
                {"certain", finding.certainty == measure::Certainty::certain},
                {"channel", channelJson(finding.channel)}}
      .set("value", finite(finding.value));
}

measure::PathFinding readFinding(const Cursor& at) {
  Members members = at.members();
  measure::PathFinding finding;
  finding.fault = readFault(members.required("fault"));
  finding.certainty = members.required("certain").boolean().value_or(true)
                          ? measure::Certainty::certain
                          : measure::Certainty::likely;
  finding.channel = readChannel(members.required("channel"));
  finding.value = readNumber(members.required("value"));
  return finding;
}

Value socketJson(const std::optional<chain::Socket>& socket) {
  if (!socket) return {};
  return Object{{"device", socket->device.text()},
                {"port", socket->port},
                {"socket", socket->index ? Value(*socket->index) : Value()}};
}

std::optional<chain::Socket> readSocket(const Cursor& at) {
  if (!at || at.isNull()) return std::nullopt;
  Members members = at.members();
  chain::Socket socket;
  const Cursor device = members.required("device");
  if (const auto id = device.text()) {
    if (!chain::isValidId(*id)) device.fail("This is no id of a device.");
    socket.device = chain::DeviceId(*id);
  }
  socket.port = members.required("port").text().value_or("");
  if (const auto index = readNumber(members.required("socket"), Range{0.0, 1024.0})) {
    socket.index = static_cast<int>(*index);
  }
  return socket;
}

}  // namespace

std::optional<double> readNumber(const Cursor& at, const std::optional<Range>& range) {
  if (!at || at.isNull()) return std::nullopt;
  const auto number = at.number();
  if (number && range && (*number < range->least || *number > range->greatest)) {
    at.fail("Must be from " + numberText(range->least, 0) + " to " +
            numberText(range->greatest, 0) + '.');
    return std::nullopt;
  }
  return number;
}

std::optional<Hertz> readHertz(const Cursor& at) {
  const auto number = readNumber(at);
  if (number && *number <= 0.0) at.fail("Must be more than 0.");
  return number && *number > 0.0 ? std::optional(Hertz::of(*number)) : std::nullopt;
}

Object toJson(const measure::Reading& reading) {
  Array figures;
  for (const auto& figure : reading.figures) figures.emplace_back(figureJson(figure));
  Array statements;
  for (const auto& statement : reading.statements) {
    statements.emplace_back(Object{{"name", statement.id},
                                   {"channel", channelJson(statement.channel)},
                                   {"value", statement.word}});
  }
  return Object{{"complete", reading.isComplete}}
      .set("figures", std::move(figures))
      .set("statements", std::move(statements));
}

void read(const Cursor& at, measure::Reading& reading) {
  Members members = at.members();
  reading.isComplete = members.required("complete").boolean().value_or(true);
  for (const Cursor& item : members.required("figures").items()) {
    reading.figures.push_back(readFigure(item));
  }
  for (const Cursor& item : members.required("statements").items()) {
    Members one = item.members();
    reading.statements.push_back({one.required("name").text().value_or(""),
                                  one.required("value").text().value_or(""),
                                  readChannel(one.required("channel"))});
  }
}

Object toJson(const measure::PathReport& report) {
  Array channels;
  for (const auto& channel : report.channels) channels.emplace_back(channelReportJson(channel));
  Array unseen;
  for (const PathFault fault : report.unseen) {
    unseen.emplace_back(std::string(measure::pathFaultId(fault)));
  }
  Array findings;
  for (const auto& finding : report.findings) findings.emplace_back(findingJson(finding));
  return Object{{"run", report.wasRun}}
      .set("channels", std::move(channels))
      .set("drift_ppm", finite(report.driftPpm))
      .set("drift_se_ppm", finite(report.driftSePpm))
      .set("unseen", std::move(unseen))
      .set("findings", std::move(findings));
}

void read(const Cursor& at, measure::PathReport& report) {
  Members members = at.members();
  report.wasRun = members.required("run").boolean().value_or(false);
  for (const Cursor& item : members.required("channels").items()) {
    report.channels.push_back(readChannelReport(item));
  }
  report.driftPpm = readNumber(members.required("drift_ppm")).value_or(0.0);
  report.driftSePpm = readNumber(members.required("drift_se_ppm")).value_or(0.0);
  for (const Cursor& item : members.required("unseen").items()) {
    report.unseen.push_back(readFault(item));
  }
  for (const Cursor& item : members.required("findings").items()) {
    report.findings.push_back(readFinding(item));
  }
}

Object toJson(const prediction::LoopChoice& loop) {
  return Object{{"from", socketJson(loop.from)}, {"to", socketJson(loop.to)}};
}

void read(const Cursor& at, prediction::LoopChoice& loop) {
  Members members = at.members();
  loop.from = readSocket(members.required("from"));
  loop.to = readSocket(members.required("to"));
}

}  // namespace linecheck::setup::parts
