#include "audio/portaudio/stream.h"

#include <utility>

#include "base/log.h"

namespace linecheck::audio {

PortAudioStream::PortAudioStream(std::shared_ptr<Driver> driver, DriverStream stream,
                                 const PortAudioOptions& options)
    : driver_(std::move(driver)), stream_(std::move(stream)), options_(options) {}

PortAudioStream::~PortAudioStream() {
  // An error was or will be seen as the stream's fault; here it has no taker.
  if (const auto stopped = stop(); !stopped) log::debug("{}", stopped.error().message());
  stream_.bridge->close();
  driver_->close(stream_, options_);
}

Clock::Duration PortAudioStream::now() const {
  return options_.clock == nullptr ? steadyClock_.now() : options_.clock->now();
}

bool PortAudioStream::endedByItself() {
  return !driver_->isActive(stream_) && !stream_.bridge->ended();
}

void PortAudioStream::lose(std::string what) {
  fault_ = Error{ErrorCode::audioDevice, std::move(what), stream_.where};
}

void PortAudioStream::loseWhereItEnded() {
  lose(stream_.hostApi == paJACK
           ? "The JACK server has stopped; start it again, then restart Linecheck to use it."
           : "The device stopped by itself; see that it is connected, then start again.");
}

Result<void> PortAudioStream::start() {
  if (fault_) return fail(*fault_);
  if (started_) return {};
  stream_.bridge->rewind();
  callbacksSeen_ = stream_.bridge->callbacks();
  if (auto done = driver_->start(stream_, options_); !done) {
    stream_.bridge->close();
    lose(done.error().what);
    return fail(*fault_);
  }
  started_ = true;
  lastProgress_ = now();
  return {};
}

Result<void> PortAudioStream::stop() {
  if (!std::exchange(started_, false)) return {};
  if (stream_.hostApi == paJACK && endedByItself()) {
    // PortAudio would wait ten minutes for a callback that cannot come.
    driver_->loseJack();
    if (!fault_) loseWhereItEnded();
  } else if (auto done = driver_->stop(stream_, options_); !done && !fault_) {
    lose(done.error().what);
  }
  if (!fault_) return {};
  stream_.bridge->close();
  return fail(*fault_);
}

StreamState PortAudioStream::state() {
  if (fault_) return StreamState::lost;
  if (!started_) return StreamState::stopped;
  if (!driver_->isActive(stream_)) {
    if (stream_.bridge->ended()) return StreamState::finished;
    loseWhereItEnded();
    return StreamState::lost;
  }

  // A driver that hangs goes on calling itself active.
  const std::uint64_t callbacks = stream_.bridge->callbacks();
  if (callbacks != callbacksSeen_) {
    callbacksSeen_ = callbacks;
    lastProgress_ = now();
  } else if (now() - lastProgress_ > options_.silenceLimit) {
    if (stream_.bridge->ended()) return StreamState::finished;
    lose(
        "The device stopped delivering samples; see that it is connected and its driver or "
        "server runs, then start again.");
    return StreamState::lost;
  }
  return StreamState::running;
}

}  // namespace linecheck::audio
