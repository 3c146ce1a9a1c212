#pragma once

#include <map>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include "prediction/loop.h"
#include "support/levels/level_desk.h"

namespace linecheck::prediction::testing {

using namespace levels::testing;  // NOLINT(google-build-using-namespace): the fixtures.
using profiles::Confidence;

/// Sets who says all the levels and noises of a profile.
inline void trust(Profile& profile, Confidence confidence) {
  const auto set = [&](auto& figure) {
    if (figure) figure->provenance.confidence = confidence;
  };
  const auto setAll = [&](profiles::Figures& figures) {
    set(figures.dynamicRange);
    set(figures.thdPlusNoise);
    set(figures.crosstalk);
  };
  setAll(profile.figures);
  for (Port& port : profile.ports) {
    set(port.maximumLevel);
    set(port.impedance);
    set(port.noise);
    setAll(port.figures);
  }
  for (profiles::Control& control : profile.controls) {
    control.claim.provenance.confidence = confidence;
    if (auto* trim = std::get_if<profiles::OutputTrim>(&control.action)) {
      set(trim->minimum);
      set(trim->maximum);
    } else if (auto* steps = std::get_if<profiles::GainSwitch>(&control.action)) {
      for (auto& step : steps->steps) step.gain.provenance.confidence = confidence;
    } else if (auto* inputs = std::get_if<profiles::InputSensitivity>(&control.action)) {
      for (auto& step : inputs->steps) step.maximumInput.provenance.confidence = confidence;
    }
  }
}

/// "out", balanced, of 20 dBu from 100 Ω with 120 dB (A), and "in", balanced, of 10 kΩ that takes
/// 22 dBu with 118 dB (A), two channels each; "usb". No controls. All of it measured.
inline Profile interface() {
  Profile made;
  made.kind = Kind::audioInterface;
  made.ports = {port("usb", Direction::both, Signal::digitalUsb), port("out", Direction::out),
                port("in", Direction::in)};
  for (Port* one : {&made.ports[1], &made.ports[2]}) {
    one->connector = Connector::jack635Trs;
    one->balanced = true;
    one->channels = 2;
  }
  made.ports[1].maximumLevel = figure(dBu(20.0));
  made.ports[1].impedance = figure(Ohms::of(100.0));
  made.ports[1].figures.dynamicRange = figure(dB(120.0));
  made.ports[1].figures.dynamicRange->weighting = profiles::Weighting::a;
  made.ports[2].maximumLevel = figure(dBu(22.0));
  made.ports[2].impedance = figure(Ohms::ofKilo(10.0));
  made.ports[2].figures.dynamicRange = figure(dB(118.0));
  made.ports[2].figures.dynamicRange->weighting = profiles::Weighting::a;
  trust(made, Confidence::measured);
  return made;
}

/// What a source of 100 Ω loses at 10 kΩ: 20·log10(10000 / 10100).
inline constexpr double kDivider = -0.08643;

inline profiles::Control trimControl() {
  return control("trim", {"out"}, profiles::OutputTrim{figure(dBu(14.0)), figure(dBu(20.0))});
}
inline profiles::Control faderControl() {
  profiles::Volume volume;
  volume.technology = profiles::VolumeTechnology::digital;
  volume.minimum = figure(dB(-96.0));
  volume.maximum = figure(dB(0.0));
  return control("fader", {"out"}, volume);
}
inline profiles::Control padControl() {
  return control("pad", {"out"}, gainSteps({{"0 dB", 0.0}, {"10 dB", -10.0}, {"20 dB", -20.0}}));
}
inline profiles::Control gainControl() {
  return control("gain", {"in"}, profiles::GainKnob{figure(dB(0.0)), figure(dB(40.0))});
}

/// A computer and an interface by USB, with a cable from its output to its input unless it is
/// taken away.
class LoopDesk {
 public:
  chain::Chain chain;
  std::map<std::string, Profile, std::less<>> profiles;

  explicit LoopDesk(Profile interface) {
    add("pc", computer());
    add("box", std::move(interface));
    plug("usb", "pc", "usb", "box", "usb");
    plug("loop", "box", "out", "box", "in");
    play(chain::OperatingSystem::linux, chain::AudioPath::exclusive, {});
  }

  Profile& add(const std::string& id, Profile profile) {
    chain::Device device;
    device.id = chain::DeviceId(id);
    device.profile = id;
    chain.devices.push_back(std::move(device));
    profile.id = id;
    return profiles[id] = std::move(profile);
  }
  chain::Cable& plug(const std::string& id, const std::string& from, const std::string& fromPort,
                     const std::string& to, const std::string& toPort) {
    chain::Cable cable;
    cable.id = chain::CableId(id);
    cable.from.socket = {chain::DeviceId(from), fromPort, {}};
    cable.to.socket = {chain::DeviceId(to), toPort, {}};
    return chain.cables.emplace_back(std::move(cable));
  }
  void unplug(const std::string& id) {
    std::erase_if(chain.cables, [&](const auto& cable) { return cable.id.text() == id; });
  }
  Profile& box() { return profiles.at("box"); }
  void control(profiles::Control made, const chain::Setting& stands) {
    set("box", made.id, stands);
    box().controls.push_back(std::move(made));
    trust(box(), Confidence::measured);
  }
  void set(const std::string& device, const std::string& control, const chain::Setting& setting) {
    part(device).settings.insert_or_assign(control, setting);
  }
  void play(std::optional<chain::OperatingSystem> system, std::optional<chain::AudioPath> path,
            std::optional<double> volume) {
    part("pc").computer = chain::ComputerState{system, path, {}, volume};
  }
  void bits(int bits) { part("box").format.bits = bits; }

  /// It must be kept for as long as the desk and its loops.
  [[nodiscard]] chain::Desk desk() const {
    return chain::Desk(chain, [this](std::string_view id) {
      const auto found = profiles.find(id);
      return found == profiles.end() ? nullptr : &found->second;
    });
  }
  [[nodiscard]] Loop loop(const LoopChoice& choice = {}) const {
    return findLoop(desk(), choice).value();
  }

 private:
  chain::Device& part(const std::string& id) {
    for (chain::Device& device : chain.devices) {
      if (device.id.text() == id) return device;
    }
    throw std::out_of_range(id);
  }
};

}  // namespace linecheck::prediction::testing
