#pragma once

#include <span>

#include "measure/procedures/stepped_tone.h"
#include "measure/reading.h"

namespace linecheck::measure {

/// Trace "gain_change": what each step loses (negative) or gains against the chain's gain, over the
/// level played.
void addGainChange(std::span<const DecibelsFs> levels, std::span<const double> losses, int channel,
                   Reading& reading);

/// Trace "distortion": harmonics 2…5 together, to the fundamental, over the level played.
void addStepDistortion(std::span<const DecibelsFs> levels, std::span<const StepReading> steps,
                       int channel, Reading& reading);

/// Harmonics 2…5 together, to the fundamental; none if noise could be all of it.
[[nodiscard]] std::optional<Decibels> distortionOf(const StepReading& step);

/// All that is not the fundamental, up to half the sample rate, to the fundamental.
[[nodiscard]] Decibels distortionAndNoiseOf(const StepReading& step);

}  // namespace linecheck::measure
