#pragma once

#include "units/quantity.h"

namespace linecheck::simulation {

/// The grid that hum comes from.
struct Mains {
  Hertz nominal = Hertz::of(50.0);
  /// Whether it wanders as a real grid does (10 days of the European one: mean +1.4 mHz, standard
  /// deviation 19 mHz, by some 1 mHz within a second and 5 mHz within ten).
  bool drifts = true;
};

/// Periods of the mains since time 0; a pure function of time. Without drift exactly
/// nominal × time.
[[nodiscard]] double mainsCycles(const Mains& mains, Seconds time);

}  // namespace linecheck::simulation
