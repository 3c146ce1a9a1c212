// Measurements that have the devices for themselves.
#include <QTimer>
#include <utility>

#include "app/session.h"

namespace linecheck::ui {

Session::~Session() {
  stopMeasuring_.request_stop();
}

audio::StreamConfig Session::stream() const {
  return devices_.input() != nullptr ? devices_.stream() : audio::StreamConfig{};
}

simulation::SimulatedStudio* Session::studio() const {
  return faults() != nullptr ? backends_.studio.get() : nullptr;
}

Result<void> Session::beginMeasuring(OnMute onMute) {
  if (isMeasuring_) return fail(ErrorCode::usage, "A measurement is going on already.");
  if (isMuted_ && onMute == OnMute::ends) {
    return fail(ErrorCode::usage,
                "What Linecheck plays is muted, so nothing would come back. End that first: menu "
                "Measure, or mute on your controller.");
  }
  if (isReplay()) {
    return fail(ErrorCode::usage,
                "A recording hears nothing of what is played. Choose an interface first.");
  }
  const audio::StreamConfig config = stream();
  if (!config.input) return fail(ErrorCode::notFound, "Choose an input device first.");
  if (!config.output) return fail(ErrorCode::notFound, "Choose an output device first.");
  // It may be waiting to go on from the measurement before.
  goesOn_ = goesOn_ || (isRunning_ && !isStopAsked_);
  if (isRunning_) stop();
  isMeasuring_ = true;
  onMute_ = onMute;
  Q_EMIT measuringChanged(true);
  return {};
}

void Session::measure(std::function<std::function<void()>(const Bench&)> task) {
  stopMeasuring_ = std::stop_source();
  const Bench bench{devices_.input()->backend, stream(), stopMeasuring_.get_token()};
  onControlThread([bench, task = std::move(task)] { return task(bench); });
}

void Session::stopMeasuring() {
  stopMeasuring_.request_stop();
}

void Session::endMeasuring() {
  if (!isMeasuring_) return;
  isMeasuring_ = false;
  Q_EMIT measuringChanged(false);
  // Not between two measurements of a row.
  QTimer::singleShot(0, this, [this] {
    if (!isMeasuring_ && std::exchange(goesOn_, false)) start();
  });
}

}  // namespace linecheck::ui
