#include "canvas/cable_span.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "canvas/device_card.h"
#include "widgets/tone_icon.h"

namespace linecheck::ui {
namespace {

constexpr qreal kPlugLength = 9, kPlugHeight = 8;
constexpr qreal kMark = 20;

}  // namespace

CableSpan::CableSpan(const Theme& theme, CableView view, const QString& name, QWidget* parent)
    : QWidget(parent), theme_(theme), view_(std::move(view)), name_(name) {
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMaximumWidth(280);
  setAccessibleName(name);
  describe();
}

void CableSpan::setSuspicion(const QString& why) {
  if (why == suspicion_) return;
  suspicion_ = why;
  describe();
  update();
}

void CableSpan::describe() {
  const QString why = suspicion_.isEmpty() ? QString() : suspicion_ + u'\n';
  setAccessibleDescription(why + view_.label);
  setToolTip(why + name_ + u'\n' + view_.label);
}

void CableSpan::paintEvent(QPaintEvent* /*event*/) {
  const QPointF from(0, DeviceCard::connectorY(view_.fromConnector) + 0.5);
  const QPointF to(width(), DeviceCard::connectorY(view_.toConnector) + 0.5);
  const bool isLit = !suspicion_.isEmpty();
  const QColor colour = theme_[isLit ? Role::loop : view_.carries];
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (hasFocus()) {
    painter.setPen(QPen(theme_[Role::accent], 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), space::kRadius, space::kRadius);
  }
  QPainterPath path(from + QPointF(kPlugLength, 0));
  const qreal bend = width() * 0.45;
  path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to - QPointF(kPlugLength, 0));
  painter.setPen(QPen(colour, isLit ? 4.0 : 2.5));
  painter.drawPath(path);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(QRectF(from.x(), from.y() - kPlugHeight / 2, kPlugLength, kPlugHeight), 2,
                          2);
  painter.drawRoundedRect(
      QRectF(to.x() - kPlugLength, to.y() - kPlugHeight / 2, kPlugLength, kPlugHeight), 2, 2);

  // The mark sits on the middle of the cable, so that colour is not alone.
  if (isLit) {
    const QPointF middle = path.pointAtPercent(0.5);
    painter.save();
    painter.translate(middle - QPointF(kMark / 2, kMark / 2));
    painter.scale(kMark / 26.0, kMark / 26.0);
    drawToneIcon(painter, QRectF(0, 0, 26, 26), BannerState::Tone::attention, theme_[Role::loop],
                 theme_[Role::ground]);
    painter.restore();
  }
  painter.setFont(textFont(TextSize::caption));
  painter.setPen(theme_[Role::quietText]);
  const QFontMetricsF metrics(painter.font());
  // Above the higher end of the cable, or below the lower one if the cards' tops leave no room.
  const qreal top = std::min(from.y(), to.y()) - (isLit ? kMark / 2 + 1 : kPlugHeight);
  const qreal room = width() - 2.0 * space::kHair;
  const QRectF text = metrics.boundingRect(QRectF(0, 0, room, 100),
                                           Qt::AlignHCenter | Qt::TextWordWrap, view_.label);
  painter.drawText(QRectF(space::kHair, top - text.height(), room, text.height()),
                   Qt::AlignHCenter | Qt::TextWordWrap, view_.label);
}

}  // namespace linecheck::ui
