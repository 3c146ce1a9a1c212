#pragma once

#include <QPointF>
#include <QRectF>

#include "plots/range.h"

namespace linecheck::ui {

/// Where a frequency and a level lie on the plot: a logarithmic frequency axis over a linear
/// decibel axis, and what zoom and pan make of them.
class PlotScales {
 public:
  static constexpr double kLowestHz = 10.0;
  static constexpr Range kLevelLimits{-240.0, 40.0};  ///< dBFS.
  static constexpr Range kFirstLevels{-140.0, 0.0};

  PlotScales();

  void setArea(const QRectF& area) { area_ = area; }
  [[nodiscard]] const QRectF& area() const { return area_; }

  /// The axis ends at Nyquist; a view that showed all goes on showing all.
  void setNyquist(double hz);
  [[nodiscard]] double nyquist() const;

  [[nodiscard]] double lowHz() const;
  [[nodiscard]] double highHz() const;
  [[nodiscard]] const Range& levels() const { return levels_; }
  void setLevels(const Range& levels);

  [[nodiscard]] double xOf(double hz) const;
  [[nodiscard]] double hzAt(double x) const;
  [[nodiscard]] double yOf(double dbfs) const;
  [[nodiscard]] double dbfsAt(double y) const;

  /// `factor` < 1 zooms in; what lies under the anchor stays there.
  void zoomFrequency(double anchorX, double factor);
  void zoomLevels(double anchorY, double factor);
  /// Moves the picture by so many pixels.
  void pan(QPointF by);
  /// Fills the plot with a part of itself; a part of no height keeps the levels.
  void zoomTo(const QRectF& part, bool levelsToo);
  void showAllFrequencies() { frequency_ = frequencyLimits_; }
  [[nodiscard]] bool showsAllFrequencies() const { return frequency_ == frequencyLimits_; }

  bool operator==(const PlotScales&) const = default;

 private:
  QRectF area_{0, 0, 100, 100};
  Range frequencyLimits_;  // log10(Hz).
  Range frequency_;
  Range levels_ = kFirstLevels;
};

}  // namespace linecheck::ui
