#pragma once

#include <optional>
#include <vector>

#include "profiles/figure.h"
#include "profiles/sensitivity.h"
#include "units/quantity.h"

namespace linecheck::profiles {

enum class Driver { unknown, dynamic, planar, balancedArmature, electrostatic, hybrid };

/// Magnitude of the impedance against frequency, both rising from point to point in frequency.
struct ImpedanceCurve {
  struct Point {
    Hertz frequency;
    Ohms impedance;

    bool operator==(const Point&) const = default;
  };
  std::vector<Point> points;  ///< At least two.
  Claim claim;

  bool operator==(const ImpedanceCurve&) const = default;
};

/// What headphones are to an amplifier.
struct Headphones {
  Driver driver = Driver::unknown;
  Claim driverClaim;
  std::optional<Figure<Ohms>> impedance;  ///< Nominal.
  std::optional<ImpedanceCurve> impedanceCurve;
  std::optional<Figure<Sensitivity>> sensitivity;

  bool operator==(const Headphones&) const = default;
};

}  // namespace linecheck::profiles
