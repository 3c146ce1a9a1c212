#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace linecheck::measure {

/// The newest samples of one channel, up to a fixed number. All memory is taken when it is made.
/// Thread-safe: no.
class SampleHistory {
 public:
  /// `capacity` ≥ 1 samples.
  explicit SampleHistory(std::size_t capacity) : samples_(capacity) {}

  void push(std::span<const double> samples) {
    if (samples.size() > samples_.size()) samples = samples.last(samples_.size());
    const std::size_t untilEnd = std::min(samples.size(), samples_.size() - next_);
    std::copy_n(samples.begin(), untilEnd, samples_.begin() + static_cast<std::ptrdiff_t>(next_));
    std::copy(samples.begin() + static_cast<std::ptrdiff_t>(untilEnd), samples.end(),
              samples_.begin());
    next_ = (next_ + samples.size()) % samples_.size();
    size_ = std::min(size_ + samples.size(), samples_.size());
  }
  void clear() { next_ = size_ = 0; }

  [[nodiscard]] std::size_t size() const { return size_; }
  /// All there are, the oldest first.
  [[nodiscard]] std::vector<double> snapshot() const {
    std::vector<double> result;
    result.reserve(size_);
    const std::size_t oldest = (next_ + samples_.size() - size_) % samples_.size();
    const std::size_t untilEnd = std::min(size_, samples_.size() - oldest);
    const auto begin = samples_.begin();
    result.insert(result.end(), begin + static_cast<std::ptrdiff_t>(oldest),
                  begin + static_cast<std::ptrdiff_t>(oldest + untilEnd));
    result.insert(result.end(), begin, begin + static_cast<std::ptrdiff_t>(size_ - untilEnd));
    return result;
  }

 private:
  std::vector<double> samples_;
  std::size_t next_ = 0;
  std::size_t size_ = 0;
};

}  // namespace linecheck::measure
