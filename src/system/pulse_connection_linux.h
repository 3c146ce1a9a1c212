#pragma once

#include <pulse/context.h>
#include <pulse/operation.h>
#include <pulse/sample.h>
#include <pulse/thread-mainloop.h>

#include <chrono>
#include <functional>
#include <string>

#include "base/result.h"
#include "system/change_notifier.h"

namespace linecheck::system {

/// A connection to a server that speaks PulseAudio's protocol, on a thread of libpulse's own.
/// No call outlasts its deadline.
/// Thread-safe: no; one thread uses it, which must not be the one that libpulse calls back on.
class PulseConnection {
 public:
  using Deadline = pa_usec_t;  ///< On the clock of pa_rtclock_now().
  /// Begins a request on a connection that is ready; null if that fails.
  using Request = std::function<pa_operation*(pa_context*)>;

  /// `server` is an address or empty for the user's own. Connects to nothing yet. `changes`
  /// outlives it.
  PulseConnection(std::string server, ChangeNotifier& changes);
  ~PulseConnection();
  PulseConnection(const PulseConnection&) = delete;
  PulseConnection& operator=(const PulseConnection&) = delete;

  [[nodiscard]] static Deadline in(std::chrono::milliseconds limit);

  /// Connects if there is no connection, and asks to be told of changes.
  [[nodiscard]] Result<void> connect(Deadline deadline);
  /// Makes a request and waits until it is done. What its callback writes to may live on the
  /// caller's stack: after this returns it is not called any more.
  [[nodiscard]] Result<void> run(Deadline deadline, const Request& request);

 private:
  static void onState(pa_context* context, void* self);
  static void onOperation(pa_operation* operation, void* self);
  static void onEvent(pa_context* context, pa_subscription_event_type_t type, std::uint32_t index,
                      void* self);

  // All of these with the lock held.
  [[nodiscard]] bool isReady() const;
  [[nodiscard]] Result<void> open(Deadline deadline);
  [[nodiscard]] Result<void> await(Deadline deadline, const Request& request);
  /// Waits until `isDone`; false after the deadline.
  [[nodiscard]] bool waitFor(Deadline deadline, const std::function<bool()>& isDone);
  void drop();
  [[nodiscard]] tl::unexpected<Error> failure() const;

  std::string server_;
  ChangeNotifier& changes_;
  pa_threaded_mainloop* loop_ = nullptr;
  pa_context* context_ = nullptr;
  bool wasReady_ = false;  ///< So that it can be lost.
};

}  // namespace linecheck::system
