#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "base/clock.h"
#include "midi/bindings_file.h"
#include "midi/hub.h"
#include "midi/lights.h"
#include "midi/notice.h"
#include "midi/remote_control.h"

namespace linecheck::midi {

/// Remote control by MIDI as a whole: the ports, the controls, the pads' lights. Its owner calls
/// `update` often, say 60 times in a second, and does what that says.
///
///     Remote remote(makeRtMidiDriver({.preferred = setup.preferred}), clock);
///     remote.setSetup(setup);
///     for (const Action action : remote.update().actions) …
///
/// Thread-safe: no, one thread owns it. Realtime-safe: no.
class Remote {
 public:
  struct Update {
    std::vector<Action> actions;  ///< In order; "stop everything" first.
    std::vector<Notice> notices;
    bool arePortsChanged = false;
  };

  Remote(std::unique_ptr<Driver> driver, std::shared_ptr<const Clock> clock,
         Hub::Options options = {});

  [[nodiscard]] const RemoteSetup& setup() const { return setup_; }
  void setSetup(RemoteSetup setup);

  /// Listens to all inputs until a control is pressed; see RemoteControl.
  void learn(Action action);
  void stopLearning();
  [[nodiscard]] std::optional<Action> learning() const { return control_.learning(); }
  bool acceptReplacement();

  /// Whether the action's pads are to be lit: it runs, it is muted, its mark is set.
  void setActive(Action action, bool isActive) { lights_.setActive(action, isActive); }

  [[nodiscard]] Update update();
  [[nodiscard]] Ports ports() const { return hub_.ports(); }
  /// The inputs that are listened to.
  [[nodiscard]] std::set<PortId> heard() const { return hub_.heard(); }
  /// Asks for the ports now instead of at the next poll.
  void refresh() { hub_.refresh(); }

 private:
  void follow();
  void take(const PortEvent& event, Update& update);

  std::shared_ptr<const Clock> clock_;
  RemoteSetup setup_;
  RemoteControl control_;
  Lights lights_;
  Hub hub_;
};

}  // namespace linecheck::midi
