#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "measure/live_events.h"

namespace linecheck::measure {

/// Events for the listener, in order; none is dropped. Thread-safe: yes. Realtime-safe: no.
class LiveEventQueue {
 public:
  void push(LiveEvent event) {
    {
      const std::lock_guard lock(mutex_);
      events_.push_back(std::move(event));
    }
    arrived_.notify_all();
  }
  [[nodiscard]] std::vector<LiveEvent> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
  }
  /// Waits until there is an event; false if there is none within `limit`.
  [[nodiscard]] bool waitFor(Clock::Duration limit) {
    std::unique_lock lock(mutex_);
    return arrived_.wait_for(lock, limit, [this] { return !events_.empty(); });
  }

 private:
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<LiveEvent> events_;
};

}  // namespace linecheck::measure
