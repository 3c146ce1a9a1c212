#include "midi/flood_guard.h"

namespace linecheck::midi {

FloodGuard::Change FloodGuard::count(int messages, Clock::Duration now) {
  if (!hasStarted_) start_ = now;
  hasStarted_ = true;

  Change change = Change::none;
  if (now - start_ >= kWindow) {
    if (isFlooding_ && inWindow_ < kCalm) {
      isFlooding_ = false;
      change = Change::calm;
    }
    start_ = now;
    inWindow_ = 0;
  }
  inWindow_ += messages;
  if (!isFlooding_ && inWindow_ > kLimit) {
    isFlooding_ = true;
    change = Change::flooding;
  }
  return change;
}

}  // namespace linecheck::midi
