#pragma once

#include <vector>

#include "plots/chart.h"
#include "plots/range.h"

namespace linecheck::ui {

/// Curves over two axes, with shaded fields and level lines behind them.
struct CurvePicture {
  struct Axis {
    QString name;
    QString unit;
    Range range;
    bool isFrequency = false;  ///< Logarithmic.
    int decimals = 0;          ///< Of what is read off it.
  };
  /// NaN where there is nothing.
  struct Point {
    double x = 0.0;
    double y = 0.0;
    double low = 0.0;
    double high = 0.0;
  };
  struct Series {
    QString mark;  ///< Written at its end, and in the legend.
    QString name;
    Role colour = Role::text;
    Qt::PenStyle style = Qt::SolidLine;
    bool isInLegend = true;
    bool isQuiet = false;  ///< Thinner, and left out of the readout.
    std::vector<Point> points;
    QString label{};  ///< In the readout, where that is not the mark.

    [[nodiscard]] QString readoutName() const {
      if (!label.isEmpty()) return label;
      return mark.isEmpty() ? name : mark;
    }
  };
  /// Across the whole width.
  struct Field {
    Range range;
    QString name;
  };
  struct Line {
    double y = 0.0;
    QString name;
  };

  QString title;
  Axis x, y;
  std::vector<Series> series;
  std::vector<Field> fields;
  std::vector<Line> lines;
  QString note;  ///< What the picture lacks, and why.
};

/// The best value and the bounds of a series, by straight lines between its points; NaN beyond
/// them.
[[nodiscard]] CurvePicture::Point valueAt(const CurvePicture::Series& series, double x);

class CurveChart : public Chart {
 public:
  explicit CurveChart(CurvePicture picture) : picture_(std::move(picture)) {}

  [[nodiscard]] const CurvePicture& picture() const { return picture_; }

  [[nodiscard]] QString title() const override { return picture_.title; }
  void draw(QPainter& painter, const QRectF& box, const Palette& palette,
            std::optional<double> cursor) const override;
  [[nodiscard]] double cursorAt(const QRectF& box, QPointF point) const override;
  [[nodiscard]] double cursorStep() const override { return 0.01; }
  [[nodiscard]] QString reading(double cursor) const override;
  [[nodiscard]] QString csv() const override;

 private:
  [[nodiscard]] QStringList readingLines(double cursor) const;
  [[nodiscard]] double xAt(double share) const;

  CurvePicture picture_;
};

}  // namespace linecheck::ui
