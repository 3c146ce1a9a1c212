#pragma once

#include <QWidget>

#include "dsp/window.h"
#include "text/level_scale.h"
#include "theme/theme.h"

class QComboBox;
class QPushButton;

namespace linecheck::ui {

/// How the live spectrum is computed.
struct SpectrumSettings {
  std::size_t fftLength = 65536;
  dsp::WindowKind window = dsp::WindowKind::blackmanHarris7;
  int averages = 8;  ///< Time constant of the exponential average in spectra; 1 is no average.
  bool peakHold = false;

  bool operator==(const SpectrumSettings&) const = default;
};

/// The choices above the plot: FFT length, window, averages, peak hold, freeze, level axis, unit.
class PlotBar : public QWidget {
  Q_OBJECT

 public:
  explicit PlotBar(QWidget* parent = nullptr);

  [[nodiscard]] SpectrumSettings settings() const;
  [[nodiscard]] LevelUnit unit() const;
  /// Units that need a calibration are greyed without one.
  void setCalibrated(bool calibrated);
  void setFrozen(bool frozen);
  void setRangeLocked(bool locked);
  void setUnit(LevelUnit unit);

 signals:
  void settingsChanged();
  void unitChanged();
  void freezeToggled(bool frozen);
  void lockToggled(bool locked);
  void showAllPressed();

 private:
  QPushButton* addToggle(const QString& text, const QString& toolTip);

  QComboBox* fftLength_;
  QComboBox* window_;
  QComboBox* averages_;
  QComboBox* unit_;
  QPushButton* peakHold_;
  QPushButton* freeze_;
  QPushButton* lock_;
};

}  // namespace linecheck::ui
