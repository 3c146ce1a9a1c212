#pragma once

#include <optional>
#include <string>
#include <vector>

#include "profiles/control.h"
#include "profiles/figures.h"
#include "profiles/headphones.h"
#include "profiles/port.h"
#include "profiles/power.h"

namespace linecheck::profiles {

/// The newest profile format that this program reads.
inline constexpr int kFormatVersion = 1;

enum class Kind {
  computer,
  onboardAudio,
  audioInterface,
  dac,
  headphoneAmplifier,
  powerAmplifier,
  headphones,
  monitor,       ///< Active: it has its own amplifier.
  loudspeakers,  ///< Passive.
  preamplifier,
  phonoStage,
  usbIsolator,
  transformerIsolator,  ///< Of analogue lines.
  pad,                  ///< A passive attenuator.
  diBox,
  midiController,  ///< Any device that is there for MIDI, with or without sound of its own.
};

/// Whether it is there to convert between numbers and sound; a computer is not.
[[nodiscard]] constexpr bool isConverter(std::optional<Kind> kind) {
  return kind == Kind::audioInterface || kind == Kind::dac || kind == Kind::onboardAudio;
}

/// Something to know about a device that is no figure.
struct Note {
  enum class Severity {
    info,
    caution,
    danger,  ///< For the equipment or the ears.
  };
  Severity severity = Severity::info;
  std::string topic;  ///< A few words.
  std::string text;   ///< One or two sentences.
  Claim claim;

  bool operator==(const Note&) const = default;
};

/// How the device calls itself on USB.
struct UsbId {
  int vendor = 0;   ///< 0…0xffff
  int product = 0;  ///< 0…0xffff
  Claim claim;

  bool operator==(const UsbId&) const = default;
};

/// All that is known of one model of device. docs/profile-format.md describes how it is written.
struct Profile {
  std::string id;  ///< Stable: chains and projects refer to it.
  Kind kind = Kind::audioInterface;
  std::string maker;
  std::string model;
  std::vector<std::string> alsoKnownAs;
  std::vector<Port> ports;        ///< Ids differ.
  std::vector<Control> controls;  ///< Ids differ.
  std::optional<Power> power;
  std::optional<Claim> needsAirflow;  ///< That it gets warm and must not be covered.
  Figures figures;
  std::optional<Headphones> headphones;  ///< There if and only if the kind is headphones.
  std::vector<UsbId> usb;
  std::vector<Note> notes;

  /// "Topping L30 II"
  [[nodiscard]] std::string name() const { return maker + ' ' + model; }
  /// Null if there is none.
  [[nodiscard]] const Port* port(std::string_view portId) const;
  /// Null if there is none.
  [[nodiscard]] const Control* control(std::string_view controlId) const;

  bool operator==(const Profile&) const = default;
};

}  // namespace linecheck::profiles
