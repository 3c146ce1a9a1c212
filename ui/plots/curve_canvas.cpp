#include "plots/curve_canvas.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "plots/chart_painting.h"
#include "plots/ticks.h"
#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using Picture = CurvePicture;

constexpr qreal kLeastTickGap = 22;
constexpr qreal kMarkGap = 13;
constexpr qreal kMarkShift = 4;

double coordinate(const Picture::Axis& axis, double value) {
  return axis.isFrequency ? std::log10(value) : value;
}

}  // namespace

Range coordinates(const Picture::Axis& axis) {
  return {coordinate(axis, axis.range.low), coordinate(axis, axis.range.high)};
}

CurveCanvas::CurveCanvas(QPainter& painter, const QRectF& area, const Picture& picture,
                         const Palette& palette)
    : painter_(painter),
      area_(area),
      picture_(picture),
      palette_(palette),
      x_(coordinates(picture.x)),
      y_(picture.y.range) {}

double CurveCanvas::xOf(double value) const {
  return area_.left() + area_.width() * x_.shareOf(coordinate(picture_.x, value));
}
double CurveCanvas::yOf(double value) const {
  return area_.bottom() - area_.height() * y_.shareOf(value);
}

void CurveCanvas::drawFields() {
  for (const Picture::Field& field : picture_.fields) {
    const QRectF box(QPointF(area_.left(), yOf(field.range.high)),
                     QPointF(area_.right(), yOf(field.range.low)));
    painter_.fillRect(box.intersected(area_), fieldColour());
  }
}

void CurveCanvas::drawGrid() {
  painter_.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter_.font());
  const double perPixel = y_.span() / area_.height();
  for (const Tick& tick : decibelTicks(y_, niceStep(kLeastTickGap * perPixel), 0.0)) {
    const qreal y = std::floor(yOf(tick.value)) + 0.5;
    painter_.setPen(palette_[Role::line]);
    painter_.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
    painter_.setPen(palette_[Role::quietText]);
    painter_.drawText(QPointF(area_.left() - kLabelGap - metrics.horizontalAdvance(tick.label),
                              y + metrics.capHeight() / 2),
                      tick.label);
  }
  const Picture::Axis& axis = picture_.x;
  const double xStep = niceStep(46.0 * x_.span() / area_.width());
  const auto ticks = axis.isFrequency ? frequencyTicks(axis.range.low, axis.range.high)
                                      : decibelTicks(x_, xStep, 0.0);
  const QString unit = axis.unit;
  const qreal unitLeft = area_.right() + 2 * kLabelGap;
  const qreal base = area_.bottom() + kLabelGap + metrics.ascent();
  qreal free = 0.0;
  for (const Tick& tick : ticks) {
    const qreal x = std::floor(xOf(tick.value)) + 0.5;
    painter_.setPen(tick.label.isEmpty() ? mixed(palette_[Role::ground], palette_[Role::line], 0.5)
                                         : palette_[Role::line]);
    painter_.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
    const qreal width = metrics.horizontalAdvance(tick.label);
    const qreal left = x - width / 2;
    if (tick.label.isEmpty() || left < free || left + width > unitLeft) continue;
    painter_.setPen(palette_[Role::quietText]);
    painter_.drawText(QPointF(left, base), tick.label);
    free = left + width + kLabelGap;
  }
  painter_.setPen(palette_[Role::quietText]);
  painter_.drawText(QPointF(unitLeft, base), unit);
}

void CurveCanvas::drawLevelName() {
  painter_.setFont(textFont(TextSize::caption));
  painter_.setPen(palette_[Role::quietText]);
  const qreal base = area_.top() - kNameGap;
  painter_.drawText(QPointF(area_.left() - kLeft, base),
                    picture_.y.name + QStringLiteral(", ") + picture_.y.unit);
}

void CurveCanvas::drawLines() {
  painter_.setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter_.font());
  for (const Picture::Line& line : picture_.lines) {
    if (line.y < y_.low || line.y > y_.high) continue;
    const qreal y = std::floor(yOf(line.y)) + 0.5;
    painter_.setPen(QPen(palette_[Role::accent], 1, Qt::DashLine));
    painter_.drawLine(QPointF(area_.left(), y), QPointF(area_.right(), y));
    painter_.setPen(palette_[Role::accent]);
    painter_.drawText(QPointF(area_.left() + kLabelGap, y - 3), line.name);
  }
}

