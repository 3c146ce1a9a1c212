#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace linecheck::measure {

/// A gain that moves to its target along a raised cosine, so that nothing clicks. Starts at 0.
/// Thread-safe: no. Realtime-safe: yes.
class RampedGain {
 public:
  /// `rampFrames` ≥ 1: the length of every move.
  explicit RampedGain(std::int64_t rampFrames) : rampFrames_(rampFrames) {}

  /// Moves there from wherever it is; nothing happens if it is on its way there.
  void moveTo(double target) {
    if (target == target_) return;
    from_ = current_;
    target_ = target;
    position_ = 0;
  }
  /// Is there at once.
  void jumpTo(double target) {
    from_ = current_ = target_ = target;
    position_ = rampFrames_;
  }

  /// The gain of the next frame.
  double next() {
    if (position_ >= rampFrames_) return current_;
    ++position_;
    const double turn = static_cast<double>(position_) / static_cast<double>(rampFrames_);
    current_ = position_ == rampFrames_
                   ? target_
                   : from_ + (target_ - from_) * 0.5 * (1.0 - std::cos(std::numbers::pi * turn));
    return current_;
  }

  [[nodiscard]] double current() const { return current_; }
  [[nodiscard]] bool isSilent() const { return current_ == 0.0 && target_ == 0.0; }

 private:
  std::int64_t rampFrames_;
  std::int64_t position_ = rampFrames_;
  double from_ = 0.0;
  double current_ = 0.0;
  double target_ = 0.0;
};

}  // namespace linecheck::measure
