#include "levels/harness_picture.h"

#include <QAccessible>
#include <QEvent>

namespace linecheck::ui {

HarnessPicture::HarnessPicture(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  setAccessibleName(tr("Cables"));
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMinimumSize(HarnessPicture::minimumSizeHint());
}

void HarnessPicture::show(const HarnessView& view) {
  if (view_ == view) return;
  view_ = view;
  setAccessibleDescription(harnessDescription(view));
  setToolTip(harnessLines(view).join(u'\n'));
  update();
}

void HarnessPicture::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), theme_[Role::ground]);
  if (view_) drawHarness(painter, theme_.palette(), *view_, size());
  if (!hasFocus()) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme_[Role::accent], 2));
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
}

void HarnessPicture::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) update();
  QWidget::changeEvent(event);
}

}  // namespace linecheck::ui
