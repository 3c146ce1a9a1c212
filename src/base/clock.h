#pragma once

#include <chrono>

namespace linecheck {

/// Monotonic time, injected wherever behaviour depends on it so that tests are the same each run.
class Clock {
 public:
  using Duration = std::chrono::nanoseconds;

  virtual ~Clock() = default;

  /// Time since an arbitrary start; never goes back. Thread-safe: yes.
  [[nodiscard]] virtual Duration now() const = 0;
};

/// The machine's own steady clock.
class SteadyClock final : public Clock {
 public:
  [[nodiscard]] Duration now() const override {
    return std::chrono::steady_clock::now().time_since_epoch();
  }
};

/// A clock that stands until it is told to go on. Not thread-safe.
class ManualClock final : public Clock {
 public:
  [[nodiscard]] Duration now() const override { return now_; }
  void advance(Duration by) { now_ += by; }

 private:
  Duration now_{0};
};

}  // namespace linecheck
