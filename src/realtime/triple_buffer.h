#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "realtime/cache_line.h"

namespace linecheck::realtime {

/// Hands the newest value from one writer thread to one reader thread; values that the reader
/// was too slow for are skipped. Neither side waits, and no value is ever read half written.
///
/// Each of three slots belongs to exactly one of writer, reader and the exchange between them;
/// publishing and taking swap one's own slot for the exchanged one. Slots keep their memory, so
/// a T with vectors of settled size is passed on without allocation.
template <class T>
class TripleBuffer {
 public:
  /// All three slots start as copies of `initial`. Thread-safe: no. Realtime-safe: no.
  explicit TripleBuffer(const T& initial = T{})
      : slots_{Slot{initial}, Slot{initial}, Slot{initial}} {}

  TripleBuffer(const TripleBuffer&) = delete;
  TripleBuffer& operator=(const TripleBuffer&) = delete;

  /// Where the writer prepares the next value. It holds some older value, not the last one.
  /// Thread-safe: writer only. Realtime-safe: yes.
  [[nodiscard]] T& back() noexcept { return slots_[back_].value; }

  /// Makes what is in `back()` the newest value and gives the writer another `back()`.
  /// Thread-safe: writer only. Realtime-safe: yes.
  void publish() noexcept {
    // Release hands our writes to the reader. Acquire gets the slot that the reader gave back,
    // with its reads done.
    back_ = shared_.exchange(back_ | kFresh, std::memory_order_acq_rel) & kIndex;
  }

  /// Makes the newest value `front()`. False, and `front()` stays, if nothing was published
  /// since the last call. Thread-safe: reader only. Realtime-safe: yes.
  bool takeNewest() noexcept {
    // Relaxed: a peek that avoids a needless exchange; the exchange does the ordering.
    if ((shared_.load(std::memory_order_relaxed) & kFresh) == 0) return false;
    // Acquire gets the writer's writes. Release hands over our reads of the old front: the
    // writer may overwrite it.
    front_ = shared_.exchange(front_, std::memory_order_acq_rel) & kIndex;
    return true;
  }

  /// The value last taken; the initial one before the first. It does not change between calls of
  /// `takeNewest`. Thread-safe: reader only. Realtime-safe: yes.
  [[nodiscard]] const T& front() const noexcept { return slots_[front_].value; }

 private:
  static constexpr std::uint8_t kIndex = 3;
  static constexpr std::uint8_t kFresh = 4;  ///< Set in `shared_` from publish to take.

  struct alignas(kCacheLine) Slot {
    T value;
  };

  std::array<Slot, 3> slots_;
  alignas(kCacheLine) std::uint8_t back_ = 0;
  alignas(kCacheLine) std::atomic<std::uint8_t> shared_{1};
  alignas(kCacheLine) std::uint8_t front_ = 2;

  static_assert(std::atomic<std::uint8_t>::is_always_lock_free);
};

}  // namespace linecheck::realtime
