#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/task_thread.h"
#include "system/system_sound.h"

namespace linecheck::ui {

/// The operating system's sound settings, read on a thread of their own and again whenever
/// something outside changes them.
class SystemWatch : public QObject {
  Q_OBJECT

 public:
  /// Makes the system's own, which calls `onChange`.
  using Make =
      std::function<std::unique_ptr<system::SystemSound>(const system::SoundOptions& options)>;

  explicit SystemWatch(Make make = {}, QObject* parent = nullptr);
  ~SystemWatch() override;

  /// Reads, and goes on watching; `changed` follows.
  void start();
  /// The same once more.
  void readAgain();
  /// All tell by `changed`, or by `failed` why they could not.
  void setVolume(const system::EndpointId& endpoint, double position);
  void setMuted(const system::EndpointId& endpoint, bool isMuted);
  void setFormat(const system::EndpointId& endpoint, const system::Format& format);

  /// What was read last; none yet, or it could not be read.
  [[nodiscard]] const std::optional<system::SoundSettings>& settings() const { return settings_; }
  [[nodiscard]] const QString& fault() const { return fault_; }

 Q_SIGNALS:
  void changed();
  void failed(const QString& message);

 private:
  void take(Result<system::SoundSettings> settings);
  void set(std::function<Result<void>(system::SystemSound&)> deed);

  Make make_;
  std::optional<system::SoundSettings> settings_;
  QString fault_;
  bool isStarted_ = false;
  std::unique_ptr<system::SystemSound> sound_;  ///< Used on the thread only.
  std::unique_ptr<TaskThread> thread_;
};

}  // namespace linecheck::ui
