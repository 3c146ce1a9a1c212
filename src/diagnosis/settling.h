#pragma once

#include <deque>

#include "base/clock.h"
#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::diagnosis {

/// Notices by the input's level alone that somebody behind the desk has pulled or put in a plug,
/// and that it is done: the level leaves where it stood (a pop, or another level of the hum) and
/// then stands still. Music never stands still, so it never sets it off. Not thread-safe.
class Settling {
 public:
  struct Limits {
    Decibels step = Decibels::of(4.0);  ///< Further from where it stood is a change.
    Decibels calm = Decibels::of(3.0);  ///< Highest to lowest of a level that stands still.
    Clock::Duration steady = std::chrono::seconds(2);  ///< How long it has to.
  };
  enum class State {
    learning,   ///< It has not stood still yet.
    steady,     ///< As it stood.
    disturbed,  ///< It left where it stood.
    settled,    ///< Told once: it stands still again, there or elsewhere.
  };

  /// `clock` outlives it.
  explicit Settling(const Clock& clock) : Settling(clock, Limits{}) {}
  Settling(const Clock& clock, Limits limits) : clock_(clock), limits_(limits) {}

  /// Forgets all; where the level stands from now on is learnt anew.
  void restart();
  /// Takes the level of the newest block. After a pause of more than `steady` it learns anew.
  State push(DecibelsFs level);
  /// After the last `push`; `settled` has become `steady`.
  [[nodiscard]] State state() const { return state_; }

 private:
  struct Point {
    Clock::Duration at;
    double level;  ///< dBFS.
  };
  [[nodiscard]] bool isStill() const;
  [[nodiscard]] double mean() const;

  const Clock& clock_;
  Limits limits_;
  State state_ = State::learning;
  std::deque<Point> points_;  ///< Of the last `steady`, and the one before.
  double stood_ = 0.0;        ///< dBFS, while not learning.
};

}  // namespace linecheck::diagnosis
