#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace linecheck::dsp {

enum class Averaging {
  linear,       ///< Mean of all powers since the reset.
  exponential,  ///< Mean that forgets: the newest power has the weight 1/depth.
  peakHold,     ///< Greatest power since the reset.
};

/// Averages power spectra bin by bin, in linear power. All is allocated when it is made.
class SpectrumAverage {
 public:
  /// `depth` ≥ 1 only matters to the exponential average. Until `depth` spectra are in, it is the
  /// plain mean of those, so that it starts without a bias.
  SpectrumAverage(std::size_t bins, Averaging mode, double depth = 8.0);

  /// Takes in one spectrum of `bins` powers. Realtime-safe: yes.
  void add(std::span<const double> powers);
  /// Forgets all of them. Realtime-safe: yes.
  void reset();

  /// The average so far; zeros before the first spectrum.
  [[nodiscard]] std::span<const double> powers() const { return average_; }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::vector<double> average_;
  Averaging mode_;
  double depth_;
  std::size_t count_ = 0;
};

/// Cuts a stream of blocks of any size into frames of one length that start `hop` samples apart.
class OverlappedFrames {
 public:
  /// `length` ≥ 1; `hop` in 1…`length` samples.
  OverlappedFrames(std::size_t length, std::size_t hop);

  /// Calls `use(std::span<const double> frame)` for each frame that these samples complete.
  /// Realtime-safe: if `use` is.
  template <class Use>
  void push(std::span<const double> samples, Use&& use) {
    while (!samples.empty()) {
      const std::size_t count = std::min(samples.size(), frame_.size() - filled_);
      std::copy_n(samples.begin(), count, frame_.begin() + static_cast<std::ptrdiff_t>(filled_));
      samples = samples.subspan(count);
      filled_ += count;
      if (filled_ < frame_.size()) return;
      use(std::span<const double>(frame_));
      std::copy(frame_.begin() + static_cast<std::ptrdiff_t>(hop_), frame_.end(), frame_.begin());
      filled_ -= hop_;
    }
  }
  void reset() { filled_ = 0; }

 private:
  std::vector<double> frame_;
  std::size_t hop_;
  std::size_t filled_ = 0;
};

}  // namespace linecheck::dsp
