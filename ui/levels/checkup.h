#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "audio/backend.h"
#include "base/task_thread.h"
#include "measure/gate.h"
#include "measure/procedure.h"
#include "text/levels_text.h"

namespace linecheck::ui {

/// What is to be done about what plays louder than it may unasked.
enum class LoudOnes { ask, include, leaveOut };

/// All that one loop is enough for, one after another: the quiet ones first, the loud ones only if
/// the user, who is asked once before it begins, wants them. Knows what became of each.
class Checkup : public QObject {
  Q_OBJECT

 public:
  enum class State { idle, planning, asks, running };
  struct Entry {
    const measure::Procedure* procedure = nullptr;
    bool isLoud = false;
    RunState state = RunState::notRun;
    int run = 0;     ///< In the history; 0 without a result.
    QString remark;  ///< Why there is no result.
  };

  explicit Checkup(QObject* parent = nullptr) : QObject(parent) {}

  /// Only while idle; forgets the one before. `ready` follows, or the question.
  void begin(const audio::StreamConfig& stream, const measure::GateOptions& gate, LoudOnes loud);
  /// Answers the question; `ready` follows.
  void answer(bool isWithLoud);
  /// The next one to be run; null, and idle, if there is none.
  const measure::Procedure* next();
  /// What became of the one that `next` named last.
  void setOutcome(RunState state, int run, const QString& remark = {});
  /// By the user: nothing more is run after the current one.
  void stop();
  /// The same where going on would tell nothing.
  void giveUp() { hasGivenUp_ = true; }

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool isIdle() const { return state_ == State::idle; }
  /// In the order in which they are run; empty before the first check-up.
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  /// "3 of 12": the one that is run now.
  [[nodiscard]] QString place() const;
  [[nodiscard]] std::size_t loudCount() const;
  [[nodiscard]] DecibelsFs loudest() const { return loudest_; }
  /// Whether the user has agreed to loud ones.
  [[nodiscard]] bool isWithLoud() const { return isWithLoud_; }
  [[nodiscard]] bool wasStopped() const { return isStopped_; }

 Q_SIGNALS:
  void stateChanged();
  /// `next` may be asked.
  void ready();

 private:
  struct Plan {
    std::vector<Entry> entries;
    DecibelsFs loudest = DecibelsFs::silence();
  };

  static Plan plan(const audio::StreamConfig& stream, const measure::GateOptions& gate);
  void onPlanned(Plan plan, LoudOnes loud);
  void set(State state);

  State state_ = State::idle;
  std::vector<Entry> entries_;
  std::size_t at_ = 0;  ///< Behind the one that is run now.
  DecibelsFs loudest_ = DecibelsFs::silence();
  bool isWithLoud_ = false;
  bool isStopped_ = false;
  bool hasGivenUp_ = false;
  std::uint64_t number_ = 0;  ///< So that a plan that comes late is dropped.
  TaskThread planner_;        ///< Last: it calls back into this object.
};

/// As a whole: what is gravest among its entries.
[[nodiscard]] RunState checkupState(const Checkup& checkup);

/// "2 of 12 have findings", and what was left out.
[[nodiscard]] BannerState checkupBanner(const Checkup& checkup);

}  // namespace linecheck::ui
