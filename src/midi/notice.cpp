#include "midi/notice.h"

#include "base/check.h"

namespace linecheck::midi {

const char* actionName(Action action) {
  switch (action) {
    case Action::nextStep:
      return "Next step";
    case Action::skipStep:
      return "Skip step";
    case Action::undoStep:
      return "Undo step";
    case Action::startStop:
      return "Start or stop";
    case Action::markA:
      return "Mark A";
    case Action::markB:
      return "Mark B";
    case Action::mute:
      return "Mute";
    case Action::stopEverything:
      return "Stop everything";
  }
  return "";
}

Sentence controlName(const Trigger& trigger) {
  const std::vector<std::string> arguments{std::to_string(trigger.number),
                                           std::to_string(trigger.channel)};
  switch (trigger.kind) {
    case MessageKind::controlChange:
      return {"controller %1 on channel %2", arguments};
    case MessageKind::programChange:
      return {"program %1 on channel %2", arguments};
    case MessageKind::noteOn:
    case MessageKind::noteOff:
      break;
  }
  return {"note %1 on channel %2", arguments};
}

Sentence sentence(const Notice& notice) {
  using K = Notice::Kind;
  const auto control = [&](std::size_t index) {
    return controlName(notice.bindings[index].trigger).english();
  };
  const auto action = [&](std::size_t index) { return actionName(notice.bindings[index].action); };
  switch (notice.kind) {
    case K::learned:
      if (!LC_VERIFY(!notice.bindings.empty())) break;
      return {"%1 is now %2 of %3.", {action(0), control(0), notice.port.name}};
    case K::conflict:
      if (!LC_VERIFY(notice.bindings.size() > 1)) break;
      if (notice.bindings[1].trigger == notice.bindings[0].trigger) {
        return {"On %3, %2 does “%1” already. Replace that, or use another control.",
                {action(1), control(1), notice.port.name}};
      }
      return {"On %3, “%1” is %2 already. Replace that, or keep it.",
              {action(1), control(1), notice.port.name}};
    case K::flooding:
      return {
          "%1 sends far too many messages, so it is ignored until it calms down. “Stop "
          "everything” still works. Look for a stuck pad, or for a cable or program that sends "
          "its output back to it.",
          {notice.port.name}};
    case K::calm:
      return {"%1 has calmed down and works again.", {notice.port.name}};
    case K::lightsOff:
      return {"%1 sends back what it is sent, so its lights are left alone.", {notice.port.name}};
    case K::failed:
      return {"%1 cannot be used: %2 Close other programs that use it, then plug it in again.",
              {notice.port.name, notice.error.what}};
    case K::noSystem:
      return {"There is no MIDI on this computer, so remote controls do not work. All else does.",
              {}};
  }
  return {};
}

}  // namespace linecheck::midi
