#include "midi/remote_control.h"

#include <algorithm>
#include <utility>

namespace linecheck::midi {
namespace {

constexpr std::size_t kWaiting = 64;

/// The control that a message teaches.
std::optional<Trigger> taught(const Message& message) {
  constexpr int kBankSelect = 0;
  constexpr int kBankSelectFine = 32;
  constexpr int kFirstChannelMode = 120;
  if (message.kind == MessageKind::noteOff) return std::nullopt;
  if (message.kind == MessageKind::controlChange &&
      (message.value < kPressedFrom || message.number == kBankSelect ||
       message.number == kBankSelectFine || message.number >= kFirstChannelMode)) {
    return std::nullopt;
  }
  return Trigger{message.kind, message.channel, message.number};
}

}  // namespace

void RemoteControl::setBindings(Bindings bindings) {
  std::vector<Control> controls;
  for (const Binding& binding : bindings.all()) {
    const auto known =
        std::find_if(controls_.begin(), controls_.end(), [&](const Control& control) {
          return control.binding.port == binding.port && control.binding.trigger == binding.trigger;
        });
    Control control = known == controls_.end() ? Control{} : *known;
    control.binding = binding;
    controls.push_back(std::move(control));
  }
  controls_ = std::move(controls);
  bindings_ = std::move(bindings);
}

void RemoteControl::learn(Action action) {
  stopLearning();
  learning_ = action;
}

void RemoteControl::stopLearning() {
  learning_.reset();
  awaiting_.reset();
}

bool RemoteControl::acceptReplacement() {
  if (!awaiting_) return false;
  bind(*std::exchange(awaiting_, std::nullopt));
  return true;
}

void RemoteControl::bind(const Binding& binding) {
  Bindings bindings = bindings_;
  bindings.replace(binding);
  setBindings(std::move(bindings));
  for (Control& control : controls_) {
    if (control.binding != binding || !learnt_) continue;
    // The press that taught is none to act on, however long it lasts.
    (void)control.press.update(learnt_->message, learnt_->time);
    control.lastFired = learnt_->time;
  }
  learnt_.reset();
  notices_.push_back({.kind = Notice::Kind::learned, .port = binding.port, .bindings = {binding}});
}

void RemoteControl::tryToLearn(const PortId& port, const TimedMessage& timed) {
  const auto trigger = taught(timed.message);
  if (!trigger) return;
  const Binding binding{*std::exchange(learning_, std::nullopt), port, *trigger};
  learnt_ = timed;
  std::vector<Binding> conflicts = bindings_.conflictsOf(binding);
  if (conflicts.empty()) {
    bind(binding);
    return;
  }
  awaiting_ = binding;
  conflicts.insert(conflicts.begin(), binding);
  notices_.push_back(
      {.kind = Notice::Kind::conflict, .port = port, .bindings = std::move(conflicts)});
}

void RemoteControl::tellOf(FloodGuard::Change change, const PortId& port) {
  if (change == FloodGuard::Change::none) return;
  const bool isCalm = change == FloodGuard::Change::calm;
  notices_.push_back({.kind = isCalm ? Notice::Kind::calm : Notice::Kind::flooding, .port = port});
}

void RemoteControl::fire(Control& control, Clock::Duration time, bool isMuted) {
  if (control.binding.action == Action::stopEverything) {
    isStopped_ = true;
    return;
  }
  if (isMuted || (control.lastFired && time - *control.lastFired < kRefractory)) return;
  control.lastFired = time;
  if (actions_.size() < kWaiting) actions_.push_back(control.binding.action);
}

void RemoteControl::handle(const Arrivals& arrivals, Clock::Duration now) {
  isStopped_ |= arrivals.isStopped;
  FloodGuard& flood = floods_[arrivals.port];
  for (const TimedMessage& timed : arrivals.messages) {
    tellOf(flood.count(1, timed.time), arrivals.port);
    // The messages of a press end a learning, so that its own effect is not looked for here.
    const bool wasLearning = learning_.has_value();
    if (wasLearning && !flood.isFlooding()) tryToLearn(arrivals.port, timed);
    for (Control& control : controls_) {
      if (control.binding.port != arrivals.port) continue;
      if (!comesFrom(timed.message, control.binding.trigger)) continue;
      const bool isPressed = control.press.update(timed.message, timed.time);
      const bool isStop = control.binding.action == Action::stopEverything;
      if (isPressed && (isStop || !wasLearning)) fire(control, timed.time, flood.isFlooding());
    }
  }
  if (arrivals.lost > 0) tellOf(flood.count(static_cast<int>(arrivals.lost), now), arrivals.port);
}

void RemoteControl::look(Clock::Duration now) {
  for (auto& [port, flood] : floods_) tellOf(flood.look(now), port);
}

void RemoteControl::forget(const PortId& port) {
  for (Control& control : controls_) {
    if (control.binding.port == port) control.press = {};
  }
}

std::vector<Action> RemoteControl::takeActions() {
  std::vector<Action> taken = std::exchange(actions_, {});
  if (std::exchange(isStopped_, false)) taken.insert(taken.begin(), Action::stopEverything);
  return taken;
}

std::vector<Notice> RemoteControl::takeNotices() {
  return std::exchange(notices_, {});
}

}  // namespace linecheck::midi
