#include "json/pointer.h"
#include "profiles/part_readers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

constexpr int kMostChannels = 64;

/// A whole number within bounds, or `fallback` if the place is empty.
int readCount(const json::Cursor& place, int least, int most, int fallback) {
  const std::optional<std::int64_t> number = place.integer();
  if (!number) return fallback;
  if (*number < least || *number > most) {
    place.fail("This must lie between " + std::to_string(least) + " and " + std::to_string(most) +
               ".");
    return fallback;
  }
  return static_cast<int>(*number);
}

std::vector<LoadPower> readPowerInto(const json::Cursor& place, const FigureReader& figures) {
  std::vector<LoadPower> powers;
  for (const json::Cursor& item : place.items()) {
    json::Members members = item.members();
    LoadPower entry;
    const json::Cursor load = members.required("load_ohm");
    const std::optional<double> ohms = load.number();
    if (ohms && !(*ohms > 0.0 && *ohms <= 1e6)) {
      load.fail("A load lies above 0 and up to 1000000 ohm.");
    }
    entry.load = Ohms::of(ohms.value_or(0.0));
    entry.condition = members.optional("condition").text().value_or("");
    if (auto power = figures.figure(members.required("power"), kPowerUnits)) {
      entry.power = std::move(*power);
    }
    powers.push_back(std::move(entry));
  }
  return powers;
}

std::vector<Signal> readSignals(const json::Cursor& place) {
  std::vector<Signal> signals;
  const std::vector<json::Cursor> items = place.items();
  for (const json::Cursor& item : items) {
    if (const auto signal = item.word(kSignals)) signals.push_back(*signal);
  }
  if (place.isList() && items.empty()) place.fail("A port carries at least one signal.");
  return signals;
}

/// What only a balanced input has.
void readReceiver(json::Members& members, Port& port, const FigureReader& figures) {
  const json::Cursor receiver = members.optional("receiver");
  const json::Cursor rejection = members.optional("common_mode_rejection");
  port.receiver = receiver.word(kReceivers);
  port.commonModeRejection = figures.figure(rejection, kRejectionUnits);
  if (port.direction != Direction::out && port.balanced != false) return;
  for (const json::Cursor& place : {receiver, rejection}) {
    if (place) place.fail("Only a balanced input has this.");
  }
}

Port readPort(json::Members& members, std::set<std::string>& taken, const FigureReader& figures) {
  Port port;
  port.id = readNewId(members.required("id"), taken);
  port.name = members.required("name").text().value_or("");
  port.direction = members.required("direction").word(kDirections).value_or(Direction::in);
  port.connector = members.required("connector").word(kConnectors).value_or(Connector::unknown);
  port.sockets = readCount(members.optional("sockets"), 1, kMostChannels, 1);
  port.channels = readCount(members.required("channels"), 0, kMostChannels, 0);
  if (const json::Cursor balanced = members.optional("balanced"); !balanced.isNull()) {
    port.balanced = balanced.boolean();
  }
  readReceiver(members, port, figures);
  port.signals = readSignals(members.required("signals"));
  port.panel = members.optional("panel").word(kPanels);
  port.impedance = figures.figure(members.optional("impedance"), kResistanceUnits);
  port.maximumLevel = figures.figure(members.optional("maximum_level"), kLevelUnits);
  port.noise = figures.figure(members.optional("noise"), kNoiseUnits, true);
  port.powerInto = readPowerInto(members.optional("power_into"), figures);
  port.figures = figures.figures(members.optional("figures"));
  port.claim = figures.claim(members);
  return port;
}

}  // namespace

std::vector<Port> readPorts(const json::Cursor& place, const FigureReader& figures) {
  std::vector<Port> ports;
  std::set<std::string> taken;
  for (const json::Cursor& item : place.items()) {
    json::Members members = item.members();
    ports.push_back(readPort(members, taken, figures));
  }
  return ports;
}

}  // namespace linecheck::profiles
