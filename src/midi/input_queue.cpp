#include "midi/input_queue.h"

namespace linecheck::midi {
namespace {

/// Never 0.
std::uint32_t keyOf(MessageKind kind, int channel, int number) noexcept {
  // A note off belongs to the control of its note.
  const auto sort = kind == MessageKind::noteOff ? MessageKind::noteOn : kind;
  return (static_cast<std::uint32_t>(sort) << 16U) | (static_cast<std::uint32_t>(channel) << 8U) |
         static_cast<std::uint32_t>(number);
}

}  // namespace

InputQueue::InputQueue(const Clock& clock, std::size_t capacity, void (*onArrival)(void*),
                       void* context)
    : clock_(clock), onArrival_(onArrival), context_(context), ring_(capacity) {}

void InputQueue::setStop(const std::optional<Trigger>& trigger) noexcept {
  // Relaxed: nothing else is handed over with it.
  stopKey_.store(trigger ? keyOf(trigger->kind, trigger->channel, trigger->number) : 0,
                 std::memory_order_relaxed);
}

bool InputQueue::meetsStop(const Message& message, Clock::Duration now) noexcept {
  const std::uint32_t key = stopKey_.load(std::memory_order_relaxed);
  if (key != keyOf(message.kind, message.channel, message.number)) return false;
  if (seenStopKey_ != key) stopPress_ = {};
  seenStopKey_ = key;
  if (stopPress_.update(message, now)) isStopped_.store(true, std::memory_order_release);
  return true;
}

void InputQueue::onMessage(std::span<const std::uint8_t> bytes) noexcept {
  const auto message = parse(bytes);
  if (!message) return;
  const Clock::Duration now = clock_.now();
  if (!meetsStop(*message, now)) {
    const TimedMessage timed{*message, now};
    if (ring_.write({&timed, 1}) == 0) lost_.fetch_add(1, std::memory_order_relaxed);
  }
  if (onArrival_ != nullptr) onArrival_(context_);
}

bool InputQueue::takeStop() noexcept {
  return isStopped_.exchange(false, std::memory_order_acquire);
}

std::vector<TimedMessage> InputQueue::take() {
  std::vector<TimedMessage> taken(ring_.readSpace());
  taken.resize(ring_.read(taken));
  return taken;
}

std::size_t InputQueue::takeLost() noexcept {
  return lost_.exchange(0, std::memory_order_relaxed);
}

}  // namespace linecheck::midi
