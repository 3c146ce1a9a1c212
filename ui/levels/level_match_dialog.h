#pragma once

#include <QDialog>
#include <optional>

#include "levels/match_noise_run.h"
#include "measure/ear_match.h"
#include "theme/theme.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace linecheck::ui {

class HarnessPicture;

/// Makes headphones and monitors equally loud: noise on either, what a sound level meter reads or
/// what the ear tells, and what to turn.
class LevelMatchDialog : public QDialog {
  Q_OBJECT

 public:
  /// Both outlive the dialog.
  LevelMatchDialog(const Theme& theme, Session& session, QWidget* parent = nullptr);

  [[nodiscard]] const MatchNoiseRun& noise() const { return *noise_; }
  /// By how much A is louder, as far as it is known.
  [[nodiscard]] const std::optional<measure::LevelDifference>& difference() const {
    return difference_;
  }

 protected:
  /// Esc stops the noise; only in silence does it close the dialog.
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* buildNoise();
  QWidget* buildMeter();
  QWidget* buildEar();
  QPushButton* addAnswer(const QString& text, measure::EarAnswer answer);

  void play(measure::MatchSide side);
  void answer(measure::EarAnswer heard);
  void beginAnew();
  void setGains();
  void refresh();
  void judge();
  [[nodiscard]] bool isByEar() const;
  [[nodiscard]] QString found();

  MatchNoiseRun* noise_;
  measure::EarMatch ear_;
  std::optional<measure::LevelDifference> difference_;

  HarnessPicture* picture_ = nullptr;
  QLabel* place_ = nullptr;
  QPushButton* playA_ = nullptr;
  QPushButton* playB_ = nullptr;
  QPushButton* stop_ = nullptr;
  QTabWidget* ways_ = nullptr;
  QDoubleSpinBox* readingA_ = nullptr;
  QDoubleSpinBox* readingB_ = nullptr;
  QList<QPushButton*> answers_;
  QLabel* playing_ = nullptr;
  QLabel* result_ = nullptr;
};

}  // namespace linecheck::ui
