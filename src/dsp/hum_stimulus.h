#pragma once

#include <vector>

#include "dsp/overtones.h"

namespace linecheck::dsp::hum {

/// Lines of the stimulus and of distortion, which hide the harmonics that fall on them.
class Stimulus {
 public:
  Stimulus() = default;
  /// `frequencies` of the tones that are played, in Hz; non-positive ones are left out.
  explicit Stimulus(std::vector<double> frequencies, FoldedOvertones folded = {});

  /// Whether a line of this peak amplitude, within `distance` of `frequency` (Hz), may be a
  /// multiple of a stimulus or a folded overtone.
  [[nodiscard]] bool covers(double frequency, double distance, double amplitude) const;

 private:
  std::vector<double> frequencies_;
  FoldedOvertones folded_;
};

}  // namespace linecheck::dsp::hum
