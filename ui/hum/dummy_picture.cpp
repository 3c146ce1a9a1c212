#include "hum/dummy_picture.h"

#include <QPainter>
#include <QPainterPath>

namespace linecheck::ui {
namespace {

using chain::DummyPlug;

constexpr qreal kBoxHeight = 34;
constexpr qreal kJack = 8;
constexpr QSizeF kPlug{16, 10};
constexpr QSizeF kDummy{22, 16};
constexpr qreal kCaption = 16;

struct Drawing {
  QPainter& painter;
  const Theme& theme;
};

void drawBox(const Drawing& d, const QRectF& box, const QString& name, bool jackAtRight) {
  d.painter.setPen(QPen(d.theme[Role::power], 1));
  d.painter.setBrush(d.theme[Role::ground]);
  d.painter.drawRoundedRect(box, space::kRadius, space::kRadius);
  const qreal x = jackAtRight ? box.right() : box.left() - kJack / 2;
  d.painter.setPen(Qt::NoPen);
  d.painter.setBrush(d.theme[Role::power]);
  d.painter.drawRect(QRectF(x, box.center().y() - kJack / 2, kJack / 2, kJack));
  d.painter.setPen(d.theme[Role::text]);
  d.painter.setFont(textFont(TextSize::caption, QFont::DemiBold));
  const QFontMetricsF metrics(d.painter.font());
  const QRectF room = box.adjusted(space::kHair, 0, -space::kHair, 0);
  d.painter.drawText(room, Qt::AlignCenter, metrics.elidedText(name, Qt::ElideRight, room.width()));
}

// A plug in the colour of the cable, its pin towards the jack.
void drawPlug(const Drawing& d, QPointF middle, bool pinAtRight) {
  const QRectF body(middle - QPointF(kPlug.width() / 2, kPlug.height() / 2), kPlug);
  d.painter.setPen(Qt::NoPen);
  d.painter.setBrush(d.theme[Role::unbalanced]);
  d.painter.drawRoundedRect(body, 2, 2);
  const qreal x = pinAtRight ? body.right() : body.left() - 5;
  d.painter.drawRect(QRectF(x, middle.y() - 1.5, 5, 3));
}

// Hatched, with its resistor: it passes the shield on, and no signal.
void drawDummy(const Drawing& d, QPointF middle, qreal captionBelow) {
  const QRectF body(middle - QPointF(kDummy.width() / 2, kDummy.height() / 2), kDummy);
  d.painter.setPen(QPen(d.theme[Role::accent], 1.8));
  d.painter.setBrush(d.theme[Role::card]);
  d.painter.drawRoundedRect(body, 3, 3);
  QPolygonF resistor;
  const qreal y = middle.y();
  for (int i = 0; i <= 6; ++i) {
    const qreal x = body.left() + 3 + i * (kDummy.width() - 6) / 6;
    resistor << QPointF(x, i == 0 || i == 6 ? y : (i % 2 == 1 ? y - 4 : y + 4));
  }
  d.painter.setBrush(Qt::NoBrush);
  d.painter.setPen(QPen(d.theme[Role::accent], 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  d.painter.drawPolyline(resistor);
  d.painter.setPen(d.theme[Role::accent]);
  d.painter.setFont(textFont(TextSize::caption, QFont::DemiBold));
  d.painter.drawText(QRectF(middle.x() - 40, captionBelow, 80, kCaption), Qt::AlignCenter,
                     DummyPicture::tr("dummy"));
}

void drawCable(const Drawing& d, QPointF from, QPointF to, qreal sag) {
  QPainterPath path(from);
  const qreal third = (to.x() - from.x()) / 3;
  path.cubicTo(from + QPointF(third, sag), to - QPointF(third, -sag), to);
  d.painter.setBrush(Qt::NoBrush);
  d.painter.setPen(QPen(d.theme[Role::unbalanced], 2.5, Qt::SolidLine, Qt::RoundCap));
  d.painter.drawPath(path);
}

}  // namespace

QString dummyText(const DummyView& view) {
  switch (view.place) {
    case DummyPlug::inReceiver:
      return DummyPicture::tr("The dummy is in the input of %1. The cable from %2 hangs free.")
          .arg(view.receiver, view.sender);
    case DummyPlug::betweenCableAndB:
      return DummyPicture::tr(
                 "The dummy is in the input of %1, and the cable from %2 in the dummy.")
          .arg(view.receiver, view.sender);
    case DummyPlug::onLooseEnd:
      return DummyPicture::tr(
                 "The cable is in the input of %1. Its other end, pulled out of %2, is in the "
                 "dummy, which touches nothing.")
          .arg(view.receiver, view.sender);
    case DummyPlug::betweenCableAndA:
      return DummyPicture::tr(
                 "The cable is in the input of %1. Its other end is in the dummy, and "
                 "the dummy in the output of %2.")
          .arg(view.receiver, view.sender);
  }
  return {};
}

DummyPicture::DummyPicture(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setAccessibleName(tr("Where the dummy goes"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DummyPicture::show(const DummyView& view) {
  view_ = view;
  setAccessibleDescription(dummyText(view_));
  setToolTip(dummyText(view_));
  update();
}

void DummyPicture::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Drawing d{painter, theme_};
  const qreal boxWidth = std::min(96.0, width() * 0.3);
  const qreal top = 16;
  const QRectF sender(0.5, top, boxWidth, kBoxHeight);
  const QRectF receiver(width() - boxWidth - 0.5, top, boxWidth, kBoxHeight);
  drawBox(d, sender, view_.sender, true);
  drawBox(d, receiver, view_.receiver, false);
  const qreal y = sender.center().y();
  const qreal captionBelow = receiver.bottom() + 2;
  // Where a plug sits in each jack, and where one sits in a dummy that sits there.
  const QPointF atSender(sender.right() + kJack / 2 + kPlug.width() / 2 + 1, y);
  const QPointF atReceiver(receiver.left() - kJack / 2 - kPlug.width() / 2 - 1, y);
  const QPointF dummyAtSender(sender.right() + kJack / 2 + kDummy.width() / 2, y);
  const QPointF dummyAtReceiver(receiver.left() - kJack / 2 - kDummy.width() / 2, y);
  const qreal next = kDummy.width() / 2 + kPlug.width() / 2 + 2;
  const QPointF out(kPlug.width() / 2, 0);
  switch (view_.place) {
    case DummyPlug::inReceiver: {
      const QPointF loose(dummyAtReceiver.x() - next - 8, y + 30);
      drawCable(d, atSender + out, loose - out, 14);
      drawPlug(d, atSender, false);
      drawPlug(d, loose, true);
      drawDummy(d, dummyAtReceiver, captionBelow);
      break;
    }
    case DummyPlug::betweenCableAndB: {
      const QPointF plug = dummyAtReceiver - QPointF(next, 0);
      drawCable(d, atSender + out, plug - out, 22);
      drawPlug(d, atSender, false);
      drawPlug(d, plug, true);
      drawDummy(d, dummyAtReceiver, captionBelow);
      break;
    }
    case DummyPlug::onLooseEnd: {
      const QPointF dummy(dummyAtSender.x() + 6, y + 30);
      const QPointF plug = dummy + QPointF(next, 0);
      drawCable(d, plug + out, atReceiver - out, 10);
      drawPlug(d, plug, false);
      drawPlug(d, atReceiver, true);
      drawDummy(d, dummy, dummy.y() + kDummy.height() / 2 + 1);
      break;
    }
    case DummyPlug::betweenCableAndA: {
      const QPointF plug = dummyAtSender + QPointF(next, 0);
      drawCable(d, plug + out, atReceiver - out, 22);
      drawPlug(d, plug, false);
      drawPlug(d, atReceiver, true);
      drawDummy(d, dummyAtSender, captionBelow);
      break;
    }
  }
}

}  // namespace linecheck::ui
