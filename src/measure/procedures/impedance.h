#pragma once

#include <array>
#include <complex>
#include <optional>
#include <string>
#include <vector>

#include "measure/parameters.h"
#include "measure/reading.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// The known resistor and the input that hangs beside it: what both impedance measurements are
/// told.
struct KnownResistor {
  Ohms resistance;
  double tolerance = 0.0;     ///< Of its value, as a fraction: the limit, not one deviation.
  std::optional<Ohms> input;  ///< Input impedance of what listens.
};

/// `resistor`, `resistor-tolerance` in percent, and `input-impedance`, which may stay unknown.
[[nodiscard]] std::array<Parameter, 3> resistorParameters();
[[nodiscard]] KnownResistor resistorOf(const Values& values);

/// An impedance at one frequency.
struct ImpedancePoint {
  double frequency = 0.0;  ///< Hz.
  std::complex<double> ohms;
  /// Standard uncertainty of the magnitude that the noise makes, and of all that is known.
  double noise = 0.0;
  double uncertainty = 0.0;
};

/// An impedance against frequency, ascending.
using ImpedanceCurve = std::vector<ImpedancePoint>;

/// Between the points, see `valueAt`; uncertainties are those of the nearest point.
[[nodiscard]] ImpedancePoint pointAt(const ImpedanceCurve& curve, double frequency);

/// Adds traces `id` (magnitude in ohms) and `id`_phase (degrees).
void addTraces(const ImpedanceCurve& curve, const std::string& id, std::optional<int> channel,
               Reading& reading);

/// What an unknown input impedance may be at the worst; a line input has at least this.
inline constexpr Ohms kLeastInputImpedance = Ohms::ofKilo(5.0);

}  // namespace linecheck::measure
