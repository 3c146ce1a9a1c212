#pragma once

#include "app/session.h"
#include "calibration/calibration_keeper.h"
#include "widgets/device_bar.h"

namespace linecheck::ui {

class ChainDocument;

/// The device bar of a page, in step with the session and the calibrations that all pages share:
/// what is chosen there takes effect at once. Nothing can be changed while something is measured.
class SessionBar : public DeviceBar {
  Q_OBJECT

 public:
  /// What the page does with the devices: one that measures has no Start and Stop of listening.
  enum class Use { listening, measuring };

  /// All outlive the bar.
  SessionBar(const Theme& theme, Session& session, CalibrationKeeper& calibrations,
             const ChainDocument& document, Use use, QWidget* parent = nullptr);

  /// Opens the wizard.
  void askForCalibration();
  void toggleRunning();

 private:
  void showCalibration();

  const Theme& theme_;
  Session& session_;
  CalibrationKeeper& calibrations_;
  const ChainDocument& document_;
};

}  // namespace linecheck::ui
