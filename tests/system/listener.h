#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "system/system_sound.h"

namespace linecheck::testing {

/// Keeps what a SystemSound tells of. Outlives it.
class Listener {
 public:
  [[nodiscard]] std::function<void(system::SoundChange)> callback() {
    return [this](system::SoundChange change) {
      const std::lock_guard lock(mutex_);
      changes_.push_back(change);
      told_.notify_all();
    };
  }

  /// Forgets what has been told so far.
  void forget() {
    const std::lock_guard lock(mutex_);
    changes_.clear();
  }

  /// Waits until told of such a change since then. How soon that is the benchmark measures.
  [[nodiscard]] bool hears(system::SoundChange change,
                           std::chrono::milliseconds within = std::chrono::seconds(30)) {
    std::unique_lock lock(mutex_);
    return told_.wait_for(lock, within, [this, change] {
      for (const auto one : changes_) {
        if (one == change) return true;
      }
      return false;
    });
  }

 private:
  std::mutex mutex_;
  std::condition_variable told_;
  std::vector<system::SoundChange> changes_;
};

}  // namespace linecheck::testing
