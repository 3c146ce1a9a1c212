#pragma once

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>

#include "realtime/cache_line.h"

namespace linecheck::realtime {

/// A queue from one producer thread to one consumer thread, with neither locks nor allocation
/// after construction. Elements come out in the order in which they went in; none is overwritten.
///
/// The two indices count elements since the start and wrap around with std::size_t. The capacity
/// is a power of two and thus divides that range, so index differences and slots stay right
/// across the wrap.
template <class T>
class SpscRing {
  static_assert(std::is_trivially_copyable_v<T>, "elements are copied on the audio thread");
  static_assert(std::atomic<std::size_t>::is_always_lock_free);

 public:
  /// Holds at least `minimumCapacity` elements, and at least one. `firstIndex` is where the
  /// indices start to count; it makes no difference to what is stored.
  /// Thread-safe: no. Realtime-safe: no.
  explicit SpscRing(std::size_t minimumCapacity, std::size_t firstIndex = 0)
      : capacity_(std::bit_ceil(std::max<std::size_t>(minimumCapacity, 1))),
        slots_(std::make_unique<T[]>(capacity_)),
        producer_{firstIndex, firstIndex},
        consumer_{firstIndex, firstIndex} {}

  SpscRing(const SpscRing&) = delete;
  SpscRing& operator=(const SpscRing&) = delete;

  /// Elements. Thread-safe: yes. Realtime-safe: yes.
  [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }

  /// How many elements `write` would take now; the consumer can only make it more.
  /// Thread-safe: producer only. Realtime-safe: yes.
  [[nodiscard]] std::size_t writeSpace() noexcept {
    // Own index: no other thread writes it.
    const std::size_t written = producer_.index.load(std::memory_order_relaxed);
    // Acquire pairs with the release in read(): the consumer has copied what it gives back.
    producer_.cachedOther = consumer_.index.load(std::memory_order_acquire);
    return capacity_ - (written - producer_.cachedOther);
  }

  /// How many elements `read` would give now; the producer can only make it more.
  /// Thread-safe: consumer only. Realtime-safe: yes.
  [[nodiscard]] std::size_t readSpace() noexcept {
    const std::size_t taken = consumer_.index.load(std::memory_order_relaxed);
    // Acquire pairs with the release in write(): the elements are there before the index says so.
    consumer_.cachedOther = producer_.index.load(std::memory_order_acquire);
    return consumer_.cachedOther - taken;
  }

  /// Takes as many of `elements`, from the front, as there is room for, and says how many.
  /// Thread-safe: producer only. Realtime-safe: yes.
  std::size_t write(std::span<const T> elements) noexcept {
    const std::size_t written = producer_.index.load(std::memory_order_relaxed);
    std::size_t space = capacity_ - (written - producer_.cachedOther);
    // The consumer's index is only fetched, with its cache miss, when the last known one is
    // not enough. An old value is safe: it understates the room.
    if (space < elements.size()) space = writeSpace();

    const std::size_t count = std::min(space, elements.size());
    const std::size_t slot = written & (capacity_ - 1);
    const std::size_t untilEnd = std::min(count, capacity_ - slot);
    std::copy_n(elements.data(), untilEnd, slots_.get() + slot);
    std::copy_n(elements.data() + untilEnd, count - untilEnd, slots_.get());
    // Release: a consumer that sees the new index also sees the elements.
    producer_.index.store(written + count, std::memory_order_release);
    return count;
  }

  /// Fills the front of `elements` with what there is, oldest first, and says how many.
  /// Thread-safe: consumer only. Realtime-safe: yes.
  std::size_t read(std::span<T> elements) noexcept {
    const std::size_t taken = consumer_.index.load(std::memory_order_relaxed);
    std::size_t there = consumer_.cachedOther - taken;
    if (there < elements.size()) there = readSpace();

    const std::size_t count = std::min(there, elements.size());
    const std::size_t slot = taken & (capacity_ - 1);
    const std::size_t untilEnd = std::min(count, capacity_ - slot);
    std::copy_n(slots_.get() + slot, untilEnd, elements.data());
    std::copy_n(slots_.get(), count - untilEnd, elements.data() + untilEnd);
    // Release: a producer that sees the new index may overwrite the slots, for they are copied.
    consumer_.index.store(taken + count, std::memory_order_release);
    return count;
  }

 private:
  /// What one side writes: its own index, and the other side's as it last saw it.
  struct alignas(kCacheLine) Side {
    Side(std::size_t first, std::size_t other) : index(first), cachedOther(other) {}
    std::atomic<std::size_t> index;
    std::size_t cachedOther;
  };

  const std::size_t capacity_;
  const std::unique_ptr<T[]> slots_;
  Side producer_;
  Side consumer_;
};

}  // namespace linecheck::realtime
