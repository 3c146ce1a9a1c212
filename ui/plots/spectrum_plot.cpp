#include "plots/spectrum_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plots/cursor_readout.h"
#include "plots/device_columns.h"
#include "plots/mains_lane.h"
#include "plots/plot_margins.h"
#include "plots/spectrum_export.h"
#include "plots/spectrum_grid.h"
#include "plots/spectrum_legend.h"
#include "plots/spectrum_traces.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr qreal kBottom = kFrequencyLabelHeight, kTop = kMainsLaneHeight + 8;

}  // namespace

SpectrumPlot::SpectrumPlot(const Theme& theme, const Clock& clock, QWidget* parent)
    : QWidget(parent), theme_(theme), clock_(clock) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setAccessibleName(tr("Spectrum"));
  describe();
}

void SpectrumPlot::showFrame(const measure::SpectrumFrame& frame) {
  if (frozen_ || frame.average.empty()) return;
  frame_ = frame;
  const PlotScales before = scales_;
  scales_.setNyquist(frame.sampleRate / 2.0);
  reduce();
  followRange();
  if (!(scales_ == before)) Q_EMIT viewChanged();
  Q_EMIT frameShown();
  update();
}

void SpectrumPlot::setOverlay(OverlaySlot slot, std::optional<SpectrumOverlay> overlay) {
  overlays_.set(slot, std::move(overlay));
  reduce();
  Q_EMIT viewChanged();
  update();
}

void SpectrumPlot::showMains(MainsMarks mains) {
  if (frozen_) return;
  mains_ = std::move(mains);
  update();
}

void SpectrumPlot::clear() {
  frame_ = {};
  mains_ = {};
  columns_ = {};
  cursorHz_.reset();
  autoRange_.reset();
  describe();
  update();
}

void SpectrumPlot::setLevelScale(const LevelScale& scale) {
  levelScale_ = scale;
  describe();
  update();
}

void SpectrumPlot::setFrozen(bool frozen) {
  frozen_ = frozen;
  update();
}

void SpectrumPlot::setRangeLocked(bool locked) {
  if (rangeLocked_ == locked) return;
  rangeLocked_ = locked;
  autoRange_.reset();
  Q_EMIT rangeLockedChanged(locked);
}

void SpectrumPlot::resetView() {
  scales_.showAllFrequencies();
  setRangeLocked(false);
  autoRange_.reset();
  reduce();
  followRange();
  Q_EMIT viewChanged();
  update();
}

std::optional<CursorReading> SpectrumPlot::cursor() const {
  if (!cursorHz_) return std::nullopt;
  return readCursor(frame_, scales_, scales_.xOf(*cursorHz_));
}

void SpectrumPlot::moveCursorTo(double hz) {
  cursorHz_ = hz;
  describe();
  Q_EMIT cursorMoved();
  update();
}

void SpectrumPlot::clearCursor() {
  cursorHz_.reset();
  describe();
  Q_EMIT cursorMoved();
  update();
}

void SpectrumPlot::copyImage() {
  QApplication::clipboard()->setPixmap(grab());
}

void SpectrumPlot::copyNumbers() {
  QApplication::clipboard()->setText(spectrumAsCsv(frame_, overlays_, scales_.lowHz(),
                                                   scales_.highHz(), levelScale_.calibration()));
}

void SpectrumPlot::reduce() {
  const int columns = DeviceColumns(scales_, devicePixelRatioF()).count;
  overlays_.reduce(scales_.lowHz(), scales_.highHz(), columns);
  if (frame_.average.empty()) return;
  columns_.reduce(frame_, scales_.lowHz(), scales_.highHz(), columns);
}

void SpectrumPlot::followRange() {
  if (rangeLocked_) return;
  if (const auto extent = columns_.extent()) {
    // What is compared with has to be seen as well.
    const double greatest =
        std::max(extent->greatest, overlays_.greatest().value_or(extent->greatest));
    scales_.setLevels(autoRange_.follow(scales_.levels(), greatest, extent->floor, clock_.now()));
  }
}

void SpectrumPlot::applyView(bool levelsByHand) {
  if (levelsByHand) setRangeLocked(true);
  reduce();
  Q_EMIT viewChanged();
  update();
}

// Keeps the screen reader's words in step with what is seen.
void SpectrumPlot::describe() {
  const auto reading = cursor();
  setAccessibleDescription(
      reading ? tr("Cursor at %1.").arg(cursorText(*reading, levelScale_))
              : tr("Level against frequency. Left and Right move the cursor, plus and minus zoom, "
                   "Home shows all."));
}

QRectF SpectrumPlot::zoomPart() const {
  const QRectF& area = scales_.area();
  const auto inside = [&](QPointF p) {
    return QPointF(std::clamp(p.x(), area.left(), area.right()),
                   std::clamp(p.y(), area.top(), area.bottom()));
  };
  QRectF part = QRectF(inside(drag_->from), inside(drag_->last)).normalized();
  if (drag_->isFlat()) {
    part.setTop(area.top());
    part.setBottom(area.bottom());
  }
  return part;
}

void SpectrumPlot::drawZoomPart(QPainter& painter) const {
  QColor tint = theme_[Role::accent];
  painter.setPen(tint);
  tint.setAlphaF(0.12F);
  painter.setBrush(tint);
  painter.drawRect(zoomPart());
}

void SpectrumPlot::paintEvent(QPaintEvent* /*event*/) {
  const Palette& palette = theme_.palette();
  QPainter painter(this);
  painter.drawImage(
      0, 0,
      ground_.image({scales_, levelScale_, size(), devicePixelRatioF()}, palette, columns_.mean()));
  if (frame_.average.empty()) {
    painter.setFont(textFont(TextSize::body));
    painter.setPen(palette[Role::quietText]);
    painter.drawText(scales_.area(), Qt::AlignCenter, tr("Press Start to see the spectrum."));
    return;
  }
  drawMainsLane(painter, scales_, mains_, palette);
  const TraceColours colours = traceColours(palette);
  if (!columns_.held().empty()) drawTrace(painter, scales_, columns_.held(), colours.held);
  drawTrace(painter, scales_, columns_.greatest(), colours.greatest);
  overlays_.draw(painter, scales_, palette);
  drawTrace(painter, scales_, columns_.mean(), colours.mean);
  drawLegend(painter, scales_, palette,
             {!columns_.held().empty(), frozen_, overlays_.legend(palette)});
  if (const auto reading = cursor()) drawCursor(painter, scales_, *reading, levelScale_, palette);
  if (drag_ && drag_->kind == Drag::Kind::zoom) drawZoomPart(painter);
  if (hasFocus() && showsFocus_) {
    painter.setPen(palette[Role::accent]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void SpectrumPlot::resizeEvent(QResizeEvent* /*event*/) {
  scales_.setArea(QRectF(rect()).adjusted(kPlotLeft, kTop, -kPlotRight, -kBottom));
  reduce();
}

void SpectrumPlot::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    ground_.invalidate();
    update();
  }
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
