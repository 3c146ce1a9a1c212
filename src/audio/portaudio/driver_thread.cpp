#include "audio/portaudio/driver_thread.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "audio/portaudio/abort_guard.h"

namespace linecheck::audio {

struct DriverThread::State {
  std::mutex mutex;
  std::condition_variable changed;
  std::function<void()> job;  ///< Empty: none waits.
  bool busy = false;
  bool quit = false;
  bool stalled = false;
  std::thread thread;

  void loop() {
    parkThisThreadOnAbort();
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [this] { return quit || job; });
      if (quit) return;
      std::function<void()> current = std::exchange(job, nullptr);
      lock.unlock();
      current();
      current = nullptr;
      lock.lock();
      busy = false;
      changed.notify_all();
      if (stalled) return;
    }
  }
};

DriverThread::DriverThread() : state_(std::make_shared<State>()) {
  state_->thread = std::thread([state = state_] { state->loop(); });
}

DriverThread::~DriverThread() {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->stalled) return;
    state_->quit = true;
  }
  state_->changed.notify_all();
  state_->thread.join();
}

bool DriverThread::stalled() const {
  const std::lock_guard lock(state_->mutex);
  return state_->stalled;
}

bool DriverThread::runJob(std::chrono::milliseconds limit, std::function<void()> job) {
  std::unique_lock lock(state_->mutex);
  if (state_->stalled) return false;
  state_->job = std::move(job);
  state_->busy = true;
  state_->changed.notify_all();
  if (state_->changed.wait_for(lock, limit, [this] { return !state_->busy; })) return true;
  state_->stalled = true;
  state_->thread.detach();
  return false;
}

}  // namespace linecheck::audio
