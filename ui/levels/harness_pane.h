#pragma once

#include <QWidget>

#include "levels/harness_picture.h"

class QLabel;

namespace linecheck::ui {

/// Which jack goes where, for one step of a measurement.
class HarnessPane : public QWidget {
  Q_OBJECT

 public:
  explicit HarnessPane(const Theme& theme, QWidget* parent = nullptr);

  /// `step` counts from 0. `resistor` as typed; may be empty.
  void show(measure::Harness harness, std::size_t step, std::size_t steps, const QString& resistor);
  /// The device that plays and captures.
  void setInterface(const HarnessDevice& device);

 private:
  QLabel* heading_;
  HarnessPicture* picture_;
  HarnessView view_;
};

}  // namespace linecheck::ui
