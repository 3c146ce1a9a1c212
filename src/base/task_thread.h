#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "base/clock.h"

namespace linecheck {

/// A thread that runs tasks one after another, in the order in which they were posted. When it is
/// destroyed it finishes the running task and drops the rest.
class TaskThread {
 public:
  using Task = std::function<void()>;

  /// `onIdle`, if given, runs whenever nothing has been posted for `idleInterval`.
  explicit TaskThread(Task onIdle = {},
                      Clock::Duration idleInterval = std::chrono::milliseconds(50));
  ~TaskThread() = default;
  TaskThread(const TaskThread&) = delete;
  TaskThread& operator=(const TaskThread&) = delete;

  /// Thread-safe: yes. Realtime-safe: no.
  void post(Task task);

 private:
  void run(const std::stop_token& stop);

  Task onIdle_;
  Clock::Duration idleInterval_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<Task> tasks_;
  std::jthread thread_;  ///< Last: it uses all of the above.
};

}  // namespace linecheck
