#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace linecheck::midi {

enum class MessageKind : std::uint8_t { noteOn, noteOff, controlChange, programChange };

/// A channel message of one of the kinds that a remote control can use (MIDI 1.0).
struct Message {
  MessageKind kind = MessageKind::noteOn;
  std::uint8_t channel = 1;  ///< 1…16, as printed on devices.
  std::uint8_t number = 0;   ///< 0…127: note, controller or program.
  std::uint8_t value = 0;    ///< 0…127: velocity or position; 0 for a program change.

  bool operator==(const Message&) const = default;
};

/// None for every other message (clock, active sensing, pitch bend, …) and for broken ones. A note
/// on with velocity 0 is a note off. Thread-safe: yes. Realtime-safe: yes.
[[nodiscard]] std::optional<Message> parse(std::span<const std::uint8_t> bytes) noexcept;

}  // namespace linecheck::midi
