#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace linecheck::cli {

/// Gives a sign of life while the program waits for what somebody types: a tone that nobody watches
/// ends by itself. Ends with the program's own thread, for the tone goes with it.
class KeepPlaying {
 public:
  explicit KeepPlaying(std::function<void()> beat)
      : thread_([beat = std::move(beat)](const std::stop_token& stop) {
          constexpr auto kInterval = std::chrono::milliseconds(100);
          std::mutex mutex;
          std::condition_variable_any wake;
          std::unique_lock lock(mutex);
          while (!stop.stop_requested()) {
            beat();
            wake.wait_for(lock, stop, kInterval, [] { return false; });
          }
        }) {}

 private:
  std::jthread thread_;
};

}  // namespace linecheck::cli
