#pragma once

#include <span>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// How strong the overtones of a distorted tone may be, also those beyond half the sample rate.
struct Overtones {
  Hertz fundamental;
  DecibelsFs envelope;  ///< Order k has at most this level less 40·lg k, as of a clipped sine.
};

/// Where a tone that was distorted as numbers, not as a voltage, has its overtones beyond half the
/// sample rate: no filter stops them, and they come back folded to anywhere. Thread-safe: yes.
class FoldedOvertones {
 public:
  FoldedOvertones() = default;
  /// Those that fold to at most `bandEdge` with more than −180 dBFS.
  FoldedOvertones(std::span<const Overtones> tones, Hertz sampleRate, Hertz bandEdge);

  /// Whether a line of this level within `distance` of `frequency` may be one of them.
  [[nodiscard]] bool mayBe(Hertz frequency, Hertz distance, DecibelsFs level) const;

 private:
  struct Line {
    double frequency = 0.0;  // Hz.
    DecibelsFs greatest;
  };
  std::vector<Line> lines_;  // By frequency.
};

}  // namespace linecheck::dsp
