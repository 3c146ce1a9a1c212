#include "dsp/averaging.h"

#include "base/check.h"
#include "dsp/vector_code.h"

namespace linecheck::dsp {
namespace {

LC_VECTOR_CODE void keepGreatest(double* __restrict held, const double* __restrict fresh,
                                 std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) held[k] = held[k] > fresh[k] ? held[k] : fresh[k];
}

LC_VECTOR_CODE void moveTowards(double* __restrict average, const double* __restrict fresh,
                                double weight, std::size_t count) {
  for (std::size_t k = 0; k < count; ++k) average[k] += weight * (fresh[k] - average[k]);
}

}  // namespace

SpectrumAverage::SpectrumAverage(std::size_t bins, Averaging mode, double depth)
    : average_(bins), mode_(mode), depth_(LC_VERIFY(depth >= 1.0) ? depth : 1.0) {}

void SpectrumAverage::add(std::span<const double> powers) {
  if (!LC_VERIFY(powers.size() == average_.size())) return;
  ++count_;
  if (mode_ == Averaging::peakHold) {
    keepGreatest(average_.data(), powers.data(), average_.size());
    return;
  }
  const auto count = static_cast<double>(count_);
  const double weight = 1.0 / (mode_ == Averaging::linear ? count : std::min(count, depth_));
  moveTowards(average_.data(), powers.data(), weight, average_.size());
}

void SpectrumAverage::reset() {
  count_ = 0;
  std::fill(average_.begin(), average_.end(), 0.0);
}

OverlappedFrames::OverlappedFrames(std::size_t length, std::size_t hop)
    : frame_(LC_VERIFY(length >= 1) ? length : 1),
      hop_(LC_VERIFY(hop >= 1 && hop <= frame_.size()) ? hop : frame_.size()) {}

}  // namespace linecheck::dsp
