#include "plots/waterfall_plot.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>

#include "plots/chart_painting.h"
#include "plots/cursor_readout.h"
#include "plots/device_columns.h"
#include "plots/spectrum_plot.h"
#include "plots/time_axis.h"

namespace linecheck::ui {

using measure::WaterfallRow;

namespace {

// Below the floor the level axis keeps room, for which colours would be wasted.
constexpr double kFootShare = 0.1;

Range colouredLevels(const Range& levels) {
  return {levels.valueAt(kFootShare), levels.high};
}

// What the pixel at that frequency shows.
DecibelsFs levelOf(const WaterfallRow& row, Hertz frequency, const PlotScales& scales) {
  const double x = scales.xOf(frequency.value());
  const WaterfallColumns pixel(
      {Hertz::of(scales.hzAt(x - 0.5)), Hertz::of(scales.hzAt(x + 0.5)), 1}, row.nyquist);
  std::int16_t level = 0;
  pixel.reduce(row.levels, {&level, 1});
  if (level == std::numeric_limits<std::int16_t>::min()) return DecibelsFs::silence();
  return DecibelsFs::of(static_cast<double>(level) / WaterfallRow::kPerDecibel);
}

}  // namespace

WaterfallPlot::WaterfallPlot(const Theme& theme, SpectrumPlot& spectrum, QWidget* parent)
    : AxisPane(theme, spectrum, parent) {
  setAccessibleName(tr("Waterfall"));
  describe();
}

void WaterfallPlot::addRows(const std::vector<WaterfallRow>& rows) {
  for (const WaterfallRow& row : rows) {
    if (!frozen_) {
      add(row);
      continue;
    }
    kept_.push_back(row);
    if (kept_.size() <= WaterfallHistory::kMost) continue;
    kept_.pop_front();
    kept_.front().levels.clear();
  }
  if (!frozen_) update();
}

void WaterfallPlot::add(const WaterfallRow& row) {
  history_.add(row);
  ++undrawn_;
  if (history_.size() == 1) image_.invalidate();
}

void WaterfallPlot::setFrozen(bool frozen) {
  frozen_ = frozen;
  if (frozen_) return;
  for (const WaterfallRow& row : kept_) add(row);
  kept_ = {};
  update();
}

void WaterfallPlot::clear() {
  history_.clear();
  kept_.clear();
  image_.invalidate();
  update();
}

void WaterfallPlot::describe() {
  const auto cursor = spectrum().cursor();
  setAccessibleDescription(
      cursor ? tr("Cursor at %1.").arg(cursorText(*cursor, spectrum().levelScale()))
             : tr("Levels of the last seconds as colours, the newest row at the top, over the "
                  "frequencies of the spectrum. The keys are the spectrum's."));
}

void WaterfallPlot::drawPane(QPainter& painter) {
  const PlotScales scales = this->scales();
  const QRectF& area = scales.area();
  const qreal ratio = devicePixelRatioF();
  const DeviceColumns columns(scales, ratio);
  const int top = static_cast<int>(std::lround(columns.top));
  const int rows = std::max(1, static_cast<int>(std::lround(columns.bottom)) - top);
  const WaterfallImage::View view{
      {Hertz::of(scales.lowHz()), Hertz::of(scales.highHz()), columns.count},
      colouredLevels(scales.levels()),
      rows};
  image_.update(view, theme().palette(), history_, undrawn_);
  undrawn_ = 0;
  painter.save();
  painter.scale(1.0 / ratio, 1.0 / ratio);
  image_.draw(painter, {columns.left, top});
  painter.restore();
  drawTimeAxis(painter, area, 1.0 / ratio, history_, theme().palette());
  painter.setPen(theme()[Role::line]);
  painter.drawLine(area.topLeft() + QPointF(0.5, 0), area.bottomLeft() + QPointF(0.5, 0));
  if (pointer()) drawReading(painter);
}

// How long ago and how strong, at the pointer.
QStringList WaterfallPlot::readingAt(QPointF point) const {
  const PlotScales scales = this->scales();
  const auto line =
      static_cast<std::size_t>((point.y() - scales.area().top()) * devicePixelRatioF());
  if (line >= history_.size()) return {};
  const WaterfallRow& row = history_[line];
  const Reading time{numberText(-history_.ageOf(line).value(), 1), QStringLiteral("s")};
  if (row.isGap()) return {time.text(), tr("The picture began anew here")};
  const auto cursor = spectrum().cursor();
  if (!cursor) return {time.text()};
  return {time.text(), frequencyReading(cursor->frequency, 2).text(),
          spectrum().levelScale().read(levelOf(row, cursor->frequency, scales)).text()};
}

void WaterfallPlot::drawReading(QPainter& painter) {
  const QStringList lines = readingAt(*pointer());
  if (!lines.isEmpty()) {
    drawReadout(painter, scales().area(), *pointer(), lines, theme().palette());
  }
}

}  // namespace linecheck::ui
