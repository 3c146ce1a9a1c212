#include "midi/press.h"

namespace linecheck::midi {

bool Press::update(const Message& message, Clock::Duration now) noexcept {
  const bool wasDown = isDown_;
  switch (message.kind) {
    case MessageKind::programChange:
      return true;
    case MessageKind::noteOff:
      isDown_ = false;
      return false;
    case MessageKind::noteOn: {
      const bool isLost = lastNote_ && now - *lastNote_ >= kLostRelease;
      lastNote_ = now;
      isDown_ = true;
      return !wasDown || isLost;
    }
    case MessageKind::controlChange:
      if (message.value >= kPressedFrom) isDown_ = true;
      if (message.value < kReleasedBelow) isDown_ = false;
      return isDown_ && !wasDown;
  }
  return false;
}

}  // namespace linecheck::midi
