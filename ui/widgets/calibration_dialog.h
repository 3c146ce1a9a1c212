#pragma once

#include <QDialog>
#include <optional>

#include "units/calibration.h"

class QDoubleSpinBox;
class QRadioButton;

namespace linecheck::ui {

/// Asks for the level at the input that reads 0 dBFS.
class CalibrationDialog : public QDialog {
  Q_OBJECT

 public:
  explicit CalibrationDialog(const std::optional<Calibration>& now, QWidget* parent = nullptr);

  /// None: not known.
  [[nodiscard]] std::optional<Calibration> calibration() const;

 private:
  QRadioButton* known_;
  QDoubleSpinBox* fullScale_;
};

}  // namespace linecheck::ui
