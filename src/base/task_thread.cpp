#include "base/task_thread.h"

#include <utility>

namespace linecheck {

TaskThread::TaskThread(Task onIdle, Clock::Duration idleInterval)
    : onIdle_(std::move(onIdle)),
      idleInterval_(idleInterval),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void TaskThread::post(Task task) {
  {
    const std::lock_guard lock(mutex_);
    tasks_.push_back(std::move(task));
  }
  wake_.notify_one();
}

void TaskThread::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    Task task;
    {
      std::unique_lock lock(mutex_);
      const auto isPosted = [this] { return !tasks_.empty(); };
      if (onIdle_) {
        wake_.wait_for(lock, stop, idleInterval_, isPosted);
      } else {
        wake_.wait(lock, stop, isPosted);
      }
      if (stop.stop_requested()) return;
      if (!tasks_.empty()) {
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
    }
    if (task) {
      task();
    } else if (onIdle_) {
      onIdle_();
    }
  }
}

}  // namespace linecheck
