#pragma once

#include <QObject>
#include <memory>

#include "app/session.h"
#include "measure/level_match.h"
#include "measure/match_noise.h"
#include "units/decibels.h"

namespace linecheck::ui {

/// Quiet noise on the session's output, for one side or the other, until it is stopped. What the
/// session listened to goes on afterwards.
class MatchNoiseRun : public QObject {
  Q_OBJECT

 public:
  /// The session outlives the run.
  explicit MatchNoiseRun(Session& session, QObject* parent = nullptr);
  /// Fades out.
  ~MatchNoiseRun() override;

  /// What plays from the next beginning on; `loud` if the user was asked.
  void setNoise(const measure::MatchNoise& noise, measure::LoudTone loud);
  /// Begins, or crosses over to this side.
  void play(measure::MatchSide side);
  /// 0 dB or less, from now on.
  void setGain(measure::MatchSide side, Decibels gain);
  /// Fades out; `changed` once it is silent.
  void stop();

  [[nodiscard]] bool isPlaying() const { return isPlaying_; }
  /// What was asked for last.
  [[nodiscard]] measure::MatchSide side() const;

 Q_SIGNALS:
  void changed();
  void failed(const linecheck::Error& error);

 private:
  struct Wishes;

  void onEnded(const Result<void>& result);

  Session& session_;
  std::shared_ptr<Wishes> wishes_;
  measure::MatchNoise noise_;
  measure::LoudTone loud_ = measure::LoudTone::refused;
  bool isPlaying_ = false;
};

}  // namespace linecheck::ui
