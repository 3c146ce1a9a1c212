#include "plots/spectrum_columns.h"

#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

void toDecibels(std::vector<float>& powers) {
  for (float& power : powers) power = 10.0F * std::log10(power);
}

}  // namespace

void SpectrumColumns::reduce(const measure::SpectrumFrame& frame, double lowHz, double highHz,
                             int columns) {
  const Layout layout{lowHz, highHz, frame.sampleRate / static_cast<double>(frame.fftLength),
                      columns, frame.average.size()};
  if (!reduction_ || layout != layout_) {
    layout_ = layout;
    const auto count = static_cast<std::size_t>(columns);
    reduction_.emplace(dsp::TraceAxis{.low = Hertz::of(lowHz),
                                      .high = Hertz::of(highHz),
                                      .logarithmic = true,
                                      .columns = count,
                                      .binWidth = Hertz::of(layout.binHz),
                                      .bins = layout.bins});
    for (auto* trace : {&greatest_, &mean_, &unused_}) trace->resize(count);
  }
  reduction_->reduce(frame.average, greatest_, mean_);
  toDecibels(greatest_);
  toDecibels(mean_);
  held_.clear();
  if (frame.peakHold.size() == frame.average.size()) {
    held_.resize(greatest_.size());
    reduction_->reduce(frame.peakHold, held_, unused_);
    toDecibels(held_);
  }
}

std::optional<SpectrumColumns::Extent> SpectrumColumns::extent() const {
  const auto finite = [](float level) { return std::isfinite(level); };
  sorted_.clear();
  std::copy_if(mean_.begin(), mean_.end(), std::back_inserter(sorted_), finite);
  if (sorted_.empty()) return std::nullopt;
  const auto floor = sorted_.begin() + static_cast<std::ptrdiff_t>(sorted_.size() / 20);
  std::nth_element(sorted_.begin(), floor, sorted_.end());
  const auto& upper = held_.empty() ? greatest_ : held_;
  float greatest = *floor;
  for (const float level : upper) {
    if (finite(level)) greatest = std::max(greatest, level);
  }
  return Extent{greatest, *floor};
}

}  // namespace linecheck::ui
