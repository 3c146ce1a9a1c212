#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chain/edits.h"
#include "chain/history.h"

namespace linecheck::chain::testing {

inline profiles::Port lineIn(const std::string& id, int sockets = 2) {
  profiles::Port port;
  port.id = id;
  port.name = "INPUT";
  port.direction = profiles::Direction::in;
  port.connector = profiles::Connector::rca;
  port.sockets = sockets;
  port.channels = sockets;
  port.signals = {profiles::Signal::line};
  return port;
}

inline profiles::Port lineOut(const std::string& id, int sockets = 2) {
  profiles::Port port = lineIn(id, sockets);
  port.name = "OUTPUT";
  port.direction = profiles::Direction::out;
  return port;
}

inline profiles::Port usb() {
  profiles::Port port;
  port.id = "usb";
  port.name = "USB";
  port.direction = profiles::Direction::both;
  port.connector = profiles::Connector::usbC;
  port.signals = {profiles::Signal::digitalUsb};
  return port;
}

template <class T>
profiles::Figure<T> figure(double value) {
  profiles::Figure<T> figure;
  figure.value.nominal = T::of(value);
  return figure;
}

inline profiles::Control control(const std::string& id,
                                 decltype(profiles::Control::action) action) {
  profiles::Control control;
  control.id = id;
  control.name = id;
  control.action = std::move(action);
  return control;
}

/// That an edit is refused with this code, at this place, for a reason that says this.
inline void expectRefused(const Result<Edit>& edit, ErrorCode code, std::string_view where,
                          std::string_view what) {
  ASSERT_FALSE(edit.has_value());
  EXPECT_EQ(edit.error().code, code);
  EXPECT_EQ(edit.error().where, where);
  EXPECT_NE(edit.error().what.find(what), std::string::npos) << edit.error().what;
}

/// A computer, an interface, an amplifier with a control of each kind, and monitors.
inline std::map<std::string, profiles::Profile, std::less<>> editProfiles() {
  using namespace profiles;  // NOLINT(google-build-using-namespace): all of it is theirs.
  std::map<std::string, Profile, std::less<>> all;
  const auto add = [&](const std::string& id, Kind kind, std::vector<Port> ports) -> Profile& {
    Profile& profile = all[id];
    profile.id = id;
    profile.kind = kind;
    profile.maker = "Acme";
    profile.model = id;
    profile.ports = std::move(ports);
    return profile;
  };
  add("pc", Kind::computer, {usb()});
  add("interface", Kind::audioInterface,
      {usb(), lineIn("in", 1), lineOut("out"), lineOut("out-2", 1)});
  Profile& amplifier = add("amplifier", Kind::headphoneAmplifier,
                           {lineIn("in"), lineOut("pre-out"), lineOut("phones", 1)});
  Volume volume;
  volume.maximum = figure<Decibels>(10);
  amplifier.controls = {
      control("gain", GainSwitch{{{"LOW", figure<Decibels>(0)}, {"HIGH", figure<Decibels>(14)}}}),
      control("pads", GainSwitch{}),
      control("knob", GainKnob{figure<Decibels>(-10), figure<Decibels>(50)}),
      control("trim", OutputTrim{figure<DecibelsU>(14), figure<DecibelsU>(20)}),
      control("volume", volume),
      control("sensitivity", InputSensitivity{{{"+4", figure<DecibelsU>(22)}}}),
      control("lift", GroundLift{"GND", "LIFT"}),
      control("mode",
              ModeSwitch{Operation::flick, {{"HPA", true, {"phones"}}, {"OFF", false, {}}}})};
  add("amplifier-2", Kind::headphoneAmplifier, {lineIn("in")});
  add("monitors", Kind::monitor, {lineIn("in", 2)});
  return all;
}

/// A chain that is edited as the program does it.
class Editing {
 public:
  std::map<std::string, profiles::Profile, std::less<>> profiles = editProfiles();
  History history;

  Editing() = default;
  explicit Editing(Chain chain) : history(std::move(chain)) {}

  [[nodiscard]] const profiles::Profile* profile(std::string_view id) const {
    const auto found = profiles.find(id);
    return found == profiles.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const Chain& chain() const { return history.chain(); }
  [[nodiscard]] Desk desk() const {
    return Desk(chain(), [this](std::string_view id) { return profile(id); });
  }

  /// Makes an edit for the present desk: `edit(approve, approval)`.
  template <class Make, class... Arguments>
  [[nodiscard]] Result<Edit> make(Make maker, Arguments&&... arguments) const {
    return maker(desk(), std::forward<Arguments>(arguments)...);
  }
  /// Makes it and does it; empty if that is refused.
  template <class Make, class... Arguments>
  std::optional<Edit> edit(Make maker, Arguments&&... arguments) {
    Result<Edit> made = maker(desk(), std::forward<Arguments>(arguments)...);
    if (!made) {
      ADD_FAILURE() << made.error().message();
      return std::nullopt;
    }
    history.apply(*made);
    return *made;
  }

  /// Adds a device and tells its id.
  DeviceId add(std::string_view profileId, const std::string& name = {}) {
    edit(addDevice, profile(profileId), name);
    return chain().devices.back().id;
  }
  CableId plug(const DeviceId& from, const std::string& fromPort, const DeviceId& to,
               const std::string& toPort) {
    edit(connect, cable(from, fromPort, to, toPort));
    return chain().cables.back().id;
  }
  static Cable cable(const DeviceId& from, const std::string& fromPort, const DeviceId& to,
                     const std::string& toPort) {
    Cable cable;
    cable.from.socket = {from, fromPort, {}};
    cable.to.socket = {to, toPort, {}};
    return cable;
  }
  PowerPointId point(PowerPoint::Kind kind, const std::string& name = {}) {
    PowerPoint point;
    point.kind = kind;
    point.name = name;
    edit(addPowerPoint, point);
    return chain().powerPoints.back().id;
  }
  template <class To>
  static PowerLead lead(const PowerPointId& from, const To& to) {
    PowerLead lead;
    lead.from = from;
    lead.to = to;
    return lead;
  }
};

}  // namespace linecheck::chain::testing
