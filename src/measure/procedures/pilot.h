#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "measure/procedures/stepped_tone.h"
#include "units/level.h"

namespace linecheck::measure {

/// How a quiet tone on the other output fares while a loud one gets louder.
struct PilotDrop {
  std::vector<double> drops;  ///< dB for each step, against the first ones.
  std::size_t first = 0;      ///< The first step at which it has dropped; their count if at none.
  double gainError = 0.0;     ///< Standard error of a drop, dB.
};

/// None with too few steps, or if the pilot is not heard.
[[nodiscard]] std::optional<PilotDrop> pilotDrop(std::span<const StepReading> pilot);

/// The same of a tone's own pilot, on the input that hears it; none if it has none.
[[nodiscard]] std::optional<PilotDrop> heardPilot(const Recording& recording,
                                                  const SteppedTone& tone);

/// Where something begins to turn the pilot down, as a level of the loud tone. What holds the loud
/// tone at one level takes from the pilot what that has too much: each step past the knee tells
/// it. Of what turns down otherwise, it lies half-way between the last step that is whole and the
/// first that is not. Not for a pilot that has not dropped.
struct Knee {
  DecibelsFs level;
  double se = 0.0;  ///< dB.
};
[[nodiscard]] Knee kneeOf(std::span<const DecibelsFs> levels, const PilotDrop& pilot);

/// Half-way between this step and the one before.
[[nodiscard]] Knee kneeBefore(std::span<const DecibelsFs> levels, std::size_t first);

/// A frequency that is no harmonic or sum of those of the loud tones.
inline constexpr Hertz kPilotFrequency = Hertz::of(2591.0);
inline constexpr DecibelsFs kPilotLevel = DecibelsFs::of(-40.0);

}  // namespace linecheck::measure
