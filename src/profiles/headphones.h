#pragma once

#include <optional>
#include <vector>

#include "profiles/figure.h"
#include "profiles/sensitivity.h"
#include "units/quantity.h"

namespace linecheck::profiles {

enum class Driver {
  unknown,
  dynamic,
  planar,
  balancedArmature,
  electrostatic,
  airMotion,  ///< A folded membrane.
  hybrid,
};

/// What lies behind the driver, and so how much sound gets out and in.
enum class Back { open, semiOpen, closed, inEar };

struct StatedBack {
  Back type = Back::open;
  Claim claim;

  bool operator==(const StatedBack&) const = default;
};

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
  std::optional<StatedBack> back;
  std::optional<Figure<Ohms>> impedance;  ///< Nominal.
  std::optional<ImpedanceCurve> impedanceCurve;
  std::optional<Figure<Sensitivity>> sensitivity;

  bool operator==(const Headphones&) const = default;
};

}  // namespace linecheck::profiles
