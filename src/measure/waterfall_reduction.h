#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dsp/trace_reduction.h"
#include "measure/waterfall_row.h"

namespace linecheck::measure {

/// Reduces spectra of one length to rows of the waterfall. Thread-safe: no.
class WaterfallReduction {
 public:
  /// Of spectra with `fftLength`/2 + 1 bins at `sampleRate` (Hz, above 20).
  WaterfallReduction(std::size_t fftLength, int sampleRate);

  /// Writes `WaterfallRow::kColumns` levels of `powers`, linear, 1.0 for 0 dBFS.
  void reduce(std::span<const double> powers, std::vector<std::int16_t>& levels);

 private:
  dsp::TraceReduction reduction_;
  std::vector<float> powers_, maxima_, means_;
};

}  // namespace linecheck::measure
