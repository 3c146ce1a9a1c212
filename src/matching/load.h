#pragma once

#include <optional>
#include <string>
#include <vector>

#include "matching/bounded.h"
#include "profiles/profile.h"

namespace linecheck::matching {

/// Headphones as an output sees them and as the ear hears them. Made from a profile, or by hand.
struct Load {
  std::string profile;  ///< Its id; empty for one that was typed.
  std::string name;
  Bounded<Ohms> impedance;  ///< Nominal.
  /// Magnitude against frequency, in rising frequency; empty, or at least two points.
  std::vector<profiles::ImpedanceCurve::Point> curve;
  std::optional<Interval<profiles::Sensitivity>> sensitivity;  ///< One reference in all three.
  std::optional<profiles::Driver> driver;

  bool operator==(const Load&) const = default;
};

/// Empty if the profile is none of headphones.
[[nodiscard]] std::optional<Load> loadOf(const profiles::Profile& profile);

/// Sound pressure at 1 V RMS across them: dB/mW + 10·log10(1000 Ω / Z) where that is how the
/// sensitivity is given.
[[nodiscard]] Bounded<DecibelsSpl> atOneVolt(const Load& load);

/// What headphones take at a loudness, whatever drives them. Worked out from the sensitivity as it
/// is given, so that an uncertain impedance counts once: at a sensitivity per milliwatt the power
/// is as sure as that, at one per volt the voltage.
struct Demand {
  Bounded<Volts> voltage;
  Bounded<Amperes> current;
  Bounded<Watts> power;

  bool operator==(const Demand&) const = default;
};
[[nodiscard]] Demand demandAt(const Load& load, DecibelsSpl level);

}  // namespace linecheck::matching
