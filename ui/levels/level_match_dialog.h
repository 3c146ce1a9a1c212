#pragma once

#include <QDialog>
#include <optional>

#include "levels/level_match_pane.h"

class QLabel;

namespace linecheck::ui {

class HarnessPicture;

/// The comparison of headphones and monitors by itself, with a picture of where the meter stands.
class LevelMatchDialog : public QDialog {
  Q_OBJECT

 public:
  /// All outlive the dialog.
  LevelMatchDialog(const Theme& theme, Session& session, const ChainDocument& document,
                   QWidget* parent = nullptr);

  [[nodiscard]] const MatchNoiseRun& noise() const { return pane_->noise(); }
  [[nodiscard]] const std::optional<measure::LevelDifference>& difference() const {
    return pane_->difference();
  }
  [[nodiscard]] bool isByEar() const { return pane_->isByEar(); }
  /// As LevelMatchPane::perform.
  void perform(midi::Action action) { pane_->perform(action); }

 protected:
  /// Esc stops the noise; only in silence does it close the dialog.
  void keyPressEvent(QKeyEvent* event) override;

 private:
  LevelMatchPane* pane_;
  HarnessPicture* picture_;
  QLabel* place_;
};

}  // namespace linecheck::ui
