#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "profiles/figure.h"
#include "profiles/port.h"

namespace linecheck::profiles {

/// Gain, or attenuation by a pad, in steps. No steps: there is a switch, its steps are unknown.
struct GainSwitch {
  struct Step {
    std::string name;
    Figure<Decibels> gain;

    bool operator==(const Step&) const = default;
  };
  std::vector<Step> steps;

  bool operator==(const GainSwitch&) const = default;
};

/// Gain of an input, turned continuously or in small steps.
struct GainKnob {
  std::optional<Figure<Decibels>> minimum;
  std::optional<Figure<Decibels>> maximum;

  bool operator==(const GainKnob&) const = default;
};

/// Sets the analogue level that an output has at 0 dBFS.
struct OutputTrim {
  std::optional<Figure<DecibelsU>> minimum;
  std::optional<Figure<DecibelsU>> maximum;

  bool operator==(const OutputTrim&) const = default;
};

/// How a volume control works, which decides whether turning down costs resolution.
enum class VolumeTechnology { unknown, potentiometer, relayLadder, digital };

/// How the gain of a volume knob follows its travel.
enum class Taper {
  linear,  ///< The voltage in proportion: most of the decibels lie near the left stop.
  audio,   ///< The decibels about in proportion ("logarithmic").
};

struct Volume {
  VolumeTechnology technology = VolumeTechnology::unknown;
  std::optional<Taper> taper;
  std::optional<Figure<Decibels>> minimum;
  std::optional<Figure<Decibels>> maximum;

  bool operator==(const Volume&) const = default;
};

/// The greatest input that each position takes.
struct InputSensitivity {
  struct Step {
    std::string name;
    Figure<DecibelsU> maximumInput;

    bool operator==(const Step&) const = default;
  };
  std::vector<Step> steps;

  bool operator==(const InputSensitivity&) const = default;
};

/// Parts the signal ground from the chassis. It never touches the protective earth.
struct GroundLift {
  std::string groundedName;  ///< "GND"
  std::string liftedName;    ///< "LIFT"

  bool operator==(const GroundLift&) const = default;
};

enum class Operation {
  flick,      ///< A switch: every position is one move away.
  holdCycle,  ///< Held for a second, it goes on to the next position.
  press,      ///< Pressed, it goes on to the next position.
};

/// Chooses which outputs play.
struct ModeSwitch {
  struct Position {
    std::string name;
    bool isOn = true;                  ///< False: the device is switched off.
    std::vector<std::string> outputs;  ///< Ids of the ports that carry signal.

    bool operator==(const Position&) const = default;
  };
  Operation operation = Operation::flick;
  std::vector<Position> positions;  ///< In the order of the switch or the cycle.

  bool operator==(const ModeSwitch&) const = default;
};

struct Control {
  std::string id;
  std::string name;  ///< As printed on the device, or what one would call it.
  std::optional<Panel> panel;
  std::vector<std::string> ports;  ///< Ids of those it acts on; may be empty.
  std::variant<GainSwitch, GainKnob, OutputTrim, Volume, InputSensitivity, GroundLift, ModeSwitch>
      action;
  Claim claim;  ///< That there is this control, and what it does.

  bool operator==(const Control&) const = default;
};

}  // namespace linecheck::profiles
