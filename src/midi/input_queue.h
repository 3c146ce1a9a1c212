#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/clock.h"
#include "midi/binding.h"
#include "midi/driver.h"
#include "midi/press.h"
#include "realtime/spsc_ring.h"

namespace linecheck::midi {

struct TimedMessage {
  Message message;
  Clock::Duration time{0};
};

/// Takes one input's messages to the owner. It is bounded: what comes when it is full is lost and
/// counted. The control of "stop everything" goes a way of its own that cannot fill up.
class InputQueue final : public Listener {
 public:
  /// `onArrival` (may be null) is called with `context` after something came in, on the driver's
  /// thread, and must be realtime-safe. The clock is read there too.
  InputQueue(const Clock& clock, std::size_t capacity, void (*onArrival)(void*), void* context);

  /// The control that stops everything. Thread-safe: owner only. Realtime-safe: yes.
  void setStop(const std::optional<Trigger>& trigger) noexcept;
  /// Before the input is opened again: what was pressed is not. Thread-safe: only while no driver's
  /// thread is there. Realtime-safe: yes.
  void restart() noexcept { stopPress_ = {}; }

  /// Thread-safe: driver's thread only. Realtime-safe: yes.
  void onMessage(std::span<const std::uint8_t> bytes) noexcept override;

  /// Whether the control of `setStop` was pressed since the last call.
  /// Thread-safe: owner only. Realtime-safe: yes.
  [[nodiscard]] bool takeStop() noexcept;
  /// Messages, the oldest first. Thread-safe: owner only. Realtime-safe: no.
  [[nodiscard]] std::vector<TimedMessage> take();
  /// How many were lost because nobody took them, since the last call. Thread-safe: yes.
  [[nodiscard]] std::size_t takeLost() noexcept;

 private:
  /// Whether a stop takes the message away.
  bool meetsStop(const Message& message, Clock::Duration now) noexcept;

  const Clock& clock_;
  void (*onArrival_)(void*);
  void* context_;
  realtime::SpscRing<TimedMessage> ring_;
  std::atomic<std::uint32_t> stopKey_ = 0;  ///< 0: none.
  std::uint32_t seenStopKey_ = 0;           ///< Of the driver's thread, as is the press.
  Press stopPress_;
  std::atomic<bool> isStopped_ = false;
  std::atomic<std::size_t> lost_ = 0;
};

}  // namespace linecheck::midi
