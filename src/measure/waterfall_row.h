#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "units/quantity.h"

namespace linecheck::measure {

/// One row of the waterfall: the greatest level of one spectrum in each of `kColumns` columns that
/// share the frequencies from `kLowest` to Nyquist evenly on a logarithmic axis. 16 KiB.
///
/// A row is of a single spectrum, never of an average, which would smear what was just unplugged.
struct WaterfallRow {
  static constexpr std::size_t kColumns = 8192;  ///< At 1 kHz 1 Hz wide, for 48 kHz.
  static constexpr Hertz kLowest = Hertz::of(10.0);
  static constexpr int kPerDecibel = 100;

  Seconds time;  ///< Of the spectrum's newest sample, since the stream began; what was lost counts.
  Hertz nyquist;  ///< Right edge of the last column.
  /// In 1/`kPerDecibel` dB on the scale of dBFS; whatever is fainter than −327 dBFS, silence too,
  /// is the least there is. Empty in a gap.
  std::vector<std::int16_t> levels;

  /// What came before does not lead on to what comes after: samples were lost, the spectrum began
  /// anew with other settings, or rows were not taken in time.
  [[nodiscard]] bool isGap() const { return levels.empty(); }
};

}  // namespace linecheck::measure
