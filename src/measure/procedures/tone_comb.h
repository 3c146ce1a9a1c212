#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "measure/sequence.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// Many sines at once, each on a whole bin of one period, so that none leaks into another. They
/// keep clear of the mains harmonics of 50 and 60 Hz, and with these of hum.
struct ToneComb {
  int sampleRate = 48000;          ///< Hz.
  std::int64_t frames = 0;         ///< Of one period.
  std::vector<std::int64_t> bins;  ///< Ascending, kLeastGap or more apart.

  static constexpr std::int64_t kLeastGap = 10;

  [[nodiscard]] Hertz frequency(std::size_t tone) const;
};

struct CombRange {
  Hertz from;
  Hertz to;  ///< At the most 0.45 of the sample rate is used.
  double tonesPerOctave = 12.0;
};

/// Where tones would come too close to one another or to the mains there are fewer. `period` at
/// least 1 s.
[[nodiscard]] ToneComb makeComb(const CombRange& range, Seconds period, int sampleRate);

/// Plays a comb for one period, as segment `id`, on all outputs or on one. It begins long enough
/// before, as segment `id`.lead, to be steady whatever the latency is. `level` is that of a sine
/// with the comb's peak.
void addComb(Sequence& sequence, std::string_view id, const ToneComb& comb, DecibelsFs level,
             std::optional<int> output = {});

}  // namespace linecheck::measure
