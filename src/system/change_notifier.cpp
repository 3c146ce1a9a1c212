#include "system/change_notifier.h"

#include <utility>

namespace linecheck::system {

ChangeNotifier::ChangeNotifier(std::function<void(SoundChange)> listener)
    : listener_(std::move(listener)),
      thread_(listener_ ? std::make_unique<TaskThread>() : nullptr) {}

void ChangeNotifier::tell(SoundChange change) {
  if (!thread_) return;
  if (change == SoundChange::settings) {
    if (isPending_.exchange(true)) return;
    thread_->post([this] {
      isPending_ = false;  // First: what changes while the listener reads is told again.
      listener_(SoundChange::settings);
    });
  } else {
    thread_->post([this, change] { listener_(change); });
  }
}

}  // namespace linecheck::system
