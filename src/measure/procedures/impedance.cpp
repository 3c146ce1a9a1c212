#include "measure/procedures/impedance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "measure/procedures/comb_reading.h"

namespace linecheck::measure {

std::array<Parameter, 3> resistorParameters() {
  return {
      Parameter{"resistor", "Known resistor", Unit::ohms, {}, 1.0, 100e3},
      Parameter{"resistor-tolerance", "Its tolerance", Unit::percent, 1.0, 0.0, 20.0},
      Parameter{"input-impedance", "Impedance of the input", Unit::ohms, {}, 100.0, 100e6, true}};
}

KnownResistor resistorOf(const Values& values) {
  KnownResistor known;
  known.resistance = Ohms::of(values["resistor"]);
  known.tolerance = 0.01 * values["resistor-tolerance"];
  if (const auto input = values.get("input-impedance")) known.input = Ohms::of(*input);
  return known;
}

ImpedancePoint pointAt(const ImpedanceCurve& curve, double frequency) {
  std::vector<double> frequencies;
  std::vector<std::complex<double>> values;
  for (const ImpedancePoint& point : curve) {
    frequencies.push_back(point.frequency);
    values.push_back(point.ohms);
  }
  ImpedancePoint result = *std::min_element(
      curve.begin(), curve.end(), [frequency](const ImpedancePoint& a, const ImpedancePoint& b) {
        return std::abs(std::log(a.frequency / frequency)) <
               std::abs(std::log(b.frequency / frequency));
      });
  result.frequency = frequency;
  result.ohms = valueAt(frequencies, values, frequency);
  return result;
}

void addTraces(const ImpedanceCurve& curve, const std::string& id, std::optional<int> channel,
               Reading& reading) {
  Trace magnitude{id, channel, "frequency", Unit::hertz, Unit::ohms, {}, {}};
  Trace phase{id + "_phase", channel, "frequency", Unit::hertz, Unit::degrees, {}, {}};
  for (const ImpedancePoint& point : curve) {
    magnitude.x.push_back(point.frequency);
    magnitude.y.push_back(std::abs(point.ohms));
    phase.x.push_back(point.frequency);
    phase.y.push_back(std::arg(point.ohms) * 180.0 / std::numbers::pi);
  }
  reading.traces.push_back(std::move(magnitude));
  reading.traces.push_back(std::move(phase));
}

}  // namespace linecheck::measure
