#include "wizard/system_watch.h"

#include <QMetaObject>
#include <QPointer>

namespace linecheck::ui {

SystemWatch::SystemWatch(Make make, QObject* parent) : QObject(parent), make_(std::move(make)) {
  if (!make_) make_ = [](const auto& options) { return system::makeSystemSound(options); };
}

SystemWatch::~SystemWatch() {
  thread_.reset();
  sound_.reset();  // Only now: its own thread may call back until then.
}

void SystemWatch::start() {
  if (isStarted_) return;
  isStarted_ = true;
  thread_ = std::make_unique<TaskThread>();
  readAgain();
}

void SystemWatch::readAgain() {
  if (!isStarted_) return start();
  thread_->post([this] {
    if (!sound_) {
      system::SoundOptions options;
      // Told on the system's thread, which must not use the sound settings itself.
      options.onChange = [this](system::SoundChange /*change*/) {
        QMetaObject::invokeMethod(this, &SystemWatch::readAgain, Qt::QueuedConnection);
      };
      sound_ = make_(options);
    }
    auto settings = sound_->read();
    QMetaObject::invokeMethod(
        this, [this, settings = std::move(settings)]() mutable { take(std::move(settings)); },
        Qt::QueuedConnection);
  });
}

void SystemWatch::take(Result<system::SoundSettings> settings) {
  fault_.clear();
  if (settings) {
    settings_ = *std::move(settings);
  } else {
    settings_.reset();
    fault_ = QString::fromStdString(settings.error().message());
  }
  Q_EMIT changed();
}

void SystemWatch::set(std::function<Result<void>(system::SystemSound&)> deed) {
  if (!isStarted_) return;
  thread_->post([this, deed = std::move(deed)] {
    if (!sound_) return;
    const auto done = deed(*sound_);
    QMetaObject::invokeMethod(
        this,
        [this, done] {
          if (!done) Q_EMIT failed(QString::fromStdString(done.error().message()));
          readAgain();
        },
        Qt::QueuedConnection);
  });
}

void SystemWatch::setVolume(const system::EndpointId& endpoint, double position) {
  set([endpoint, position](auto& sound) { return sound.setVolume(endpoint, position); });
}

void SystemWatch::setMuted(const system::EndpointId& endpoint, bool isMuted) {
  set([endpoint, isMuted](auto& sound) { return sound.setMuted(endpoint, isMuted); });
}

void SystemWatch::setFormat(const system::EndpointId& endpoint, const system::Format& format) {
  set([endpoint, format](auto& sound) { return sound.setFormat(endpoint, format); });
}

}  // namespace linecheck::ui
