#include "canvas/cable_span.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "canvas/device_card.h"

namespace linecheck::ui {
namespace {

constexpr qreal kPlugLength = 9, kPlugHeight = 8;

}  // namespace

CableSpan::CableSpan(const Theme& theme, CableView view, const QString& name, QWidget* parent)
    : QWidget(parent), theme_(theme), view_(std::move(view)) {
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMaximumWidth(280);
  setAccessibleName(name);
  setAccessibleDescription(view_.label);
  setToolTip(name + u'\n' + view_.label);
}

void CableSpan::paintEvent(QPaintEvent* /*event*/) {
  const QPointF from(0, DeviceCard::connectorY(view_.fromConnector) + 0.5);
  const QPointF to(width(), DeviceCard::connectorY(view_.toConnector) + 0.5);
  const QColor colour = theme_[view_.carries];
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus()) {
    painter.setPen(QPen(theme_[Role::accent], 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), space::kRadius, space::kRadius);
  }
  QPainterPath path(from + QPointF(kPlugLength, 0));
  const qreal bend = width() * 0.45;
  path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to - QPointF(kPlugLength, 0));
  painter.setPen(QPen(colour, 2.5));
  painter.drawPath(path);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(QRectF(from.x(), from.y() - kPlugHeight / 2, kPlugLength, kPlugHeight), 2,
                          2);
  painter.drawRoundedRect(
      QRectF(to.x() - kPlugLength, to.y() - kPlugHeight / 2, kPlugLength, kPlugHeight), 2, 2);

  painter.setFont(textFont(TextSize::caption));
  painter.setPen(theme_[Role::quietText]);
  const QFontMetricsF metrics(painter.font());
  // Above the higher end of the cable, or below the lower one if the cards' tops leave no room.
  const qreal top = std::min(from.y(), to.y()) - kPlugHeight;
  const qreal room = width() - 2.0 * space::kHair;
  const QRectF text = metrics.boundingRect(QRectF(0, 0, room, 100),
                                           Qt::AlignHCenter | Qt::TextWordWrap, view_.label);
  painter.drawText(QRectF(space::kHair, top - text.height(), room, text.height()),
                   Qt::AlignHCenter | Qt::TextWordWrap, view_.label);
}

}  // namespace linecheck::ui
