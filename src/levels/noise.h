#pragma once

#include "levels/estimate.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::levels {

using Kelvin = Quantity<struct KelvinTag>;

/// 20 Hz to 20 kHz, near enough; and a warm room, 25 °C.
inline constexpr Hertz kAudioBand = Hertz::of(20'000.0);
inline constexpr Kelvin kRoomTemperature = Kelvin::of(298.15);

/// RMS of the noise that a resistance makes by itself, √(4·k·T·R·B) (Johnson 1928, Nyquist 1928),
/// without weighting. `resistance`, `bandwidth` and `temperature` ≥ 0.
[[nodiscard]] Volts thermalNoise(Ohms resistance, Hertz bandwidth = kAudioBand,
                                 Kelvin temperature = kRoomTemperature);

/// The level of two noises that have nothing to do with each other: their powers add.
[[nodiscard]] DecibelsU powerSum(DecibelsU a, DecibelsU b);
[[nodiscard]] Estimate<DecibelsU> powerSum(const Estimate<DecibelsU>& a,
                                           const Estimate<DecibelsU>& b);

/// The signal-to-noise ratio of two stages in a row, each with its own at the same signal:
/// −10·log10(10^(−a/10) + 10^(−b/10)).
[[nodiscard]] Decibels cascaded(Decibels a, Decibels b);
/// Of stages of which one may be unknown: then it is at most the other.
[[nodiscard]] Estimate<Decibels> cascaded(const Estimate<Decibels>& a, const Estimate<Decibels>& b);

/// By how much a stage lowers the signal-to-noise ratio, if its own lies `distance` above what it
/// is fed: 10·log10(1 + 10^(−distance/10)). 0 dB of distance cost 3.01 dB, 6 dB about 1 dB.
[[nodiscard]] Decibels noiseFigure(Decibels distance);
[[nodiscard]] Estimate<Decibels> noiseFigure(const Estimate<Decibels>& distance);
/// The distance at which a stage costs `figure` > 0: the inverse.
[[nodiscard]] Decibels distanceFor(Decibels figure);

}  // namespace linecheck::levels
