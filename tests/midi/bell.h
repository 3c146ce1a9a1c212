#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace linecheck::midi::testing {

/// Rung by other threads when something happened; a test waits for it to make a condition true.
class Bell {
 public:
  void ring() {
    const std::lock_guard lock(mutex_);
    ++rings_;
    rung_.notify_all();
  }
  static void ringIt(void* bell) { static_cast<Bell*>(bell)->ring(); }

  /// Whether the condition, which is asked now and after every ring, came true. It may take what
  /// happened: it is not asked again once it was true.
  bool waitFor(const std::function<bool()>& condition) {
    const auto giveUp = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    std::unique_lock lock(mutex_);
    while (true) {
      const int heard = rings_;
      lock.unlock();
      if (condition()) return true;
      lock.lock();
      if (!rung_.wait_until(lock, giveUp, [&] { return rings_ != heard; })) return false;
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable rung_;
  int rings_ = 0;
};

}  // namespace linecheck::midi::testing
