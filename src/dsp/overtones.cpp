#include "dsp/overtones.h"

#include <algorithm>
#include <cmath>

namespace linecheck::dsp {
namespace {

constexpr DecibelsFs kLeast = DecibelsFs::of(-180.0);

}  // namespace

FoldedOvertones::FoldedOvertones(std::span<const Overtones> tones, Hertz sampleRate,
                                 Hertz bandEdge) {
  const double rate = sampleRate.value();
  for (const Overtones& tone : tones) {
    const double fundamental = tone.fundamental.value();
    for (double order = std::floor(rate / 2.0 / fundamental) + 1.0;; ++order) {
      const DecibelsFs greatest = tone.envelope - 2.0 * Decibels::fromAmplitudeRatio(order);
      if (!(greatest > kLeast)) break;
      const double frequency = std::abs(std::remainder(order * fundamental, rate));
      if (frequency <= bandEdge.value()) lines_.push_back({frequency, greatest});
    }
  }
  std::sort(lines_.begin(), lines_.end(),
            [](const Line& a, const Line& b) { return a.frequency < b.frequency; });
}

bool FoldedOvertones::mayBe(Hertz frequency, Hertz distance, DecibelsFs level) const {
  const double last = (frequency + distance).value();
  auto line = std::lower_bound(
      lines_.begin(), lines_.end(), (frequency - distance).value(),
      [](const Line& candidate, double least) { return candidate.frequency < least; });
  for (; line != lines_.end() && line->frequency <= last; ++line) {
    if (line->greatest >= level) return true;
  }
  return false;
}

}  // namespace linecheck::dsp
