#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace linecheck::simulation {

/// The last samples of one channel, side by side in memory.
class SampleHistory {
 public:
  explicit SampleHistory(std::size_t length) : length_(length), samples_(2 * length) {}

  /// Realtime-safe: yes.
  void push(double sample) {
    samples_[next_] = samples_[next_ + length_] = sample;
    next_ = next_ + 1 == length_ ? 0 : next_ + 1;
  }
  /// The `count` newest, 0…length, oldest first. Realtime-safe: yes.
  [[nodiscard]] const double* last(std::size_t count) const {
    return samples_.data() + next_ + length_ - count;
  }
  void clear() { std::fill(samples_.begin(), samples_.end(), 0.0); }

 private:
  std::size_t length_;
  std::size_t next_ = 0;
  std::vector<double> samples_;  ///< Twice in a row, so that no stretch of them wraps around.
};

/// Σ a·b, with four sums that do not wait for each other.
[[nodiscard]] inline double dot(const double* a, const double* b, std::size_t count) {
  double s0 = 0.0;
  double s1 = 0.0;
  double s2 = 0.0;
  double s3 = 0.0;
  const std::size_t fours = count - count % 4;
  for (std::size_t i = 0; i < fours; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (std::size_t i = fours; i < count; ++i) s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

}  // namespace linecheck::simulation
