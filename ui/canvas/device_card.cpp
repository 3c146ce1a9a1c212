#include "canvas/device_card.h"

#include <QPainter>

#include "canvas/card_painter.h"

namespace linecheck::ui {

DeviceCard::DeviceCard(const Theme& theme, CardView view, QWidget* parent)
    : QWidget(parent), theme_(theme), view_(std::move(view)) {
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  setAccessibleName((view_.maker + u' ' + view_.model).trimmed());
  const QStringList about = cardDescription(view_);
  setAccessibleDescription(about.join(QStringLiteral(". ")));
  setToolTip(about.join(u'\n'));
}

void DeviceCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  drawCard(painter, theme_.palette(), view_, size(),
           hasFocus() ? CardEdge{Role::accent, 2.0} : CardEdge{Role::line, 1.0});
}

}  // namespace linecheck::ui
