#pragma once

#include <map>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "midi/binding.h"
#include "midi/flood_guard.h"
#include "midi/hub.h"
#include "midi/notice.h"
#include "midi/press.h"

namespace linecheck::midi {

/// One control does nothing for so long after it did something, whatever it sends.
inline constexpr Clock::Duration kRefractory = std::chrono::milliseconds(150);

/// Makes actions of messages, and learns which control is to do what. Times are those of the
/// messages. While it learns, nothing happens but "stop everything", which also knows neither the
/// refractory time nor a flood.
///
/// Thread-safe: no. Realtime-safe: no.
class RemoteControl {
 public:
  [[nodiscard]] const Bindings& bindings() const { return bindings_; }
  /// A control that was bound before stays as it stands, pressed or not.
  void setBindings(Bindings bindings);

  /// The next press of a control becomes the action's: a note on, a controller at 64 or above or a
  /// program change; never a bank select, which goes before a program, nor a channel mode message.
  void learn(Action action);
  void stopLearning();
  [[nodiscard]] std::optional<Action> learning() const { return learning_; }
  /// After the notice of a conflict: takes what was learnt and drops what is in its way. False if
  /// nothing waits for that.
  bool acceptReplacement();

  void handle(const Arrivals& arrivals, Clock::Duration now);
  /// Nothing came from that port lately, or nobody knows; lets a flood end.
  void look(Clock::Duration now);
  /// It was unplugged: what was pressed is not.
  void forget(const PortId& port);

  /// What to do, in order, with "stop everything" first and at most once. At most 64 wait; more
  /// are dropped, but never that one.
  [[nodiscard]] std::vector<Action> takeActions();
  [[nodiscard]] std::vector<Notice> takeNotices();

 private:
  struct Control {
    Binding binding;
    Press press;
    std::optional<Clock::Duration> lastFired;
  };

  void tryToLearn(const PortId& port, const TimedMessage& timed);
  void bind(const Binding& binding);
  void fire(Control& control, Clock::Duration time, bool isMuted);
  void tellOf(FloodGuard::Change change, const PortId& port);

  Bindings bindings_;
  std::vector<Control> controls_;  ///< One for each binding.
  std::map<PortId, FloodGuard> floods_;
  std::optional<Action> learning_;
  std::optional<Binding> awaiting_;
  std::optional<TimedMessage> learnt_;  ///< The press that taught.
  bool isStopped_ = false;
  std::vector<Action> actions_;
  std::vector<Notice> notices_;
};

}  // namespace linecheck::midi
