#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <string_view>
#include <vector>

#include "calibration/calibration_keeper.h"
#include "levels/measurement_run.h"

namespace linecheck::ui {

class SetupModel;

/// The measurements of the set-up, one after another: asks for headphones to be taken off where
/// the desk predicts too much for ears, and before it gets loud; what comes out goes to the model.
class SetupRun : public QObject {
  Q_OBJECT

 public:
  enum class Stage {
    idle,
    asksHeadphones,  ///< Until `answer`.
    asksConsent,     ///< Until `answer`; no leaves this measurement out.
    playing,
  };

  /// All outlive the run.
  SetupRun(Session& session, SetupModel& model, CalibrationKeeper& calibrations,
           QObject* parent = nullptr);

  /// Runs these, by their ids; only while idle.
  void begin(std::vector<std::string_view> procedures);
  void answer(bool isYes);
  /// Nothing more is played.
  void stop();

  [[nodiscard]] Stage stage() const { return stage_; }
  [[nodiscard]] bool isIdle() const { return stage_ == Stage::idle; }
  /// Whether the last run was ended by `stop`, or by stopping everything.
  [[nodiscard]] bool wasStopped() const { return isStopped_; }
  /// What is asked, or what goes on; empty while idle.
  [[nodiscard]] QString text() const;
  /// What the answer yes is called.
  [[nodiscard]] QString deed() const;
  [[nodiscard]] double progress() const { return progress_; }
  /// Why the last one came to nothing; empty if it did not.
  [[nodiscard]] const QString& fault() const { return fault_; }

 Q_SIGNALS:
  void changed();
  /// All that was asked for is over.
  void finished();

 private:
  void next();
  void beginNow();
  void onState();
  void onFinished(const ResultPtr& result);
  void onFailed(const Error& error);
  void set(Stage stage);
  void end();
  [[nodiscard]] QString wornText() const;

  Session& session_;
  SetupModel& model_;
  CalibrationKeeper& calibrations_;
  MeasurementRun* run_;
  Stage stage_ = Stage::idle;
  std::vector<const measure::Procedure*> waiting_;
  const measure::Procedure* now_ = nullptr;
  bool areHeadphonesOff_ = false;         ///< The user has said so, for the desk as it is.
  std::optional<Decibels> expectedGain_;  ///< Of the loop; none: nobody knows.
  bool isStopped_ = false;
  double progress_ = 0.0;
  QString segment_;
  QString fault_;
};

}  // namespace linecheck::ui
