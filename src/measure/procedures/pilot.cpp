#include "measure/procedures/pilot.h"

#include <algorithm>
#include <cmath>

#include "measure/procedures/compression.h"
#include "measure/procedures/loop_inputs.h"

namespace linecheck::measure {

std::optional<PilotDrop> pilotDrop(std::span<const StepReading> pilot) {
  if (pilot.size() < kFewestSteps) return std::nullopt;
  constexpr double kHeard = 10.0;
  PilotDrop result;
  double reference = 0.0;
  for (std::size_t i = 0; i < pilot.size(); ++i) {
    if (pilot[i].amplitude <= kHeard * pilot[i].error) return std::nullopt;
    if (i < kFewestSteps) reference += pilot[i].amplitude / kFewestSteps;
    result.gainError =
        std::max(result.gainError, kDecibelsPerNeper * pilot[i].error / pilot[i].amplitude);
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

Knee kneeBefore(std::span<const DecibelsFs> levels, std::size_t first) {
  if (first == 0) return {levels[0], 0.0};
  const double last = levels[first - 1].value();
  const double next = levels[first].value();
  return {DecibelsFs::of(0.5 * (last + next)), (next - last) / std::sqrt(12.0)};
}

std::optional<PilotDrop> heardPilot(const Recording& recording, const SteppedTone& tone) {
  if (!tone.pilot) return std::nullopt;
  const auto listener = inputOf(recording, tone.pilot->output);
  return listener ? pilotDrop(readPilot(recording, tone, *listener)) : std::nullopt;
}

Knee kneeOf(std::span<const DecibelsFs> levels, const PilotDrop& pilot) {
  const auto count = static_cast<double>(pilot.drops.size() - pilot.first);
  double mean = 0.0;
  for (std::size_t i = pilot.first; i < pilot.drops.size(); ++i) {
    mean += (levels[i].value() - pilot.drops[i]) / count;
  }
  double farthest = 0.0;
  for (std::size_t i = pilot.first; i < pilot.drops.size(); ++i) {
    farthest = std::max(farthest, std::abs(levels[i].value() - pilot.drops[i] - mean));
  }
  constexpr double kSame = 0.02;    // dB of one and the same level.
  constexpr double kShape = 0.005;  // A limiter's gain ripples within a period of the tone.
  if (farthest > kSame + 4.0 * pilot.gainError) return kneeBefore(levels, pilot.first);
  return {DecibelsFs::of(mean), std::hypot(kShape, pilot.gainError / std::sqrt(count))};
}

}  // namespace linecheck::measure
