#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace linecheck::audio {

/// Runs driver calls one after another on a thread of their own, and does not wait for ever: a
/// call that outlasts its limit is given up. Its thread is left behind on purpose, since a thread
/// inside a driver cannot be ended. Drivers also tie their state to the thread that initialised
/// them (COM on Windows, the last error text everywhere), so it is always the same one.
///
/// Where the system allows it, a call that ends the program with abort() (PortAudio asserts when
/// a JACK server vanishes) counts as one that never returns.
///
/// Thread-safe: no. Realtime-safe: no.
class DriverThread {
 public:
  DriverThread();
  /// Waits for nothing: no call is under way but a stalled one.
  ~DriverThread();
  DriverThread(const DriverThread&) = delete;
  DriverThread& operator=(const DriverThread&) = delete;

  /// What `job` returns, or nothing if that took longer than `limit` or an earlier job stalled.
  /// `job` may go on long after, so it owns all that it touches.
  template <class R>
  std::optional<R> run(std::chrono::milliseconds limit, std::function<R()> job) {
    const auto result = std::make_shared<std::optional<R>>();
    if (!runJob(limit, [result, job = std::move(job)] { result->emplace(job()); })) return {};
    return std::move(*result);
  }

  /// A job outlasted its limit; no other will run.
  [[nodiscard]] bool stalled() const;

 private:
  struct State;

  bool runJob(std::chrono::milliseconds limit, std::function<void()> job);

  std::shared_ptr<State> state_;  ///< Shared with the thread, which may outlive this object.
};

}  // namespace linecheck::audio
