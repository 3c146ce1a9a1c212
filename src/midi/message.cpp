#include "midi/message.h"

#include <algorithm>

namespace linecheck::midi {

std::optional<Message> parse(std::span<const std::uint8_t> bytes) noexcept {
  if (bytes.size() < 2) return std::nullopt;
  const auto isData = [](std::uint8_t byte) { return byte < 0x80U; };
  if (!std::all_of(bytes.begin() + 1, bytes.end(), isData)) return std::nullopt;

  Message message;
  message.channel = static_cast<std::uint8_t>((bytes[0] & 0x0fU) + 1U);
  message.number = bytes[1];
  if ((bytes[0] & 0xf0U) == 0xc0U) {
    message.kind = MessageKind::programChange;
    return bytes.size() == 2 ? std::optional(message) : std::nullopt;
  }
  if (bytes.size() != 3) return std::nullopt;
  message.value = bytes[2];
  switch (bytes[0] & 0xf0U) {
    case 0x80U:
      message.kind = MessageKind::noteOff;
      return message;
    case 0x90U:
      message.kind = message.value == 0 ? MessageKind::noteOff : MessageKind::noteOn;
      return message;
    case 0xb0U:
      message.kind = MessageKind::controlChange;
      return message;
    default:
      return std::nullopt;
  }
}

}  // namespace linecheck::midi
