#include "canvas/device_card.h"

#include <QPainter>

#include "canvas/card_painter.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {

DeviceCard::DeviceCard(const Theme& theme, CardView view, QWidget* parent)
    : QWidget(parent), theme_(theme), view_(std::move(view)) {
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  setAccessibleName((view_.maker + u' ' + view_.model).trimmed());
  describe();
}

void DeviceCard::setSuspicion(const QString& why) {
  if (why == suspicion_) return;
  suspicion_ = why;
  describe();
  update();
}

void DeviceCard::describe() {
  QStringList about = cardDescription(view_);
  if (!suspicion_.isEmpty()) about.prepend(suspicion_);
  setAccessibleDescription(about.join(QStringLiteral(". ")));
  setToolTip(about.join(u'\n'));
}

void DeviceCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  drawCard(painter, theme_.palette(), view_, size(),
           hasFocus()             ? CardEdge{Role::accent, 2.0}
           : suspicion_.isEmpty() ? CardEdge{Role::line, 1.0}
                                  : CardEdge{Role::loop, 2.0});
  if (suspicion_.isEmpty()) return;
  constexpr qreal kMark = 20;
  drawToneIcon(painter, QRectF(width() - kMark - 6, 6, kMark, kMark), BannerState::Tone::attention,
               theme_[Role::loop], theme_[Role::card]);
}

}  // namespace linecheck::ui
