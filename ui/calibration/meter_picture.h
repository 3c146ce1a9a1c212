#pragma once

#include <QWidget>

#include "measure/calibration_record.h"
#include "theme/theme.h"

namespace linecheck::ui {

/// A multimeter on AC volts with its two probes on the contacts of a plug.
class MeterPicture : public QWidget {
  Q_OBJECT

 public:
  explicit MeterPicture(const Theme& theme, QWidget* parent = nullptr);

  void setProbes(measure::Probes probes);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  measure::Probes probes_ = measure::Probes::unbalanced;
};

}  // namespace linecheck::ui
