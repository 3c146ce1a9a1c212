#include "measure/procedures/pilot.h"

#include <algorithm>
#include <cmath>

#include "measure/procedures/compression.h"

namespace linecheck::measure {

std::optional<PilotDrop> pilotDrop(std::span<const StepReading> pilot) {
  if (pilot.size() < kFewestSteps) return std::nullopt;
  constexpr double kHeard = 10.0;
  constexpr double kDbPerRatio = 8.685889638065037;
  PilotDrop result;
  double reference = 0.0;
  for (std::size_t i = 0; i < pilot.size(); ++i) {
    if (pilot[i].amplitude <= kHeard * pilot[i].error) return std::nullopt;
    if (i < kFewestSteps) reference += pilot[i].amplitude / kFewestSteps;
    result.gainError =
        std::max(result.gainError, kDbPerRatio * pilot[i].error / pilot[i].amplitude);
  }
  for (const StepReading& step : pilot) {
    result.drops.push_back(20.0 * std::log10(reference / step.amplitude));
  }
  constexpr double kSmallest = 0.002;  // dB; gains wander.
  const double detectable = kSmallest + 5.0 * result.gainError;
  const auto& drops = result.drops;
  std::size_t i = 0;
  while (i < drops.size() &&
         !(drops[i] > detectable && (i + 1 == drops.size() || drops[i + 1] > detectable))) {
    ++i;
  }
  result.first = i;
  return result;
}

}  // namespace linecheck::measure
