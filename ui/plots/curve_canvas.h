#pragma once

#include <QPainter>
#include <QStringList>

#include "plots/curve_chart.h"
#include "plots/range.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// The range of an axis on its own scale: of the logarithm for frequencies.
[[nodiscard]] Range coordinates(const CurvePicture::Axis& axis);

/// Draws the parts of a picture of curves into its area, which title, numbers and notes surround.
/// All that it is given outlives it.
class CurveCanvas {
 public:
  // Room around the area.
  static constexpr qreal kLeft = 40;
  static constexpr qreal kRight = 36;
  static constexpr qreal kLabelGap = 5;
  static constexpr qreal kFootGap = 16;
  static constexpr qreal kNameGap = 10;  ///< From the axis's name to its highest number.

  CurveCanvas(QPainter& painter, const QRectF& area, const CurvePicture& picture,
              const Palette& palette);

  void drawFields();
  void drawGrid();
  void drawLevelName();
  void drawLines();
  void drawSeries(const CurvePicture::Series& series);
  /// Each at the end of its line; what would cover another goes below it, or above at the foot.
  void drawMarks();
  /// Below the numbers: what the axis is, and what the picture lacks.
  void drawFoot(const QRectF& foot);
  void drawCursor(double at, const QStringList& lines);
  [[nodiscard]] QColor fieldColour() const;

 private:
  [[nodiscard]] double xOf(double value) const;
  [[nodiscard]] double yOf(double value) const;
  void drawBand(const CurvePicture::Series& series, QColor colour);

  QPainter& painter_;
  QRectF area_;
  const CurvePicture& picture_;
  const Palette& palette_;
  Range x_;
  Range y_;
};

}  // namespace linecheck::ui
