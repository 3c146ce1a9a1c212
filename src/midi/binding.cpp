#include "midi/binding.h"

#include <algorithm>

namespace linecheck::midi {

bool comesFrom(const Message& message, const Trigger& trigger) noexcept {
  const MessageKind kind =
      message.kind == MessageKind::noteOff ? MessageKind::noteOn : message.kind;
  return kind == trigger.kind && message.channel == trigger.channel &&
         message.number == trigger.number;
}

std::vector<Binding> Bindings::conflictsOf(const Binding& binding) const {
  std::vector<Binding> found;
  for (const Binding& other : bindings_) {
    if (other.port != binding.port || other == binding) continue;
    if (other.action == binding.action || other.trigger == binding.trigger) found.push_back(other);
  }
  return found;
}

bool Bindings::add(const Binding& binding) {
  if (!conflictsOf(binding).empty()) return false;
  replace(binding);
  return true;
}

void Bindings::replace(const Binding& binding) {
  for (const Binding& other : conflictsOf(binding)) remove(other);
  if (std::find(bindings_.begin(), bindings_.end(), binding) == bindings_.end()) {
    bindings_.push_back(binding);
  }
}

bool Bindings::remove(const Binding& binding) {
  return std::erase(bindings_, binding) > 0;
}

}  // namespace linecheck::midi
