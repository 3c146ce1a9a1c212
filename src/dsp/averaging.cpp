#include "dsp/averaging.h"

#include "base/check.h"

namespace linecheck::dsp {

SpectrumAverage::SpectrumAverage(std::size_t bins, Averaging mode, double depth)
    : average_(bins), mode_(mode), depth_(LC_VERIFY(depth >= 1.0) ? depth : 1.0) {}

void SpectrumAverage::add(std::span<const double> powers) {
  if (!LC_VERIFY(powers.size() == average_.size())) return;
  ++count_;
  double* average = average_.data();
  const double* fresh = powers.data();
  const std::size_t bins = average_.size();
  if (mode_ == Averaging::peakHold) {
    for (std::size_t k = 0; k < bins; ++k) average[k] = std::max(average[k], fresh[k]);
    return;
  }
  const auto count = static_cast<double>(count_);
  const double weight = 1.0 / (mode_ == Averaging::linear ? count : std::min(count, depth_));
  for (std::size_t k = 0; k < bins; ++k) average[k] += weight * (fresh[k] - average[k]);
}

void SpectrumAverage::reset() {
  count_ = 0;
  std::fill(average_.begin(), average_.end(), 0.0);
}

OverlappedFrames::OverlappedFrames(std::size_t length, std::size_t hop)
    : frame_(LC_VERIFY(length >= 1) ? length : 1),
      hop_(LC_VERIFY(hop >= 1 && hop <= frame_.size()) ? hop : frame_.size()) {}

}  // namespace linecheck::dsp
