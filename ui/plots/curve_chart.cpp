#include "plots/curve_chart.h"

#include <algorithm>
#include <cmath>

#include "plots/chart_painting.h"
#include "plots/curve_canvas.h"
#include "text/bounded_text.h"
#include "text/reading.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using Picture = CurvePicture;

// Where the cursor is read: head and foot do not matter for that.
QRectF areaOf(const QRectF& box) {
  return box.adjusted(CurveCanvas::kLeft, 0, -CurveCanvas::kRight, 0);
}

QString xText(const Picture::Axis& axis, double x) {
  if (axis.isFrequency) return frequencyReading(Hertz::of(x), 0).text();
  return Reading{numberText(x, axis.decimals), axis.unit}.text();
}

std::optional<double> known(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

CurvePicture::Point valueAt(const CurvePicture::Series& series, double x) {
  const double nothing = std::nan("");
  const auto above = std::find_if(series.points.begin(), series.points.end(),
                                  [x](const auto& point) { return point.x >= x; });
  if (above == series.points.end()) return {x, nothing, nothing, nothing};
  if (above->x == x) return *above;
  if (above == series.points.begin()) return {x, nothing, nothing, nothing};
  const auto below = above - 1;
  const double share = (x - below->x) / (above->x - below->x);
  const auto between = [share](double a, double b) { return a + share * (b - a); };
  return {x, between(below->y, above->y), between(below->low, above->low),
          between(below->high, above->high)};
}

double CurveChart::xAt(double share) const {
  const double at = coordinates(picture_.x).valueAt(share);
  return picture_.x.isFrequency ? std::pow(10.0, at) : at;
}

void CurveChart::draw(QPainter& painter, const QRectF& box, const Palette& palette,
                      std::optional<double> cursor) const {
  painter.save();
  CurveCanvas colours(painter, box, picture_, palette);
  std::vector<LegendEntry> legend;
  for (const Picture::Series& series : picture_.series) {
    if (!series.isInLegend) continue;
    legend.push_back({series.mark, series.name, palette[series.colour], series.style, false});
  }
  for (const Picture::Field& field : picture_.fields) {
    legend.push_back({{}, field.name, colours.fieldColour(), Qt::SolidLine, true});
  }
  const qreal head = drawChartHead(painter, box, picture_.title, legend, palette);
  const QFontMetricsF metrics(textFont(TextSize::caption));
  const qreal noteRoom = box.width() - CurveCanvas::kRight - CurveCanvas::kFootGap -
                         metrics.horizontalAdvance(picture_.x.name);
  const QRectF note =
      metrics.boundingRect(QRectF(0, 0, noteRoom, 200), Qt::TextWordWrap, picture_.note);
  const qreal footHeight = std::clamp(note.height(), metrics.height(), 3 * metrics.height());
  const QRectF foot(box.left(), box.bottom() - footHeight, box.width(), footHeight);
  const QRectF area =
      areaOf(box).adjusted(0, head + metrics.height() + CurveCanvas::kNameGap + 2, 0,
                           -footHeight - metrics.height() - 2 * CurveCanvas::kLabelGap);
  if (area.height() > 20 && area.width() > 20) {
    CurveCanvas canvas(painter, area, picture_, palette);
    canvas.drawFields();
    canvas.drawGrid();
    canvas.drawLevelName();
    canvas.drawLines();
    for (const Picture::Series& series : picture_.series) canvas.drawSeries(series);
    canvas.drawMarks();
    canvas.drawFoot(foot);
    if (cursor) canvas.drawCursor(xAt(*cursor), readingLines(*cursor));
  }
  painter.restore();
}

double CurveChart::cursorAt(const QRectF& box, QPointF point) const {
  const QRectF area = areaOf(box);
  return std::clamp((point.x() - area.left()) / area.width(), 0.0, 1.0);
}

QStringList CurveChart::readingLines(double cursor) const {
  const double x = xAt(cursor);
  QStringList lines{xText(picture_.x, x)};
  for (const Picture::Series& series : picture_.series) {
    if (series.isQuiet) continue;
    const Picture::Point point = valueAt(series, x);
    const BoundedText text =
        boundedText(known(point.y), known(point.low), known(point.high), picture_.y.decimals);
    if (!text.isKnown) continue;
    lines << series.readoutName() + QStringLiteral("  ") + text.text(picture_.y.unit);
  }
  return lines;
}

QString CurveChart::reading(double cursor) const {
  return readingLines(cursor).join(QStringLiteral(", "));
}

QString CurveChart::csv() const {
  QString csv = QStringLiteral("series,%1 [%2],low [%3],%4 [%3],high [%3]\n")
                    .arg(picture_.x.name, picture_.x.unit, picture_.y.unit, picture_.y.name);
  for (const Picture::Series& series : picture_.series) {
    for (const Picture::Point& point : series.points) {
      csv += csvField(series.name) + u',' + csvNumber(point.x, 4) + u',' +
             csvNumber(known(point.low)) + u',' + csvNumber(known(point.y)) + u',' +
             csvNumber(known(point.high)) + u'\n';
    }
  }
  return csv;
}

}  // namespace linecheck::ui
