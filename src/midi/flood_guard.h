#pragma once

#include "base/clock.h"

namespace linecheck::midi {

/// Watches how fast one port sends. A hand on a few knobs makes some 300 messages in a second; a
/// cable that leads back to its own device, or a broken pad, makes thousands.
class FloodGuard {
 public:
  static constexpr int kLimit = 600;  ///< Messages in a second, above which a port is muted.
  static constexpr int kCalm = 100;   ///< A second with fewer ends it.
  static constexpr Clock::Duration kWindow = std::chrono::seconds(1);

  /// What a look at the port changed.
  enum class Change { none, flooding, calm };

  /// Messages came at this time, which never goes back.
  Change count(int messages, Clock::Duration now);
  /// Nothing came; a flood ends also so.
  Change look(Clock::Duration now) { return count(0, now); }

  [[nodiscard]] bool isFlooding() const { return isFlooding_; }

 private:
  Clock::Duration start_{0};  ///< Of the second that is being counted.
  bool hasStarted_ = false;
  int inWindow_ = 0;
  bool isFlooding_ = false;
};

}  // namespace linecheck::midi
