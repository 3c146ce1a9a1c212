#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matching/bounded.h"
#include "profiles/profile.h"

namespace linecheck::matching {

/// A rating: the greatest voltage across a load.
struct Rating {
  Ohms load;
  Bounded<Volts> voltage;  ///< √(P·R)

  bool operator==(const Rating&) const = default;
};

/// A position of a gain switch. Of an amplifier the gain from its input to its output, of a
/// converter only what one step differs from another.
struct GainStep {
  std::string name;  ///< As printed on the device.
  Bounded<Decibels> gain;

  bool operator==(const GainStep&) const = default;
};

/// What turns the loudness.
struct Knob {
  profiles::VolumeTechnology technology = profiles::VolumeTechnology::unknown;
  std::optional<profiles::Taper> taper;

  bool operator==(const Knob&) const = default;
};

/// One socket that headphones can be plugged into. Made from a profile, or filled in by hand.
struct Output {
  std::string profile;  ///< Its id; empty for one that was typed.
  std::string port;     ///< Its id in the profile.
  std::string device;   ///< "Topping L30 II"
  std::string name;     ///< Of the port: "Headphones"
  profiles::Kind kind = profiles::Kind::headphoneAmplifier;
  /// It amplifies what comes from elsewhere, and so depends on how high that is.
  bool isFed = false;
  Bounded<Ohms> impedance;
  Bounded<Volts> maximum;       ///< RMS of the greatest sine, without load.
  std::vector<Rating> ratings;  ///< From the lowest load to the highest.
  Bounded<Volts> noise;         ///< RMS without signal.
  std::optional<profiles::Weighting> noiseWeighting;
  std::vector<GainStep> steps;  ///< From the lowest gain to the highest; may be empty.
  std::optional<Knob> knob;     ///< Empty if the profile names none.

  bool operator==(const Output&) const = default;
};

/// The outputs for headphones of a device, in the order of its ports. Ratings on a condition, such
/// as "bridged", are left out.
[[nodiscard]] std::vector<Output> outputsOf(const profiles::Profile& profile);

}  // namespace linecheck::matching
