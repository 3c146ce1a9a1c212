#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace linecheck::setup {

/// The steps of the guided set-up, in the order in which they are taken.
enum class StepId {
  desk,            ///< What is there, on which mains, plugged in where.
  cables,          ///< Signal cables, everything still off.
  power,           ///< Adapters, one strip, earth.
  powerUp,         ///< Switching on, from the source to the amplifier.
  computer,        ///< System volume, format, path.
  audioInterface,  ///< Faders and output trim.
  amplifier,       ///< Gain, knob, and what destroys amplifiers.
  oneKnob,         ///< Headphones and monitors as loud as each other.
  noise,           ///< The hum check.
  checklist,       ///< All of it once more, line by line.
};

/// All of them, in order.
[[nodiscard]] std::span<const StepId> stepIds();

/// Stable, as in JSON: "desk", "power_up", "interface", …
[[nodiscard]] std::string_view stepName(StepId step);
/// None if no step has this name.
[[nodiscard]] std::optional<StepId> findStep(std::string_view name);

}  // namespace linecheck::setup
