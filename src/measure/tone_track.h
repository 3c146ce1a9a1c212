#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

#include "units/quantity.h"

namespace linecheck::measure {

/// A known tone's amplitude and phase from block to block.
struct ToneTrack {
  std::size_t hop =
      0;  ///< Samples from block to block. A block is two hops long, under a Hann window.
  /// Complex amplitude of each block against a running oscillator: magnitude 1 is a sine of peak
  /// 1, and the angle stands still while the tone goes on at exactly its frequency.
  std::vector<std::complex<double>> tone;
  /// Mean squared magnitude of the same blocks a few bins beside the tone, where the window lets
  /// nothing of it through.
  std::vector<double> besidePower;
};

/// Blocks of 20 ms, or eight periods of a low tone.
[[nodiscard]] ToneTrack trackTone(std::span<const double> samples, Hertz sampleRate, Hertz tone);

}  // namespace linecheck::measure
