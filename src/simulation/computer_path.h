#pragma once

#include <optional>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::simulation {

/// "Enhancement": a slow leveller that listens to all channels together and gives all the same
/// gain. It takes the mean square over 50 ms (one pole) of the loudest channel and moves its gain,
/// in decibels, towards target − level with one of two time constants (one pole each).
struct AutomaticGain {
  DecibelsFs target = DecibelsFs::of(-20.0);
  Seconds attack = Seconds::of(0.1);     ///< Time constant while the gain falls, > 0.
  Seconds release = Seconds::of(1.0);    ///< Time constant while the gain rises, > 0.
  Decibels most = Decibels::of(12.0);    ///< Gain for silence and all that is quiet.
  Decibels least = Decibels::of(-24.0);  ///< Gain for what is far too loud.

  /// The gain that a steady tone settles at, within 0.02 dB above 500 Hz.
  [[nodiscard]] Decibels settledGain(DecibelsFs level) const;
};

/// What the operating system's mixer does to its samples on the way into a word of 16 bits.
enum class SixteenBit {
  rounded,   ///< Error of ±½ step, depends on the signal.
  dithered,  ///< Triangular dither of ±1 step, then rounded.
};

/// What the operating system does between a program and the converter, in this order.
struct ComputerPath {
  bool swapsChannels = false;  ///< The first two change places.
  Decibels volume;             ///< Of the volume slider; −∞ is muted.
  std::optional<AutomaticGain> automaticGain;
  bool limits = false;  ///< Windows's limiter; see SystemLimiter.
  std::optional<SixteenBit> sixteenBit;
  /// Rate in Hz at which the system mixes: there and back through a band-limiting resampler. None,
  /// or the stream's own rate, is no resampler. One of the usual rates, 32…192 kHz.
  std::optional<int> mixRate;
  /// How much faster the played samples come back than they were played, in parts per million,
  /// −1000…1000: a tone comes back higher by this much, and the latency falls by it. Once the
  /// reserve of ClockDrift::kReserveFrames is used up it jumps back to where it began.
  double clockDriftPpm = 0.0;
};

}  // namespace linecheck::simulation
