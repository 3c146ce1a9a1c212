#pragma once

#include <QObject>
#include <QString>
#include <cstdint>
#include <optional>

#include "app/session.h"
#include "calibration/calibration_keeper.h"
#include "diagnosis/verdict.h"

namespace linecheck::ui {

class SetupModel;

/// The hum check of the set-up: listens for some seconds with nothing playing, and tells the model
/// what that was.
class NoiseCheck : public QObject {
  Q_OBJECT

 public:
  /// So much is heard before it is judged.
  static constexpr Seconds kLength = Seconds::of(6.0);

  /// All outlive the check.
  NoiseCheck(Session& session, SetupModel& model, CalibrationKeeper& calibrations,
             QObject* parent = nullptr);

  void begin();
  void stop();
  [[nodiscard]] bool isListening() const { return isListening_; }
  /// 0…1
  [[nodiscard]] double progress() const { return progress_; }
  /// Of the last check; none before the first.
  [[nodiscard]] const std::optional<diagnosis::Verdict>& verdict() const { return verdict_; }
  [[nodiscard]] const QString& fault() const { return fault_; }

 Q_SIGNALS:
  void changed();
  void finished();

 private:
  void listen();
  void onDiagnosis(const diagnosis::Diagnosis& diagnosis, const measure::LiveAnalysis& analysis);
  void fail(const Error& error);
  void end();

  Session& session_;
  SetupModel& model_;
  CalibrationKeeper& calibrations_;
  bool isListening_ = false;
  bool awaitsStream_ = false;
  std::uint64_t asked_ = 0;
  double progress_ = 0.0;
  std::optional<diagnosis::Verdict> verdict_;
  QString fault_;
};

}  // namespace linecheck::ui
