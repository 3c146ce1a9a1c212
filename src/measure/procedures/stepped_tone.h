#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/recording.h"
#include "measure/sequence.h"

namespace linecheck::measure {

/// One tone of unbroken phase on one output whose level goes from step to step, and beside it, if
/// wanted, a steady pilot on another output, which tells whether something turns all outputs down
/// together.
struct SteppedTone {
  struct Pilot {
    int output = 1;
    Hertz frequency;
    DecibelsFs level;
  };

  std::string id;             ///< Its segments are "id.in", "id.0", "id.1", …, "id.out".
  std::optional<int> output;  ///< 0-based; none: all.
  Hertz frequency;
  double phase = 0.0;                      ///< Radians of its sine at the first sample.
  std::vector<DecibelsFs> levels;          ///< Of a sine with that peak.
  Seconds hold = Seconds::ofMilli(100.0);  ///< Steady for this long in each step.
  std::optional<Pilot> pilot;
};

/// Appends it: a ramp up, the steps, a ramp down.
void addSteppedTone(Sequence& sequence, const SteppedTone& tone);

/// What came back of one step on one input.
struct StepReading {
  double amplitude = 0.0;         ///< Of the fundamental, peak.
  double error = 0.0;             ///< Standard error of it.
  std::vector<double> harmonics;  ///< Peaks of orders 2, 3, … below Nyquist, at most 5.
  double restRms = 0.0;           ///< What is not the tone and these harmonics.
  double top = 0.0;               ///< The greatest |sample|.
  /// The part of the samples that are equal to a neighbour and at the top or the bottom.
  double flatPart = 0.0;
};

/// Reads the tone off every step, as the input `channel` heard it. Ends with the first step that
/// was not captured to its end.
[[nodiscard]] std::vector<StepReading> readSteps(const Recording& recording,
                                                 const SteppedTone& tone, int channel);

/// Reads its pilot, which it has. What crosstalk brings of the tone itself is taken out first.
[[nodiscard]] std::vector<StepReading> readPilot(const Recording& recording,
                                                 const SteppedTone& tone, int channel);

}  // namespace linecheck::measure
