#pragma once

#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

#include "app/session.h"
#include "base/task_thread.h"
#include "measure/procedure_result.h"
#include "measure/procedure_run.h"

namespace linecheck::ui {

using ResultPtr = std::shared_ptr<const measure::ProcedureResult>;

/// One run of a procedure on the session's devices: asks before it gets loud, waits while cables
/// are changed, reads what has come in so far, and keeps what was finished when it is stopped.
class MeasurementRun : public QObject {
  Q_OBJECT

 public:
  enum class State {
    idle,
    preparing,
    asksConsent,   ///< Until `agree` or `stop`.
    awaitsCables,  ///< Until `goOn` or `stop`; only where cables are changed on the way.
    playing,
    reading,
  };

  /// The session outlives the run.
  explicit MeasurementRun(Session& session, QObject* parent = nullptr);
  ~MeasurementRun() override;

  /// Only while idle. `loud` and `jack` if the user was asked before, `gate` as this loop ought to
  /// be.
  void begin(const measure::Procedure& procedure, const measure::Values& values,
             measure::LoudTone loud = measure::LoudTone::refused,
             measure::HeadphoneJack jack = measure::HeadphoneJack::mayHaveHeadphones,
             const measure::GateOptions& gate = {});
  void agree();
  void goOn();
  /// Nothing more is played. What was finished is read; `failed` with `cancelled` if that is
  /// nothing.
  void stop();

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool isIdle() const { return state_ == State::idle; }
  /// Null before the first.
  [[nodiscard]] const measure::Procedure* procedure() const { return procedure_; }
  [[nodiscard]] const measure::Values& values() const { return values_; }
  [[nodiscard]] std::size_t step() const { return recordings_.size(); }
  [[nodiscard]] const std::vector<measure::ProcedureStep>& steps() const { return steps_; }
  /// Of all that this run plays.
  [[nodiscard]] DecibelsFs loudest() const { return loudest_; }

 Q_SIGNALS:
  void stateChanged();
  /// `done` 0…1 of this step; `segment` is the id of what plays.
  void progressed(double done, const std::string& segment, linecheck::Seconds left);
  /// What can be read off what has come in so far.
  void partRead(const linecheck::ui::ResultPtr& result);
  void finished(const linecheck::ui::ResultPtr& result);
  void failed(const linecheck::Error& error);

 private:
  struct Feed;
  using SequencePtr = std::shared_ptr<const measure::Sequence>;

  void set(State state);
  void onComposed(Result<std::vector<SequencePtr>> composed);
  void prepareStep();
  void play();
  void poll();
  void readPart(measure::Capture part);
  void onRecorded(Result<measure::Recording> recording);
  void readAll();
  void end(const std::function<void()>& tell);
  template <class Deed>
  void onGuiThread(Deed deed);

  Session& session_;
  QTimer poll_;
  State state_ = State::idle;
  const measure::Procedure* procedure_ = nullptr;
  measure::Values values_;
  measure::RunRequest request_;
  std::vector<measure::ProcedureStep> steps_;
  std::vector<SequencePtr> sequences_;
  std::vector<measure::Recording> recordings_;
  DecibelsFs loudest_ = DecibelsFs::silence();
  bool isStopped_ = false;
  std::uint64_t number_ = 0;  ///< Of the run, so that what comes late is dropped.
  std::shared_ptr<Feed> feed_;
  TaskThread reader_;  ///< Last: it calls back into this object.
};

}  // namespace linecheck::ui
