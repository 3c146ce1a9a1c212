#pragma once

#include <atomic>

#include "base/clock.h"

namespace linecheck::testing {

/// A clock that stands until it is told to go on, for more than one thread.
class SharedClock final : public Clock {
 public:
  [[nodiscard]] Duration now() const override { return Duration(now_.load()); }
  void advance(Duration by) { now_ += by.count(); }

 private:
  std::atomic<Duration::rep> now_ = 0;
};

}  // namespace linecheck::testing
