#pragma once

#include <optional>

#include "chain/desk.h"
#include "chain/device.h"
#include "chain/place.h"
#include "levels/estimate.h"
#include "levels/route.h"
#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::prediction {

/// What the computer does to the samples before they leave it.
struct ComputerPath {
  const chain::Device* computer = nullptr;  ///< Null where none is drawn.
  chain::Place slider;                      ///< Its system volume; of no meaning without one.
  std::optional<bool> usesMixer;
  levels::Estimate<Decibels> gain;  ///< Of the system volume; 0 dB past the mixer.
  std::optional<bool> hasLimiter;   ///< Windows' mixer has one at its end.
};

/// From this level on, at the end of Windows' mixer, peaks are turned down: 20·log10(0.985).
inline constexpr DecibelsFs kLimiterKnee = DecibelsFs::of(-0.1313);

/// The gain of a system volume slider at a position of more than 0 and up to 1.
///
/// Windows: its curve lies between an audio taper and a linear one and has no formula that its
/// maker would promise. Half way up a device with a range of 63.5 dB reports −10.3 dB
/// (learn.microsoft.com, question 1252281), which is the slider's 1.7th power; 1.6 and 1.8 are
/// taken for bounds. Linux: the cube, as PulseAudio and PipeWire have it. macOS and unknown
/// systems: anything from linear to the cube. At 1 it is 0 dB in all of them.
[[nodiscard]] levels::Estimate<Decibels> sliderGain(std::optional<chain::OperatingSystem> system,
                                                    chain::Travel travel,
                                                    const chain::Place& where);

/// Of the computer that a route begins at, or into which the device is built.
[[nodiscard]] ComputerPath computerPathOf(const chain::Desk& desk, const levels::Route& route);

}  // namespace linecheck::prediction
