#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "midi/message.h"
#include "midi/port.h"

namespace linecheck::midi {

/// What a control can be made to do.
enum class Action {
  nextStep,
  skipStep,
  undoStep,
  startStop,
  markA,
  markB,
  mute,
  stopEverything,
};

/// The control on the device: a key or pad, a knob or switch, a program button.
struct Trigger {
  MessageKind kind = MessageKind::noteOn;  ///< Never a note off.
  int channel = 1;                         ///< 1…16
  int number = 0;                          ///< 0…127

  auto operator<=>(const Trigger&) const = default;
};

/// Whether the message comes from that control; a note off does from that of its note.
[[nodiscard]] bool comesFrom(const Message& message, const Trigger& trigger) noexcept;

struct Binding {
  Action action = Action::nextStep;
  PortId port;
  Trigger trigger;

  bool operator==(const Binding&) const = default;
};

/// Which controls do what. On one device each action has one control, and each control one action.
class Bindings {
 public:
  [[nodiscard]] const std::vector<Binding>& all() const { return bindings_; }
  /// The bindings that stand in the way of this one: of its action or of its control, on its port.
  [[nodiscard]] std::vector<Binding> conflictsOf(const Binding& binding) const;
  /// False, and nothing changes, if there is a conflict; one that is there already is none.
  bool add(const Binding& binding);
  /// Adds it and drops all that it conflicts with.
  void replace(const Binding& binding);
  /// False if there is no such binding.
  bool remove(const Binding& binding);

  bool operator==(const Bindings&) const = default;

 private:
  std::vector<Binding> bindings_;
};

}  // namespace linecheck::midi
