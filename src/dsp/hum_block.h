#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/hum_presence.h"

namespace linecheck::dsp::hum {

struct BlockOptions {
  std::vector<FrequencyRange> ranges;  ///< Of the fundamental, Hz.
  int greatestOrder = 20;
  Stimulus stimulus;
  double falseAlarmRate = 1e-6;
  double wander = 0.002;  ///< Of the grid's frequency, Hz in √1 s.
};

/// One harmonic in one block; amplitudes are peaks in units of full scale, as filtered.
struct BlockHarmonic {
  double amplitude = 0.0;
  double amplitudeError = 0.0;  ///< One standard error.
  bool isMains = false;
  bool isCovered = false;
  double greatest = 0.0;  ///< Of any line of this order in the ranges; `amplitude` if present.
};

struct BlockEstimate {
  bool present = false;
  double fundamental = 0.0;       ///< Hz, mean over the block; of the best guess if not present.
  double fundamentalError = 0.0;  ///< One standard error, Hz.
  std::vector<BlockHarmonic> harmonics;  ///< Orders 1…n, as far as Nyquist allows.
  std::vector<double> track;             ///< Hz, for each of the equal parts asked for.
  double detectionLimit = 0.0;           ///< See Presence.
};

/// Looks for hum in as many samples of `whole`, from `start` on, as `window` was made for, and
/// estimates it.
[[nodiscard]] BlockEstimate estimateBlock(std::span<const double> whole, std::size_t start,
                                          LineWindow& window, std::size_t parts,
                                          const BlockOptions& options);

}  // namespace linecheck::dsp::hum
