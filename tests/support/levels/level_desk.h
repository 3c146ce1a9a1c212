#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "chain/desk.h"
#include "levels/level_plan.h"
#include "profiles/library.h"

namespace linecheck::levels::testing {

using profiles::Connector;
using profiles::Direction;
using profiles::Kind;
using profiles::Port;
using profiles::Profile;
using profiles::Signal;

template <class T>
profiles::Figure<T> figure(T nominal, std::optional<T> low = {}, std::optional<T> high = {}) {
  profiles::Figure<T> made;
  made.value = {nominal, low, high};
  return made;
}

inline Decibels dB(double value) {
  return Decibels::of(value);
}
inline DecibelsU dBu(double value) {
  return DecibelsU::of(value);
}

inline Port port(const std::string& id, Direction direction, Signal signal = Signal::line) {
  Port port;
  port.id = id;
  port.direction = direction;
  port.signals = {signal};
  if (signal == Signal::line) port.connector = Connector::rca;
  if (signal == Signal::line) port.balanced = false;
  return port;
}

template <class Action>
profiles::Control control(const std::string& id, std::vector<std::string> ports, Action action) {
  profiles::Control control;
  control.id = id;
  control.ports = std::move(ports);
  control.action = std::move(action);
  return control;
}

inline profiles::GainSwitch gainSteps(const std::map<std::string, double>& steps) {
  profiles::GainSwitch made;
  for (const auto& [name, gain] : steps) made.steps.push_back({name, figure(dB(gain))});
  return made;
}

/// "usb", and "out" of 20 dBu from 100 Ω with 120 dB of dynamic range.
inline Profile converter() {
  Profile made;
  made.kind = Kind::audioInterface;
  made.ports = {port("usb", Direction::both, Signal::digitalUsb), port("out", Direction::out)};
  made.ports[1].maximumLevel = figure(dBu(20.0));
  made.ports[1].impedance = figure(Ohms::of(100.0));
  made.ports[1].figures.dynamicRange = figure(dB(120.0));
  return made;
}

/// "in" of 10 kΩ that takes 22 dBu, "phones" of 8 V from 1 Ω with 1 µV of noise, a switch "gain"
/// (low 0 dB, high 14 dB) and a knob "volume".
inline Profile amplifier() {
  Profile made;
  made.kind = Kind::headphoneAmplifier;
  made.ports = {port("in", Direction::in), port("phones", Direction::out, Signal::headphone)};
  made.ports[0].maximumLevel = figure(dBu(22.0));
  made.ports[0].impedance = figure(Ohms::ofKilo(10.0));
  made.ports[1].maximumLevel = figure(dbuFromVolts(Volts::of(8.0)));
  made.ports[1].impedance = figure(Ohms::of(1.0));
  made.ports[1].noise = figure(Volts::ofMicro(1.0));
  profiles::Volume volume;
  volume.technology = profiles::VolumeTechnology::potentiometer;
  made.controls = {control("gain", {"phones"}, gainSteps({{"low", 0.0}, {"high", 14.0}})),
                   control("volume", {"phones"}, volume)};
  return made;
}

/// "plug" of 32 Ω, 100 dB SPL at 1 V.
inline Profile headphones() {
  Profile made;
  made.kind = Kind::headphones;
  made.ports = {port("plug", Direction::in, Signal::headphone)};
  made.headphones.emplace();
  made.headphones->impedance = figure(Ohms::of(32.0));
  made.headphones->sensitivity = figure(profiles::Sensitivity::perVolt(DecibelsSpl::of(100.0)));
  return made;
}

/// "usb".
inline Profile computer() {
  Profile made;
  made.kind = Kind::computer;
  made.ports = {port("usb", Direction::both, Signal::digitalUsb)};
  return made;
}

inline const Profile& shipped(std::string_view id) {
  static const profiles::Library kLibrary = profiles::Library::load(
      {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
  return kLibrary.find(id)->profile;
}

/// Puts a desk together.
class LevelDesk {
 public:
  /// The device's profile, to be changed.
  Profile& device(const std::string& id, Profile profile) {
    chain::Device made;
    made.id = chain::DeviceId(id);
    made.profile = id;
    chain_.devices.push_back(std::move(made));
    profile.id = id;
    return profiles_[id] = std::move(profile);
  }

  /// "dac:out" to "amp:in".
  void cable(const std::string& from, const std::string& to) {
    chain::Cable made;
    made.id = chain::CableId("cable-" + std::to_string(chain_.cables.size() + 1));
    made.from.socket = socket(from);
    made.to.socket = socket(to);
    chain_.cables.push_back(std::move(made));
  }

  void set(const std::string& device, const std::string& control, const chain::Setting& setting) {
    for (chain::Device& one : chain_.devices) {
      if (one.id.text() == device) one.settings[control] = setting;
    }
  }
  void flick(const std::string& device, const std::string& control, const std::string& position) {
    set(device, control, chain::Position{position});
  }

  /// It must be kept for as long as the desk.
  [[nodiscard]] chain::Desk desk() const {
    return chain::Desk(chain_, [this](std::string_view id) {
      const auto found = profiles_.find(id);
      return found == profiles_.end() ? nullptr : &found->second;
    });
  }
  [[nodiscard]] LevelPlan plan() const { return planLevels(desk()); }
  /// The only path.
  [[nodiscard]] Path path() const { return plan().paths.at(0); }

 private:
  static chain::Socket socket(const std::string& text) {
    const auto colon = text.find(':');
    return {chain::DeviceId(text.substr(0, colon)), text.substr(colon + 1), {}};
  }

  chain::Chain chain_;
  std::map<std::string, Profile, std::less<>> profiles_;
};

/// Computer, converter, amplifier with low gain and the knob fully up, headphones.
inline LevelDesk headphoneDesk() {
  LevelDesk desk;
  desk.device("pc", computer());
  desk.device("dac", converter());
  desk.device("amp", amplifier());
  desk.device("cans", headphones());
  desk.cable("pc:usb", "dac:usb");
  desk.cable("dac:out", "amp:in");
  desk.cable("amp:phones", "cans:plug");
  desk.flick("amp", "gain", "low");
  desk.set("amp", "volume", chain::Travel{1.0});
  return desk;
}

/// "pc:usb dac:usb dac:out amp:in"
inline std::string textOf(const Route& route) {
  std::string text;
  for (const RoutePoint& at : route) {
    if (!text.empty()) text += ' ';
    text += at.place().text();
  }
  return text;
}

inline const Point& pointAt(const Path& path, const std::string& place) {
  for (const Point& point : path.points) {
    if (point.at.place().text() == place) return point;
  }
  throw std::out_of_range("The path has no " + place);
}

}  // namespace linecheck::levels::testing
