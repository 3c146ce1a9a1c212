#include "profiles/part_writers.h"

#include "profiles/vocabulary.h"

namespace linecheck::profiles {

json::Object write(const Port& port, const FigureWriter& figures) {
  json::Object object{{"id", port.id},
                      {"name", port.name},
                      {"direction", wordFor(kDirections, port.direction)},
                      {"connector", wordFor(kConnectors, port.connector)}};
  if (port.sockets != 1) object.set("sockets", port.sockets);
  object.set("channels", port.channels);
  if (port.balanced) object.set("balanced", *port.balanced);
  if (port.receiver) object.set("receiver", wordFor(kReceivers, *port.receiver));
  json::Array words;
  for (const Signal signal : port.signals) words.emplace_back(wordFor(kSignals, signal));
  object.set("signals", std::move(words));
  if (port.panel) object.set("panel", wordFor(kPanels, *port.panel));
  figures.setClaim(object, port.claim);
  figures.set(object, "impedance", port.impedance);
  figures.set(object, "maximum_level", port.maximumLevel);
  figures.set(object, "common_mode_rejection", port.commonModeRejection);
  figures.set(object, "noise", port.noise);
  json::Array powers;
  for (const LoadPower& entry : port.powerInto) {
    json::Object power{{"load_ohm", entry.load.value()}};
    if (!entry.condition.empty()) power.set("condition", entry.condition);
    power.set("power", figures.figure(entry.power));
    powers.emplace_back(std::move(power));
  }
  if (!powers.empty()) object.set("power_into", std::move(powers));
  figures.set(object, "figures", port.figures);
  return object;
}

json::Object write(const Power& power, const FigureWriter& figures) {
  json::Object object{{"supply", wordFor(kSupplies, power.supply)}};
  if (power.adapter) {
    json::Object adapter{{"current", wordFor(kCurrents, power.adapter->current)}};
    adapter.set("voltage", figures.figure(power.adapter->voltage));
    object.set("adapter", std::move(adapter));
  }
  figures.set(object, "mains_voltage", power.mainsVoltage);
  figures.set(object, "consumption", power.consumption);
  if (power.protection) {
    json::Object protection{
        {"class", wordFor(kProtectiveClasses, power.protection->protectiveClass)}};
    figures.setClaim(protection, power.protection->claim);
    object.set("protective_class", std::move(protection));
  }
  figures.set(object, "active_pfc", power.activePfc);
  figures.set(object, "earthed_plug", power.earthedPlug);
  figures.setClaim(object, power.claim);
  return object;
}

json::Object write(const Headphones& headphones, const FigureWriter& figures) {
  json::Object driver{{"type", wordFor(kDrivers, headphones.driver)}};
  figures.setClaim(driver, headphones.driverClaim);
  json::Object object{{"driver", std::move(driver)}};
  if (headphones.back) {
    json::Object back{{"type", wordFor(kBacks, headphones.back->type)}};
    figures.setClaim(back, headphones.back->claim);
    object.set("back", std::move(back));
  }
  figures.set(object, "impedance", headphones.impedance);
  if (headphones.impedanceCurve) {
    json::Array points;
    for (const ImpedanceCurve::Point& point : headphones.impedanceCurve->points) {
      points.emplace_back(json::Array{point.frequency.value(), point.impedance.value()});
    }
    json::Object curve{{"points", std::move(points)}};
    figures.setClaim(curve, headphones.impedanceCurve->claim);
    object.set("impedance_curve", std::move(curve));
  }
  figures.set(object, "sensitivity", headphones.sensitivity);
  return object;
}

}  // namespace linecheck::profiles
