#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>

#include "simulation/noise_source.h"

namespace linecheck::simulation {

/// A source whose slow parts are computed at every kStep-th frame, counted from frame 0, and run
/// straight in between: wherever a block begins, the samples are the same.
class SteppedSource : public NoiseSource {
 public:
  static constexpr std::int64_t kStep = 64;

  void addTo(std::span<double> mono, std::int64_t first) noexcept final {
    while (!mono.empty()) {
      const std::int64_t step = first / kStep;
      if (step != step_) {
        beginStep(step * kStep);
        step_ = step;
      }
      const std::int64_t offset = first - step * kStep;
      const auto count = std::min(mono.size(), static_cast<std::size_t>(kStep - offset));
      addWithin(mono.first(count), first, static_cast<double>(offset) / kStep);
      mono = mono.subspan(count);
      first += static_cast<std::int64_t>(count);
    }
  }

 protected:
  /// A value that runs straight through the step.
  struct Ramp {
    double begin = 0.0;
    double end = 0.0;
    [[nodiscard]] double at(double part) const { return begin + (end - begin) * part; }
  };
  static constexpr double kPart = 1.0 / kStep;  ///< Of a step, from one frame to the next.

  /// The step from `frame` to `frame` + kStep comes.
  virtual void beginStep(std::int64_t frame) noexcept = 0;
  /// Adds frames of the step: from `first` on, `part` of it has gone by then.
  virtual void addWithin(std::span<double> mono, std::int64_t first, double part) noexcept = 0;

 private:
  std::int64_t step_ = std::numeric_limits<std::int64_t>::min();
};

}  // namespace linecheck::simulation
