#pragma once

#include <vector>

#include "dsp/hum_presence.h"
#include "dsp/hum_spectrum.h"

namespace linecheck::dsp::hum {

/// What the spectrum says of one harmonic.
struct HarmonicLine {
  int order = 0;
  NoiseFloor floor;
  double power = 0.0;     ///< At the top of the line, or at order × fundamental if there is none.
  double evidence = 0.0;  ///< See hum::evidence.
  /// A line of the mains: at its place, above the floor on both sides, not one of a crowd.
  bool isMains = false;
  /// It stands out, but cannot be mains hum; it counts against presence.
  bool isForeign = false;
  /// Covered by the stimulus, or by a tone too loud to be hum.
  bool isCovered = false;
};

struct MainsLines {
  double fundamental = 0.0;             ///< Hz, from the tops of the lines.
  double fundamentalError = 0.0;        ///< One standard error, Hz.
  std::vector<HarmonicLine> harmonics;  ///< From order 1 on, as far as Nyquist allows.

  [[nodiscard]] std::vector<int> mainsOrders() const;
  /// Evidence of the test's orders, foreign and covered ones left out, and whether enough of them
  /// carry it.
  [[nodiscard]] double evidenceFor(const PresenceTest& test) const;
  [[nodiscard]] bool isCarried(const PresenceTest& test, double threshold) const;
};

/// Tells the lines of the mains from others around `candidate`: from the strongest of the orders
/// that speak for it, the fundamental becomes more exact order by order, and a line belongs to the
/// mains if it lies where the others say. `drift` (Hz) is what the fundamental may have wandered.
[[nodiscard]] MainsLines findMainsLines(const LineSpectrum& spectrum, const Candidate& candidate,
                                        int greatestOrder, const Stimulus& stimulus, double drift);

}  // namespace linecheck::dsp::hum
