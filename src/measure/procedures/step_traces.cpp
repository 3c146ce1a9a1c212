#include "measure/procedures/step_traces.h"

#include <cmath>
#include <limits>

namespace linecheck::measure {

void addGainChange(std::span<const DecibelsFs> levels, std::span<const double> losses, int channel,
                   Reading& reading) {
  Trace trace{"gain_change", channel, "level", Unit::dbfs, Unit::db, {}, {}};
  for (std::size_t i = 0; i < losses.size(); ++i) {
    trace.x.push_back(levels[i].value());
    trace.y.push_back(-losses[i]);
  }
  reading.traces.push_back(std::move(trace));
}

std::optional<Decibels> distortionOf(const StepReading& step) {
  double power = 0.0;
  for (const double harmonic : step.harmonics) power += harmonic * harmonic;
  // Noise alone leaves 2·error² in each.
  const double noise = 2.0 * step.error * step.error;
  const auto count = static_cast<double>(step.harmonics.size());
  power -= count * noise;
  if (count == 0.0 || !(power > 4.0 * noise * std::sqrt(count))) return std::nullopt;
  return Decibels::fromPowerRatio(power / (step.amplitude * step.amplitude));
}

Decibels distortionAndNoiseOf(const StepReading& step) {
  double power = 2.0 * step.restRms * step.restRms;
  for (const double harmonic : step.harmonics) power += harmonic * harmonic;
  return Decibels::fromPowerRatio(power / (step.amplitude * step.amplitude));
}

void addStepDistortion(std::span<const DecibelsFs> levels, std::span<const StepReading> steps,
                       int channel, Reading& reading) {
  Trace trace{"distortion", channel, "level", Unit::dbfs, Unit::dbc, {}, {}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto distortion = distortionOf(steps[i]);
    trace.x.push_back(levels[i].value());
    trace.y.push_back(distortion ? distortion->value() : std::numeric_limits<double>::quiet_NaN());
  }
  reading.traces.push_back(std::move(trace));
}

}  // namespace linecheck::measure
