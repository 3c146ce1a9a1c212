#pragma once

#include "simulation/sources/stepped_source.h"

namespace linecheck::simulation {

/// A GSM phone's bursts, rectified by an input: one time slot of eight, 26 frames in 120 ms
/// (216.67 per second), the 26th left out, while it talks to its base station: for 1…4 s, then it
/// pauses. Coupled without DC.
class MobilePhone final : public SteppedSource {
 public:
  explicit MobilePhone(const NoiseSourceConfig& config);

 private:
  void beginStep(std::int64_t frame) noexcept override;
  void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept override;
  [[nodiscard]] double envelopeAt(double second) const;

  std::uint64_t seed_;
  double sampleRate_;
  double start_;  ///< Of the count of frames, in frames.
  double scale_;
  Ramp envelope_;
};

}  // namespace linecheck::simulation
