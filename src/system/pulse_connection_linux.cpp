#include "system/pulse_connection_linux.h"

#include <pulse/error.h>
#include <pulse/introspect.h>
#include <pulse/rtclock.h>
#include <pulse/subscribe.h>

#include <utility>

namespace linecheck::system {
namespace {

class Lock {
 public:
  explicit Lock(pa_threaded_mainloop* loop) : loop_(loop) { pa_threaded_mainloop_lock(loop_); }
  ~Lock() { pa_threaded_mainloop_unlock(loop_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  pa_threaded_mainloop* loop_;
};

tl::unexpected<Error> noAnswer() {
  return fail(ErrorCode::audioDevice,
              "The sound server does not answer. Log out and in again, or restart it.");
}

void wake(pa_mainloop_api* /*api*/, pa_time_event* /*event*/, const timeval* /*time*/, void* loop) {
  pa_threaded_mainloop_signal(static_cast<pa_threaded_mainloop*>(loop), 0);
}

}  // namespace

PulseConnection::PulseConnection(std::string server, ChangeNotifier& changes)
    : server_(std::move(server)), changes_(changes) {}

PulseConnection::~PulseConnection() {
  if (loop_ == nullptr) return;
  {
    const Lock lock(loop_);
    drop();
  }
  pa_threaded_mainloop_stop(loop_);
  pa_threaded_mainloop_free(loop_);
}

PulseConnection::Deadline PulseConnection::in(std::chrono::milliseconds limit) {
  return pa_rtclock_now() + static_cast<pa_usec_t>(std::chrono::microseconds(limit).count());
}

Result<void> PulseConnection::connect(Deadline deadline) {
  if (loop_ == nullptr) {
    loop_ = pa_threaded_mainloop_new();
    if (loop_ == nullptr || pa_threaded_mainloop_start(loop_) < 0) {
      if (loop_ != nullptr) pa_threaded_mainloop_free(std::exchange(loop_, nullptr));
      return fail(ErrorCode::audioDevice, "The system has no thread left for the sound server.");
    }
  }
  const Lock lock(loop_);
  if (isReady()) return {};
  drop();
  auto opened = open(deadline);
  if (!opened) drop();
  return opened;
}

Result<void> PulseConnection::run(Deadline deadline, const Request& request) {
  const Lock lock(loop_);
  if (!isReady()) return failure();
  return await(deadline, request);
}

Result<void> PulseConnection::open(Deadline deadline) {
  context_ = pa_context_new(pa_threaded_mainloop_get_api(loop_), "Linecheck");
  if (context_ == nullptr) return failure();
  pa_context_set_state_callback(context_, onState, this);
  if (pa_context_connect(context_, server_.empty() ? nullptr : server_.c_str(),
                         PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0) {
    return failure();
  }
  const bool isInTime = waitFor(deadline, [this] {
    return isReady() || !PA_CONTEXT_IS_GOOD(pa_context_get_state(context_));
  });
  if (!isInTime) return noAnswer();
  if (!isReady()) return failure();
  wasReady_ = true;

  pa_context_set_subscribe_callback(context_, onEvent, this);
  constexpr auto kWatched = static_cast<pa_subscription_mask_t>(
      PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SOURCE | PA_SUBSCRIPTION_MASK_SERVER |
      PA_SUBSCRIPTION_MASK_MODULE);
  return await(deadline, [](pa_context* context) {
    return pa_context_subscribe(context, kWatched, nullptr, nullptr);
  });
}

Result<void> PulseConnection::await(Deadline deadline, const Request& request) {
  pa_operation* operation = request(context_);
  if (operation == nullptr) return failure();
  pa_operation_set_state_callback(operation, onOperation, this);
  const bool isInTime = waitFor(deadline, [this, operation] {
    return pa_operation_get_state(operation) != PA_OPERATION_RUNNING || !isReady();
  });
  pa_operation_set_state_callback(operation, nullptr, nullptr);
  const bool isDone = pa_operation_get_state(operation) == PA_OPERATION_DONE;
  if (!isDone) pa_operation_cancel(operation);
  pa_operation_unref(operation);
  if (isDone) return {};
  return isInTime ? failure() : noAnswer();
}

bool PulseConnection::waitFor(Deadline deadline, const std::function<bool()>& isDone) {
  pa_time_event* alarm = pa_context_rttime_new(context_, deadline, wake, loop_);
  bool isInTime = true;
  while (!isDone()) {
    if (pa_rtclock_now() >= deadline) {
      isInTime = false;
      break;
    }
    pa_threaded_mainloop_wait(loop_);
  }
  if (alarm != nullptr) pa_threaded_mainloop_get_api(loop_)->time_free(alarm);
  return isInTime;
}

bool PulseConnection::isReady() const {
  return context_ != nullptr && pa_context_get_state(context_) == PA_CONTEXT_READY;
}

void PulseConnection::drop() {
  if (context_ == nullptr) return;
  pa_context_set_state_callback(context_, nullptr, nullptr);
  pa_context_set_subscribe_callback(context_, nullptr, nullptr);
  pa_context_disconnect(context_);
  pa_context_unref(std::exchange(context_, nullptr));
  wasReady_ = false;
}

tl::unexpected<Error> PulseConnection::failure() const {
  const int code = context_ == nullptr ? PA_ERR_CONNECTIONTERMINATED : pa_context_errno(context_);
  switch (code) {
    case PA_ERR_NOENTITY:
      return fail(ErrorCode::notFound, "There is no such output or input any more.");
    case PA_ERR_CONNECTIONREFUSED:
    case PA_ERR_INVALIDSERVER:
      return fail(ErrorCode::audioDevice,
                  "No sound server runs (PulseAudio or PipeWire), so the system's sound settings "
                  "cannot be read. Set them by hand, or start one.");
    case PA_ERR_CONNECTIONTERMINATED:
      return fail(ErrorCode::audioDevice, "The sound server has ended.");
    default:
      return fail(ErrorCode::audioDevice,
                  std::string("The sound server refuses: ") + pa_strerror(code) + ".");
  }
}

void PulseConnection::onState(pa_context* context, void* self) {
  auto& connection = *static_cast<PulseConnection*>(self);
  if (!PA_CONTEXT_IS_GOOD(pa_context_get_state(context)) &&
      std::exchange(connection.wasReady_, false)) {
    connection.changes_.tell(SoundChange::lost);
  }
  pa_threaded_mainloop_signal(connection.loop_, 0);
}

void PulseConnection::onOperation(pa_operation* /*operation*/, void* self) {
  pa_threaded_mainloop_signal(static_cast<PulseConnection*>(self)->loop_, 0);
}

void PulseConnection::onEvent(pa_context* /*context*/, pa_subscription_event_type_t /*type*/,
                              std::uint32_t /*index*/, void* self) {
  static_cast<PulseConnection*>(self)->changes_.tell(SoundChange::settings);
}

}  // namespace linecheck::system
