#pragma once

#include "plots/axis_pane.h"

namespace linecheck::ui {

/// How the live spectrum differs from the one that was kept as A: live − A of each pixel column in
/// decibels over a scale of its own, so that what a step changed is seen at a glance.
class DifferencePlot final : public AxisPane {
  Q_OBJECT

 public:
  DifferencePlot(const Theme& theme, SpectrumPlot& spectrum, QWidget* parent = nullptr);

  /// dB at the upper end of the scale, whose lower end is as far below 0. It grows as is needed,
  /// and is fitted anew with another A.
  [[nodiscard]] double range() const { return range_; }
  void fit() { range_ = kLeastRange; }

  [[nodiscard]] QSize sizeHint() const override { return {900, 140}; }

 protected:
  void drawPane(QPainter& painter) override;
  void describe() override;

 private:
  static constexpr double kLeastRange = 20.0;

  void drawGrid(QPainter& painter, const PlotScales& scales) const;
  void drawNote(QPainter& painter, const QString& note) const;
  /// Why there is no difference to be seen; empty if there is one.
  [[nodiscard]] QString obstacle() const;

  double range_ = kLeastRange;
};

}  // namespace linecheck::ui
