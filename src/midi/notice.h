#pragma once

#include <vector>

#include "base/error.h"
#include "base/sentence.h"
#include "midi/binding.h"

namespace linecheck::midi {

/// Something for the user to know. Each is told once for each time that it comes about.
struct Notice {
  enum class Kind {
    learned,
    conflict,   ///< Learnt, but something stands in the way: ask whether to replace it.
    flooding,   ///< The port sends too much and is ignored, but for "stop everything".
    calm,       ///< It is listened to again.
    lightsOff,  ///< The port gives back what is sent to it, so its lights are left alone.
    failed,     ///< The port does not open.
    noSystem,
  };
  Kind kind = Kind::learned;
  PortId port{};
  std::vector<Binding> bindings{};  ///< The one that was learnt, then those in its way.
  Error error{};                    ///< Of `failed` and `noSystem`.
};

/// "Next step"
[[nodiscard]] const char* actionName(Action action);
/// "note 36 on channel 10"; channels count from 1, notes and programs from 0.
[[nodiscard]] Sentence controlName(const Trigger& trigger);
[[nodiscard]] Sentence sentence(const Notice& notice);

}  // namespace linecheck::midi