void CurveCanvas::drawSeries(const Picture::Series& series) {
  painter_.save();
  painter_.setClipRect(area_);
  painter_.setRenderHint(QPainter::Antialiasing);
  const QColor colour = palette_[series.colour];
  drawBand(series, colour);
  painter_.setPen(
      QPen(colour, series.isQuiet ? 1.2 : 2.0, series.style, Qt::FlatCap, Qt::RoundJoin));
  QPolygonF run;
  // A single point between gaps is a dot.
  const auto drawRun = [&] {
    if (run.size() == 1) {
      painter_.setBrush(colour);
      painter_.drawEllipse(run.front(), 1.5, 1.5);
      painter_.setBrush(Qt::NoBrush);
    } else if (!run.isEmpty()) {
      painter_.drawPolyline(run);
    }
    run.clear();
  };
  for (const Picture::Point& point : series.points) {
    if (std::isfinite(point.y)) {
      run << QPointF(xOf(point.x), yOf(point.y));
    } else {
      drawRun();
    }
  }
  drawRun();
  painter_.restore();
}

void CurveCanvas::drawMarks() {
  const QFont font = textFont(TextSize::caption, QFont::DemiBold);
  painter_.setFont(font);
  const QFontMetricsF metrics(font);
  std::vector<QRectF> taken;
  const auto isFree = [&](const QRectF& box) {
    return std::none_of(taken.begin(), taken.end(),
                        [&](const QRectF& other) { return other.intersects(box); });
  };
  for (const Picture::Series& series : picture_.series) {
    if (series.mark.isEmpty() || series.points.empty()) continue;
    const Picture::Point& last = series.points.back();
    const double y = std::isfinite(last.y) ? last.y : (last.low + last.high) / 2.0;
    if (!std::isfinite(y)) continue;
    QRectF box(xOf(last.x) + 4, 0, metrics.horizontalAdvance(series.mark), kMarkGap - 1);
    box.moveTop(std::clamp(yOf(y), area_.top() + 5, area_.bottom()) - box.height() / 2);
    // Over the end of a line that ends within the picture.
    const bool isWithin = box.left() < area_.right() - box.width();
    if (isWithin) box.translate(-box.width() / 2, -kMarkGap);
    while (!isWithin && !isFree(box) && box.bottom() + kMarkGap < area_.bottom() + kMarkGap / 2) {
      box.translate(0, kMarkGap);
    }
    while (!isFree(box) && box.top() > area_.top() + kMarkGap) box.translate(0, -kMarkGap);
    while (!isFree(box) && box.right() < area_.right()) box.translate(kMarkShift, 0);
    taken.push_back(box);
    painter_.setPen(palette_[series.colour]);
    painter_.drawText(QPointF(box.left(), box.center().y() + metrics.capHeight() / 2), series.mark);
  }
}

void CurveCanvas::drawFoot(const QRectF& foot) {
  painter_.setFont(textFont(TextSize::caption));
  painter_.setPen(palette_[Role::quietText]);
  const QFontMetricsF metrics(painter_.font());
  const QString& name = picture_.x.name;
  const qreal width = metrics.horizontalAdvance(name);
  painter_.drawText(QPointF(area_.right() - width, foot.top() + metrics.ascent()), name);
  painter_.drawText(foot.adjusted(0, 0, -kFootGap - width - kRight, 0),
                    static_cast<int>(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap,
                    picture_.note);
}

void CurveCanvas::drawCursor(double at, const QStringList& lines) {
  const qreal x = std::floor(xOf(at)) + 0.5;
  painter_.setPen(palette_[Role::accent]);
  painter_.drawLine(QPointF(x, area_.top()), QPointF(x, area_.bottom()));
  drawReadout(painter_, area_, {x, area_.top() + 4}, lines, palette_);
}

QColor CurveCanvas::fieldColour() const {
  return mixed(palette_[Role::ground], palette_[Role::good], 0.16);
}

void CurveCanvas::drawBand(const Picture::Series& series, QColor colour) {
  QPolygonF lower;
  QPolygonF upper;
  bool isOpen = true;
  for (const Picture::Point& point : series.points) {
    if (!std::isfinite(point.low) || !std::isfinite(point.high)) continue;
    lower.prepend(QPointF(xOf(point.x), yOf(point.low)));
    upper << QPointF(xOf(point.x), yOf(point.high));
    isOpen = isOpen && !std::isfinite(point.y);
  }
  if (upper.size() < 2 || (series.isQuiet && !isOpen)) return;
  QColor tint = colour;
  tint.setAlphaF(series.isQuiet ? 0.05F : 0.14F);
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(tint);
  painter_.drawPolygon(upper + lower);
  painter_.setBrush(Qt::NoBrush);
  if (!isOpen || series.isQuiet) return;
  // Only bounds are known: they are then all that there is to see.
  painter_.setPen(QPen(colour, 1.2, Qt::DotLine));
  painter_.drawPolyline(upper);
  painter_.drawPolyline(lower);
}

}  // namespace linecheck::ui
