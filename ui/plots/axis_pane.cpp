#include "plots/axis_pane.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "plots/plot_margins.h"
#include "plots/spectrum_grid.h"
#include "plots/spectrum_plot.h"

namespace linecheck::ui {
namespace {

constexpr qreal kTop = 6.0;
constexpr qreal kBottom = 8.0;
constexpr double kLeastDrag = 8.0;

}  // namespace

AxisPane::AxisPane(const Theme& theme, SpectrumPlot& spectrum, QWidget* parent)
    : QWidget(parent), theme_(theme), spectrum_(spectrum) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  const auto follow = [this] {
    describe();
    update();
  };
  connect(&spectrum_, &SpectrumPlot::viewChanged, this, follow);
  connect(&spectrum_, &SpectrumPlot::cursorMoved, this, follow);
}

PlotScales AxisPane::scales() const {
  PlotScales scales = spectrum_.scales();
  scales.setArea(QRectF(rect()).adjusted(kPlotLeft, kTop, -kPlotRight, -kBottom));
  return scales;
}

void AxisPane::copyImage() {
  const qreal ratio = devicePixelRatioF();
  const QSize whole = size() + QSize(0, kFrequencyLabelHeight);
  QPixmap picture((QSizeF(whole) * ratio).toSize());
  picture.setDevicePixelRatio(ratio);
  picture.fill(theme_[Role::ground]);
  QPainter painter(&picture);
  render(&painter, {}, {}, DrawWindowBackground);
  PlotScales below = scales();
  below.setArea(below.area().adjusted(0, 0, 0, kBottom));
  painter.setFont(textFont(TextSize::caption));
  drawFrequencyLabels(painter, below, theme_.palette());
  painter.end();
  QApplication::clipboard()->setPixmap(picture);
}

void AxisPane::drawCursorLine(QPainter& painter) const {
  const auto cursor = spectrum_.cursor();
  if (!cursor) return;
  const PlotScales scales = this->scales();
  const qreal x = std::floor(scales.xOf(cursor->frequency.value())) + 0.5;
  if (x < scales.area().left() || x > scales.area().right()) return;
  // Accent is the colour of the strongest lines here.
  painter.setPen(theme_[Role::text]);
  painter.drawLine(QPointF(x, scales.area().top()), QPointF(x, scales.area().bottom()));
}

void AxisPane::drawZoomPart(QPainter& painter) const {
  const QRectF area = scales().area();
  const auto inside = [&](double x) { return std::clamp(x, area.left(), area.right()); };
  QColor tint = theme_[Role::text];
  painter.setPen(tint);
  tint.setAlphaF(0.12F);
  painter.setBrush(tint);
  painter.drawRect(
      QRectF(QPointF(inside(drag_->from), area.top()), QPointF(inside(drag_->last), area.bottom()))
          .normalized());
}

void AxisPane::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
  drawPane(painter);
  drawCursorLine(painter);
  if (drag_ && !drag_->pans) drawZoomPart(painter);
  if (hasFocus() && showsFocus_) {
    painter.setPen(theme_[Role::accent]);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void AxisPane::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    coloursChanged();
    update();
  }
  QWidget::changeEvent(event);
}

void AxisPane::placeCursor(double x) {
  const PlotScales scales = this->scales();
  spectrum_.moveCursorTo(scales.hzAt(std::clamp(x, scales.area().left(), scales.area().right())));
}

void AxisPane::mousePressEvent(QMouseEvent* event) {
  const bool left = event->button() == Qt::LeftButton;
  const bool pans = event->button() == Qt::MiddleButton ||
                    (left && event->modifiers().testFlag(Qt::ShiftModifier));
  if (!left && !pans) return;
  const double x = event->position().x();
  drag_ = Drag{pans, x, x};
  pointer_.reset();
  if (pans) setCursor(Qt::ClosedHandCursor);
}

void AxisPane::mouseMoveEvent(QMouseEvent* event) {
  const double x = event->position().x();
  if (!drag_) {
    pointer_.reset();
    if (scales().area().contains(event->position())) pointer_ = event->position();
    placeCursor(x);
    return;
  }
  if (drag_->pans) spectrum_.panBy((x - drag_->last) / scales().area().width());
  drag_->last = x;
  update();
}

void AxisPane::mouseReleaseEvent(QMouseEvent* event) {
  if (!drag_) return;
  const Drag drag = *drag_;
  drag_.reset();
  setCursor(Qt::CrossCursor);
  const double x = event->position().x();
  if (!drag.pans && std::abs(x - drag.from) >= kLeastDrag) {
    const PlotScales scales = this->scales();
    const auto [low, high] = std::minmax(drag.from, x);
    spectrum_.showFrequencies(scales.hzAt(std::max(low, scales.area().left())),
                              scales.hzAt(std::min(high, scales.area().right())));
  }
  placeCursor(x);
  update();
}

void AxisPane::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  drag_.reset();
  spectrum_.resetView();
}

void AxisPane::wheelEvent(QWheelEvent* event) {
  const double x = event->position().x();
  const PlotScales scales = this->scales();
  spectrum_.turnWheel(event->angleDelta(), event->modifiers(), scales.hzAt(x), std::nullopt);
  placeCursor(x);
  event->accept();
}

void AxisPane::leaveEvent(QEvent* event) {
  pointer_.reset();
  if (!hasFocus() && !spectrum_.hasFocus() && !drag_) spectrum_.clearCursor();
  update();
  QWidget::leaveEvent(event);
}

void AxisPane::focusInEvent(QFocusEvent* event) {
  showsFocus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QWidget::focusInEvent(event);
}

void AxisPane::focusOutEvent(QFocusEvent* event) {
  update();
  QWidget::focusOutEvent(event);
}

void AxisPane::keyPressEvent(QKeyEvent* event) {
  if (!spectrum_.answerKey(*event)) QWidget::keyPressEvent(event);
}

void AxisPane::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  menu.addAction(tr("Copy as image"), this, &AxisPane::copyImage);
  menu.addSeparator();
  menu.addAction(tr("Show all"), &spectrum_, &SpectrumPlot::resetView);
  menu.exec(event->globalPos());
}

}  // namespace linecheck::ui
