#include "midi/remote.h"

#include <utility>

namespace linecheck::midi {

Remote::Remote(std::unique_ptr<Driver> driver, std::shared_ptr<const Clock> clock,
               Hub::Options options)
    : clock_(std::move(clock)), hub_(std::move(driver), clock_, options) {}

void Remote::setSetup(RemoteSetup setup) {
  setup_ = std::move(setup);
  control_.setBindings(setup_.bindings);
  lights_.setOn(setup_.hasLights);
  follow();
}

void Remote::learn(Action action) {
  control_.learn(action);
  follow();
}

void Remote::stopLearning() {
  control_.stopLearning();
  follow();
}

bool Remote::acceptReplacement() {
  const bool isAccepted = control_.acceptReplacement();
  setup_.bindings = control_.bindings();
  follow();
  return isAccepted;
}

/// Listens to what is needed now, and no more: on some systems a port belongs to one program.
void Remote::follow() {
  Listening listening;
  listening.toAll = control_.learning().has_value();
  for (const Binding& binding : control_.bindings().all()) listening.ports.insert(binding.port);
  hub_.setStops(control_.bindings().all());
  hub_.listen(std::move(listening));
}

void Remote::take(const PortEvent& event, Update& update) {
  using K = PortEvent::Kind;
  switch (event.kind) {
    case K::inputVanished:
      control_.forget(event.port);
      update.arePortsChanged = true;
      break;
    case K::inputAppeared:
    case K::outputAppeared:
    case K::outputVanished:
      update.arePortsChanged = true;
      break;
    case K::failed:
      update.notices.push_back(
          {.kind = Notice::Kind::failed, .port = event.port, .error = event.error});
      break;
    case K::noSystem:
      update.notices.push_back({.kind = Notice::Kind::noSystem, .error = event.error});
      break;
  }
}

Remote::Update Remote::update() {
  Update update;
  for (const PortEvent& event : hub_.takeEvents()) take(event, update);

  const bool wasLearning = control_.learning().has_value();
  for (Arrivals& arrivals : hub_.takeArrivals()) {
    std::erase_if(arrivals.messages, [&](const TimedMessage& timed) {
      return lights_.isEcho(arrivals.port, timed.message, timed.time);
    });
    control_.handle(arrivals, clock_->now());
  }
  control_.look(clock_->now());
  if (wasLearning && !control_.learning()) {
    setup_.bindings = control_.bindings();
    follow();
  }

  update.actions = control_.takeActions();
  for (Notice& notice : control_.takeNotices()) update.notices.push_back(std::move(notice));
  for (const Lights::Sent& sent :
       lights_.update(control_.bindings(), hub_.ports(), clock_->now())) {
    hub_.send(sent.output, sent.message);
  }
  for (const PortId& port : lights_.takeShutOff()) {
    update.notices.push_back({.kind = Notice::Kind::lightsOff, .port = port});
  }
  return update;
}

}  // namespace linecheck::midi
