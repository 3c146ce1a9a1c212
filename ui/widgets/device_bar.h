#pragma once

#include <QWidget>

#include "text/calibration_text.h"
#include "theme/theme.h"
#include "widgets/device_choices.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace linecheck::ui {

/// The top bar: devices, sample rate, calibration, Start and Stop.
class DeviceBar : public QWidget {
  Q_OBJECT

 public:
  explicit DeviceBar(const Theme& theme, QWidget* parent = nullptr);

  void show(const DeviceChoices& choices);
  void setRunning(bool running);
  void setCalibration(const CalibrationLabel& label);
  /// Whether it can start and stop listening.
  void setListening(bool hasListening);
  /// Why nothing can be changed now; empty if it can.
  void setFixed(const QString& reason);

 Q_SIGNALS:
  void inputChosen(const linecheck::audio::DeviceId& device);
  void outputChosen(const std::optional<linecheck::audio::DeviceId>& device);
  void sampleRateChosen(int hz);
  void startStopPressed();
  void calibrationPressed();
  void stopEverythingPressed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  DeviceChoices choices_;
  QComboBox* input_;
  QComboBox* output_;
  QComboBox* sampleRate_;
  QPushButton* calibration_;
  QLabel* reason_;
  QPushButton* startStop_;
  CalibrationLabel label_;
};

}  // namespace linecheck::ui
