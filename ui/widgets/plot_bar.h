#pragma once

#include <QAction>
#include <QWidget>

#include "measure/live_spectrum.h"
#include "text/level_scale.h"
#include "theme/theme.h"

class QComboBox;

namespace linecheck::ui {

/// The choices above the plot: FFT length, window, averages, unit; and its actions (peak hold,
/// freeze, lock, show all), which a menu can show as well.
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

 Q_SIGNALS:
  void settingsChanged();
  void unitChanged();
  void freezeToggled(bool frozen);
  void lockToggled(bool locked);
  void showAllPressed();

 private:
  QAction* addButton(const QString& text, const QString& toolTip, const QKeySequence& key);

  QComboBox* channel_;
  QComboBox* fftLength_;
  QComboBox* window_;
  QComboBox* averages_;
  QComboBox* unit_;
  QAction* peakHold_;
  QAction* freeze_;
  QAction* lock_;
};

}  // namespace linecheck::ui
