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
      viewChanged(by.y() != 0.0);
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
    viewChanged(!drag.isFlat());
  }
  placeCursor(event->position().x());
}

void SpectrumPlot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  drag_.reset();
  resetView();
}

void SpectrumPlot::wheelEvent(QWheelEvent* event) {
  const QPointF turn = QPointF(event->angleDelta()) / kDegreesPerNotch;
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  // Some systems turn Shift and wheel into a sideways wheel by themselves.
  const double sideways = turn.x() != 0.0 ? turn.x() : shift ? turn.y() : 0.0;
  if (sideways != 0.0) {
    scales_.pan({sideways * kPanShare * scales_.area().width(), 0.0});
    viewChanged(false);
  } else if (event->modifiers().testFlag(Qt::ControlModifier)) {
    scales_.zoomLevels(event->position().y(), std::pow(kZoomPerNotch, turn.y()));
    viewChanged(true);
  } else {
    scales_.zoomFrequency(event->position().x(), std::pow(kZoomPerNotch, turn.y()));
    viewChanged(false);
  }
  placeCursor(event->position().x());
  event->accept();
}

void SpectrumPlot::leaveEvent(QEvent* event) {
  if (!hasFocus() && !drag_) {
    cursorHz_.reset();
    describe();
    Q_EMIT cursorMoved();
    update();
  }
  QWidget::leaveEvent(event);
}

void SpectrumPlot::focusInEvent(QFocusEvent* event) {
  showsFocus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QWidget::focusInEvent(event);
}

void SpectrumPlot::keyPressEvent(QKeyEvent* event) {
  const QRectF& area = scales_.area();
  const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
  const double at = cursorHz_ ? scales_.xOf(*cursorHz_) : area.center().x();
  switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
      const double sign = event->key() == Qt::Key_Left ? -1.0 : 1.0;
      if (shift) {
        scales_.pan({-sign * kPanShare * area.width(), 0.0});
        viewChanged(false);
      } else {
        placeCursor(at + sign);
      }
      return;
    }
    case Qt::Key_Up:
    case Qt::Key_Down:
      scales_.pan({0.0, (event->key() == Qt::Key_Up ? 1.0 : -1.0) * kPanShare * area.height()});
      viewChanged(true);
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      scales_.zoomFrequency(at, kZoomPerKey);
      viewChanged(false);
      return;
    case Qt::Key_Minus:
      scales_.zoomFrequency(at, 1.0 / kZoomPerKey);
      viewChanged(false);
      return;
    case Qt::Key_Home:
      resetView();
      return;
    default:
      QWidget::keyPressEvent(event);
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
