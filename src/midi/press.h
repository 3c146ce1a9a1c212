#pragma once

#include <optional>

#include "base/clock.h"
#include "midi/message.h"

namespace linecheck::midi {

/// A knob counts as pressed from here up …
inline constexpr int kPressedFrom = 64;
/// … and as let go below this: a value that trembles about the middle is one press.
inline constexpr int kReleasedBelow = 32;
/// A note that sounds again without having ended is hanging, unless it was silent for so long:
/// then its end was lost, or the pad never sends one.
inline constexpr Clock::Duration kLostRelease = std::chrono::seconds(1);

/// Whether one control is down, and the moment in which it goes down. Before the first message it
/// counts as up.
class Press {
 public:
  /// Whether this message, one of the control's own, presses it. Realtime-safe: yes.
  bool update(const Message& message, Clock::Duration now) noexcept;

 private:
  bool isDown_ = false;
  std::optional<Clock::Duration> lastNote_;
};

}  // namespace linecheck::midi
