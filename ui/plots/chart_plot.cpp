#include "plots/chart_plot.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <algorithm>

namespace linecheck::ui {

ChartPlot::ChartPlot(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::CrossCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartPlot::show(std::shared_ptr<const Chart> chart) {
  chart_ = std::move(chart);
  if (chart_) setAccessibleName(chart_->title());
  describe();
  update();
}

QRectF ChartPlot::box() const {
  return QRectF(rect()).adjusted(space::kSnug, space::kTight, -space::kHair, -space::kHair);
}

void ChartPlot::setCursorAt(std::optional<double> cursor) {
  cursor_ = cursor;
  describe();
  update();
}

// Keeps the screen reader's words in step with what is seen.
void ChartPlot::describe() {
  if (!chart_) return;
  if (cursor_) {
    setAccessibleDescription(chart_->reading(*cursor_));
  } else {
    setAccessibleDescription(chart_->isUpright() ? tr("Up and Down go through the rows.")
                                                 : tr("Left and Right move the cursor."));
  }
}

void ChartPlot::copyImage() {
  QApplication::clipboard()->setPixmap(grab());
}

void ChartPlot::copyNumbers() {
  if (chart_) QApplication::clipboard()->setText(chart_->csv());
}

void ChartPlot::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
  if (chart_) chart_->draw(painter, box(), theme_.palette(), cursor_);
  if (hasFocus() && showsFocus_) {
    painter.setPen(theme_[Role::accent]);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
  }
}

void ChartPlot::mouseMoveEvent(QMouseEvent* event) {
  if (chart_) setCursorAt(chart_->cursorAt(box(), event->position()));
}

void ChartPlot::leaveEvent(QEvent* event) {
  if (!hasFocus()) setCursorAt(std::nullopt);
  QWidget::leaveEvent(event);
}

void ChartPlot::focusInEvent(QFocusEvent* event) {
  showsFocus_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
  QWidget::focusInEvent(event);
}

void ChartPlot::focusOutEvent(QFocusEvent* event) {
  setCursorAt(std::nullopt);
  QWidget::focusOutEvent(event);
}

void ChartPlot::keyPressEvent(QKeyEvent* event) {
  if (!chart_) return QWidget::keyPressEvent(event);
  const double step = chart_->cursorStep();
  const double margin = chart_->isUpright() ? step / 2 : 0.0;
  // The first press shows the cursor in the first row, or in the middle.
  const auto move = [&](double by) {
    const double first = chart_->isUpright() ? margin : 0.5;
    setCursorAt(cursor_ ? std::clamp(*cursor_ + by, margin, 1.0 - margin) : first);
  };
  const int back = chart_->isUpright() ? Qt::Key_Up : Qt::Key_Left;
  const int on = chart_->isUpright() ? Qt::Key_Down : Qt::Key_Right;
  if (event->key() == back) {
    move(-step);
  } else if (event->key() == on) {
    move(step);
  } else if (event->key() == Qt::Key_Home) {
    setCursorAt(margin);
  } else if (event->key() == Qt::Key_End) {
    setCursorAt(1.0 - margin);
  } else if (event->matches(QKeySequence::Copy)) {
    copyNumbers();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void ChartPlot::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(tr("Copy as image"), this, &ChartPlot::copyImage);
  menu->addAction(tr("Copy as numbers"), this, &ChartPlot::copyNumbers);
  menu->popup(event->globalPos());
}

}  // namespace linecheck::ui
