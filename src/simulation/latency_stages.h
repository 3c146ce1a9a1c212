#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "simulation/cable_path.h"
#include "simulation/path_stage.h"

namespace linecheck::simulation {

/// The latency of clocks that do not keep step.
struct ClockDrift {
  static constexpr double kReserveFrames = 1984.0;
  static constexpr double kLatencyFrames = 2048.0;  ///< At the start.

  /// Falls by `ppm` until the reserve is used up, then jumps back.
  [[nodiscard]] static double latencyFramesAt(std::int64_t frame, double ppm);
};

/// Null without drift.
[[nodiscard]] std::unique_ptr<PathStage> makeClockDrift(double ppm, std::size_t channels);

/// How late the cable's samples are: its latency, and what an interpolation needs ahead if it is
/// not a whole number that stays.
class CableLatency {
 public:
  CableLatency(const CablePath& cable, Hertz rate);

  [[nodiscard]] double framesAt(std::int64_t frame) const;
  /// Without wander, jump and jitter.
  [[nodiscard]] double restingFrames() const { return base_ + cable_.latencyFrames; }
  [[nodiscard]] double longestFrames() const;
  /// Whether it is a whole number that stays.
  [[nodiscard]] bool isWhole() const;

 private:
  CablePath cable_;
  Hertz rate_;
  double base_ = 0.0;
};

/// Null without latency.
[[nodiscard]] std::unique_ptr<PathStage> makeCableLatency(const CablePath& cable,
                                                          std::size_t channels, int sampleRate);

}  // namespace linecheck::simulation
