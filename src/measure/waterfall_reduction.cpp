#include "measure/waterfall_reduction.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linecheck::measure {
namespace {

dsp::TraceAxis axisOf(std::size_t fftLength, int sampleRate) {
  return {.low = WaterfallRow::kLowest,
          .high = Hertz::of(sampleRate / 2.0),
          .logarithmic = true,
          .columns = WaterfallRow::kColumns,
          .binWidth = Hertz::of(sampleRate / static_cast<double>(fftLength)),
          .bins = fftLength / 2 + 1};
}

std::int16_t levelOf(float power) {
  using Limits = std::numeric_limits<std::int16_t>;
  constexpr float kPerBel = 10.0F * WaterfallRow::kPerDecibel;
  // Silence has no logarithm that fits.
  if (!(power > 0.0F)) return Limits::min();
  const float level = kPerBel * std::log10(power);
  return static_cast<std::int16_t>(std::clamp(std::round(level), static_cast<float>(Limits::min()),
                                              static_cast<float>(Limits::max())));
}

}  // namespace

WaterfallReduction::WaterfallReduction(std::size_t fftLength, int sampleRate)
    : reduction_(axisOf(fftLength, sampleRate)),
      powers_(fftLength / 2 + 1),
      maxima_(WaterfallRow::kColumns),
      means_(WaterfallRow::kColumns) {}

void WaterfallReduction::reduce(std::span<const double> powers, std::vector<std::int16_t>& levels) {
  std::transform(powers.begin(), powers.end(), powers_.begin(),
                 [](double power) { return static_cast<float>(power); });
  reduction_.reduce(powers_, maxima_, means_);
  levels.resize(maxima_.size());
  std::transform(maxima_.begin(), maxima_.end(), levels.begin(), levelOf);
}

}  // namespace linecheck::measure
