#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "base/task_thread.h"
#include "system/system_sound.h"

namespace linecheck::system {

/// Passes changes on to a listener on a thread of its own, so that the system's threads, which
/// tell of them, never wait for it. Changes that come while one is pending are one.
/// When it is destroyed it waits for a listener that is running.
class ChangeNotifier {
 public:
  /// Without a listener it does nothing.
  explicit ChangeNotifier(std::function<void(SoundChange)> listener);

  /// Thread-safe: yes.
  void tell(SoundChange change);

 private:
  std::function<void(SoundChange)> listener_;
  std::atomic<bool> isPending_{false};
  std::unique_ptr<TaskThread> thread_;  ///< Null without a listener. Last: it uses the above.
};

}  // namespace linecheck::system
