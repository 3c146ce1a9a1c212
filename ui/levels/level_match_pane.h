#pragma once

#include <QList>
#include <QWidget>
#include <optional>

#include "levels/match_noise_run.h"
#include "measure/ear_match.h"
#include "midi/binding.h"
#include "theme/theme.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace linecheck::ui {

class ChainDocument;
class NoticeLine;

/// Makes headphones (A) and monitors (B) equally loud: pink noise on either, what a sound level
/// meter reads or what the ear tells, and what to turn. Asks before it may be too loud for ears,
/// and falls silent when it is not seen any more.
class LevelMatchPane : public QWidget {
  Q_OBJECT

 public:
  /// All outlive the pane.
  LevelMatchPane(const Theme& theme, Session& session, const ChainDocument& document,
                 QWidget* parent = nullptr);

  [[nodiscard]] const MatchNoiseRun& noise() const { return *noise_; }
  /// By how much A is louder, as far as it is known.
  [[nodiscard]] const std::optional<measure::LevelDifference>& difference() const {
    return difference_;
  }
  /// Whether it is the ear that tells, and no meter.
  [[nodiscard]] bool isByEar() const;
  void stop();
  /// Marks A and B play that side, start and stop the last one, next: they are equal. False if it
  /// has no meaning here.
  bool perform(midi::Action action);

 Q_SIGNALS:
  /// `difference` is another.
  void judged();
  void wayChanged();

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* buildNoise();
  QWidget* buildMeter();
  QWidget* buildEar();
  QPushButton* addAnswer(const QString& text, measure::EarAnswer answer);

  void play(measure::MatchSide side);
  void playNow(measure::MatchSide side);
  /// What has to be agreed to before this level plays; empty: nothing.
  [[nodiscard]] QString question() const;
  [[nodiscard]] measure::MatchNoise wanted() const;
  void answer(measure::EarAnswer heard);
  void beginAnew();
  void setGains();
  void refresh();
  void judge();
  [[nodiscard]] QString switchText(measure::MatchSide side) const;
  [[nodiscard]] measure::MatchControl controlOf(measure::MatchSide side) const;
  [[nodiscard]] QString found();

  Session& session_;
  const ChainDocument& document_;
  MatchNoiseRun* noise_;
  measure::EarMatch ear_;
  std::optional<measure::LevelDifference> difference_;
  measure::MatchSide side_ = measure::MatchSide::a;  ///< Asked for last.
  QString agreed_;                                   ///< The question that was said yes to.
  QString fault_;

  QPushButton* playA_ = nullptr;
  QPushButton* playB_ = nullptr;
  QPushButton* stop_ = nullptr;
  QSpinBox* level_ = nullptr;
  NoticeLine* question_ = nullptr;
  QTabWidget* ways_ = nullptr;
  QDoubleSpinBox* readingA_ = nullptr;
  QDoubleSpinBox* readingB_ = nullptr;
  QDoubleSpinBox* background_ = nullptr;
  QList<QPushButton*> answers_;
  QLabel* playing_ = nullptr;
  QLabel* result_ = nullptr;
};

}  // namespace linecheck::ui
