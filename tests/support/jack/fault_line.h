#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

#include "support/jack/fault_box.h"

namespace linecheck::testing {

/// What a fault box does to the samples, without JACK.
class FaultLine {
 public:
  FaultLine(const Fault& fault, int channels, int sampleRate);

  /// Frames by which samples come out later than they went in, before any is removed.
  [[nodiscard]] int delayFrames() const { return static_cast<int>(delay_); }
  [[nodiscard]] std::int64_t droppedFrames() const { return dropped_; }

  /// One frame, one sample for each channel, in place. Allocates nothing.
  void process(std::span<float> frame);

 private:
  /// Replaces the frame by the one that comes out for it.
  void delay(std::span<float> frame);
  /// Gain, hum and noise.
  void disturb(std::span<float> frame);

  Fault fault_;
  double rate_;
  double gain_;
  double noiseRms_;
  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
  std::int64_t delay_ = 0;
  std::vector<float> memory_;  ///< The last delay_ + 1 frames, in a ring.
  std::int64_t in_ = 0;        ///< The frame that comes in next, counted from the start.
  std::int64_t out_ = 0;       ///< The frame that comes out next; before 0 is silence.
  std::int64_t signalStart_ = -1;
  std::size_t nextDropout_ = 0;
  std::int64_t dropped_ = 0;
};

}  // namespace linecheck::testing
