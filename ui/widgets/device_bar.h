#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "audio/backend.h"
#include "theme/theme.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace linecheck::ui {

/// What the user can choose from, and what is chosen.
struct DeviceChoices {
  std::vector<audio::DeviceId> inputs;
  std::vector<audio::DeviceId> outputs;
  std::vector<int> sampleRates;  ///< Hz.
  audio::DeviceId input;
  std::optional<audio::DeviceId> output;  ///< None: listen only.
  int sampleRate = 48000;
};

/// The top bar: devices, sample rate, calibration, Start and Stop.
class DeviceBar : public QWidget {
  Q_OBJECT

 public:
  explicit DeviceBar(const Theme& theme, QWidget* parent = nullptr);

  void show(const DeviceChoices& choices);
  void setRunning(bool running);
  void setCalibrated(bool calibrated);

 signals:
  void inputChosen(const linecheck::audio::DeviceId& device);
  void outputChosen(const std::optional<linecheck::audio::DeviceId>& device);
  void sampleRateChosen(int hz);
  void startStopPressed();
  void stopEverythingPressed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  DeviceChoices choices_;
  QComboBox* input_;
  QComboBox* output_;
  QComboBox* sampleRate_;
  QLabel* calibration_;
  QPushButton* startStop_;
};

}  // namespace linecheck::ui
