#pragma once

#include <QAction>
#include <QWidget>

#include "measure/live_spectrum.h"
#include "plots/spectrum_overlays.h"
#include "text/level_scale.h"
#include "theme/theme.h"

class QComboBox;
class QMenu;
class QToolButton;

namespace linecheck::ui {

/// The choices above the plot: FFT length, window, averages, unit; and its actions (what to show,
/// freeze, lock, what to compare with), which a menu can show as well.
class PlotBar : public QWidget {
  Q_OBJECT

 public:
  explicit PlotBar(QWidget* parent = nullptr);

  [[nodiscard]] measure::SpectrumSettings settings() const;
  /// How many channels there are to choose from; with one there is no choice.
  void setChannels(int count);
  [[nodiscard]] LevelUnit unit() const;
  /// Units that need a calibration are greyed without one.
  void setCalibrated(bool calibrated);
  void setFrozen(bool frozen);
  void setRangeLocked(bool locked);
  void setUnit(LevelUnit unit);
  /// Only what was marked can be cleared.
  void setMarked(bool marked);
  void setDifferenceShown(bool shown);

 Q_SIGNALS:
  void settingsChanged();
  void unitChanged();
  void freezeToggled(bool frozen);
  void lockToggled(bool locked);
  void showAllPressed();
  void waterfallToggled(bool isShown);
  void markPressed(linecheck::ui::OverlaySlot slot);
  void clearMarksPressed();
  void differenceToggled(bool isShown);

 private:
  void buildChoices();
  void buildActions();
  QMenu* addMenu(const QString& text, const QString& name);
  QToolButton* addButton();
  QAction* makeAction(const QString& text, const QString& toolTip, const QKeySequence& key);
  QAction* makeToggle(const QString& text, const QString& toolTip, const QKeySequence& key);

  QComboBox* channel_;
  QComboBox* fftLength_;
  QComboBox* window_;
  QComboBox* averages_;
  QComboBox* unit_;
  QAction* peakHold_;
  QAction* freeze_;
  QAction* lock_;
  QAction* waterfall_;
  QAction* difference_;
  QAction* clearMarks_;
};

}  // namespace linecheck::ui
