#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

/// What the gate plays: its composition and its reading agree on it here.
namespace linecheck::measure::gate {

inline constexpr std::string_view kSilence = "gate.silence";
inline constexpr std::string_view kQuiet = "gate.quiet";
inline constexpr std::string_view kLoud = "gate.loud";
inline constexpr std::string_view kEnd = "gate.end";

inline constexpr Seconds kSilenceLength = Seconds::ofMilli(300.0);
inline constexpr Seconds kNoiseLength = Seconds::ofMilli(350.0);
inline constexpr Seconds kGap = Seconds::ofMilli(100.0);
inline constexpr Seconds kQuietLength = Seconds::ofMilli(400.0);
inline constexpr Seconds kLoudLength = Seconds::of(1.5);
/// By which the quiet tone lies below the loud one.
inline constexpr Decibels kQuieter = 20.0_dB;
/// The end mark's noise, after all outputs' own.
inline constexpr int kEndNoise = 1000;

/// "gate.noise.1" for output 0.
[[nodiscard]] std::string noiseId(int output);

/// The tone of one output, unlike that of any other, so that crosstalk adds nothing to it.
[[nodiscard]] Hertz toneFor(int output);

/// Noise that belongs to one output, unlike that of any other, with the peak of a sine of `level`.
[[nodiscard]] std::vector<double> noiseFor(int output, int sampleRate, DecibelsFs level);

}  // namespace linecheck::measure::gate
