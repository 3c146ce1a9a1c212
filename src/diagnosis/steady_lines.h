#pragma once

#include <vector>

#include "diagnosis/sound_view.h"

namespace linecheck::diagnosis {

/// What a steady line belongs to.
enum class LineOwner {
  mains,   ///< A multiple of the mains frequency where hum is present.
  played,  ///< The stimulus, its multiples and folded overtones.
  frame,   ///< A multiple of USB's 1 kHz.
  screen,  ///< A tube's 15 625 or 15 734 Hz.
  phone,   ///< A multiple of 216.7 Hz.
  stray,   ///< Nothing known.
};

/// A line that is there in nearly all frames of the capture, as no note of music is.
struct SteadyLine {
  double frequency = 0.0;  ///< Hz.
  double power = 0.0;      ///< A sine of peak 1 has 1: 10·log10 of it is dBFS.
  LineOwner owner = LineOwner::stray;
};

struct SteadyLines {
  std::vector<SteadyLine> lines;  ///< By frequency, from 8 Hz up.

  /// Power sum of an owner's lines.
  [[nodiscard]] double power(LineOwner owner) const;
  [[nodiscard]] int count(LineOwner owner) const;
};

[[nodiscard]] SteadyLines findSteadyLines(const SoundView& view);

/// The least power that a steady line at this frequency (Hz) is found with.
[[nodiscard]] double leastLinePower(const SoundView& view, double frequency);

}  // namespace linecheck::diagnosis
