// How the spectrum answers mouse and keys.
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "plots/spectrum_plot.h"

namespace linecheck::ui {
namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr double kZoomPerKey = 0.7;
constexpr double kPanShare = 0.1;         // Of the plot, for one key.
constexpr double kDegreesPerNotch = 120;  // Eighths of a degree, as Qt counts a wheel.

}  // namespace

void SpectrumPlot::placeCursor(double x) {
  const QRectF& area = scales_.area();
  moveCursorTo(scales_.hzAt(std::clamp(x, area.left(), area.right())));
}

void SpectrumPlot::mousePressEvent(QMouseEvent* event) {
  const bool left = event->button() == Qt::LeftButton;
  const bool pan = event->button() == Qt::MiddleButton ||
                   (left && event->modifiers().testFlag(Qt::ShiftModifier));
  if (!left && !pan) return;
  drag_ = Drag{pan ? Drag::Kind::pan : Drag::Kind::zoom, event->position(), event->position()};
  if (pan) setCursor(Qt::ClosedHandCursor);
}

void SpectrumPlot::mouseMoveEvent(QMouseEvent* event) {
  if (drag_) {
    const QPointF by = event->position() - drag_->last;
    drag_->last = event->position();
    if (drag_->kind == Drag::Kind::pan) {
      scales_.pan(by);
      applyView(by.y() != 0.0);
    }
    update();
    return;
  }
  placeCursor(event->position().x());
}

void SpectrumPlot::mouseReleaseEvent(QMouseEvent* event) {
  if (!drag_) return;
  drag_->last = event->position();
  const Drag drag = *drag_;
  const QRectF part = zoomPart();
  drag_.reset();
  setCursor(Qt::CrossCursor);
  if (drag.kind == Drag::Kind::zoom && !drag.isClick() && part.width() >= 2.0) {
    scales_.zoomTo(part, !drag.isFlat());
    applyView(!drag.isFlat());
  }
  placeCursor(event->position().x());
}

void SpectrumPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  drag_.reset();
  resetView();
}

void SpectrumPlot::wheelEvent(QWheelEvent* event) {
  const QPointF at = event->position();
  turnWheel(event->angleDelta(), event->modifiers(), scales_.hzAt(at.x()), at.y());
  placeCursor(at.x());
  event->accept();
}

void SpectrumPlot::turnWheel(QPoint angle, Qt::KeyboardModifiers modifiers, double hz,
                             std::optional<double> y) {
  const QPointF turn = QPointF(angle) / kDegreesPerNotch;
  const bool shift = modifiers.testFlag(Qt::ShiftModifier);
  // Some systems turn Shift and wheel into a sideways wheel by themselves.
  const double sideways = turn.x() != 0.0 ? turn.x() : shift ? turn.y() : 0.0;
  const double factor = std::pow(kZoomPerNotch, turn.y());
  if (sideways != 0.0) {
    panBy(sideways * kPanShare);
  } else if (modifiers.testFlag(Qt::ControlModifier)) {
    scales_.zoomLevels(y.value_or(scales_.area().center().y()), factor);
    applyView(true);
  } else {
    scales_.zoomFrequency(scales_.xOf(hz), factor);
    applyView(false);
  }
}

void SpectrumPlot::panBy(double share) {
  scales_.pan({share * scales_.area().width(), 0.0});
  applyView(false);
}

void SpectrumPlot::showFrequencies(double lowHz, double highHz) {
  const QRectF& area = scales_.area();
  const double left = scales_.xOf(lowHz);
  scales_.zoomTo({left, area.top(), scales_.xOf(highHz) - left, area.height()}, false);
  applyView(false);
}

void SpectrumPlot::leaveEvent(QEvent* event) {
  if (!hasFocus() && !drag_) clearCursor();
  QWidget::leaveEvent(event);
}

void SpectrumPlot::focusInEvent(QFocusEvent* event) {
  showsFocus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QWidget::focusInEvent(event);
}

void SpectrumPlot::keyPressEvent(QKeyEvent* event) {
  if (!answerKey(*event)) QWidget::keyPressEvent(event);
}

bool SpectrumPlot::answerKey(const QKeyEvent& key) {
  const QRectF& area = scales_.area();
  const double at = cursorHz_ ? scales_.xOf(*cursorHz_) : area.center().x();
  switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
      const double sign = key.key() == Qt::Key_Left ? -1.0 : 1.0;
      if (key.modifiers().testFlag(Qt::ShiftModifier)) {
        panBy(-sign * kPanShare);
      } else {
        placeCursor(at + sign);
      }
      return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
      scales_.pan({0.0, (key.key() == Qt::Key_Up ? 1.0 : -1.0) * kPanShare * area.height()});
      applyView(true);
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
      scales_.zoomFrequency(at, key.key() == Qt::Key_Minus ? 1.0 / kZoomPerKey : kZoomPerKey);
      applyView(false);
      return true;
    case Qt::Key_Home:
      resetView();
      return true;
    default:
      return false;
  }
}

void SpectrumPlot::contextMenuEvent(QContextMenuEvent* event) {
  QMenu menu(this);
  menu.addAction(tr("Copy as image"), this, &SpectrumPlot::copyImage);
  menu.addAction(tr("Copy as numbers"), this, &SpectrumPlot::copyNumbers);
  menu.addSeparator();
  menu.addAction(tr("Show all"), this, &SpectrumPlot::resetView);
  QAction* lock = menu.addAction(tr("Lock the level axis"), this, &SpectrumPlot::setRangeLocked);
  lock->setCheckable(true);
  lock->setChecked(rangeLocked_);
  menu.exec(event->globalPos());
}

}  // namespace linecheck::ui
