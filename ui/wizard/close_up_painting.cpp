#include "wizard/close_up_painting.h"

#include <QCoreApplication>
#include <QtMath>
#include <algorithm>
#include <array>

#include "canvas/connector_glyph.h"
#include "theme/contrast.h"
#include "theme/theme.h"

namespace linecheck::ui::closeup {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(CloseUp)
};

constexpr qreal kFace = 56;        // Of a socket.
constexpr qreal kPlug = 30;        // A plug's length.
constexpr qreal kMostWidth = 620;  // Farther apart, two plugs are no cable any more.
constexpr qreal kFirst = 240.0;    // Of a dial: degrees, counter-clockwise from three o'clock.
constexpr qreal kSweep = -300.0;

QRectF middleOf(const QRectF& room, qreal width) {
  const qreal wide = std::min(width, room.width());
  return {room.center().x() - wide / 2, room.top(), wide, room.height()};
}

void write(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
           const QColor& ink, Qt::Alignment side = Qt::AlignCenter) {
  painter.setFont(font);
  painter.setPen(ink);
  painter.drawText(
      box, static_cast<int>(side | Qt::AlignVCenter),
      painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(box.width())));
}

// A plug that points at its socket, from the left or from the right.
void drawPlug(QPainter& painter, const Palette& palette, const QPointF& tip, bool isAtLeft,
              Role role) {
  const qreal way = isAtLeft ? 1 : -1;
  const auto box = [&](qreal from, qreal length, qreal height) {
    return QRectF(std::min(tip.x() + way * from, tip.x() + way * (from + length)),
                  tip.y() - height / 2, length, height);
  };
  painter.setPen(Qt::NoPen);
  painter.setBrush(palette[Role::quietText]);
  painter.drawRoundedRect(box(0, 10, 8), 2, 2);
  painter.setBrush(palette[role]);
  painter.drawRoundedRect(box(8, kPlug - 8, 18), 4, 4);
}

void drawEnd(QPainter& painter, const Palette& palette, const CableCloseUp::End& end,
             const QRectF& column, qreal middle, Role role) {
  const QRectF face(column.center().x() - kFace / 2, middle - kFace / 2, kFace, kFace);
  drawConnector(painter, face, end.shape, palette[Role::text], palette[Role::card]);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette[role], 2));
  painter.drawEllipse(face.adjusted(-6, -6, 6, 6));
  const QRectF line(column.left(), 0, column.width(), 18);
  write(painter, line.translated(0, middle - kFace / 2 - 44), end.device, textFont(TextSize::body),
        palette[Role::quietText]);
  write(painter, line.translated(0, middle - kFace / 2 - 26), end.socket,
        textFont(TextSize::body, QFont::DemiBold), palette[Role::text]);
  write(painter, line.translated(0, middle + kFace / 2 + 10), end.plug,
        textFont(TextSize::heading, QFont::DemiBold), palette[Role::text]);
  if (end.adapters.isEmpty()) return;
  write(painter, line.translated(0, middle + kFace / 2 + 30),
        Text::tr("by adapter: %1").arg(end.adapters.join(QStringLiteral(", "))),
        textFont(TextSize::caption), palette[Role::quietText]);
}

// Two lines of a wave for alternating, a line over dashes for direct current.
void drawCurrent(QPainter& painter, const QRectF& box, bool isAc, const QColor& ink) {
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, 3, Qt::SolidLine, Qt::RoundCap));
  if (isAc) {
    QPolygonF wave;
    for (int i = 0; i <= 40; ++i) {
      const qreal x = i / 40.0;
      wave << QPointF(box.left() + x * box.width(),
                      box.center().y() - std::sin(2 * M_PI * x) * box.height() * 0.3);
    }
    painter.drawPolyline(wave);
    return;
  }
  const qreal y = box.center().y();
  painter.drawLine(QPointF(box.left(), y - 6), QPointF(box.right(), y - 6));
  for (int i = 0; i < 3; ++i) {
    const qreal x = box.left() + box.width() * (i + 0.1) / 3;
    painter.drawLine(QPointF(x, y + 6), QPointF(x + box.width() * 0.2, y + 6));
  }
}

}  // namespace

int heightOf(const CloseUpView& view) {
  static constexpr std::array<int, 6> kHeights{0, 172, 92, 72, 108, 64};
  return kHeights.at(view.index());
}

void draw(QPainter& painter, const Palette& palette, const QRectF& room, const CableCloseUp& view) {
  const QRectF box = middleOf(room, kMostWidth);
  const qreal column = std::min(190.0, box.width() * 0.36);
  const QRectF left(box.left(), box.top(), column, box.height());
  const QRectF right(box.right() - column, box.top(), column, box.height());
  const qreal middle = box.top() + 58 + kFace / 2;
  const QPointF from(left.center().x() + kFace / 2 + 10, middle);
  const QPointF to(right.center().x() - kFace / 2 - 10, middle);
  painter.setPen(QPen(palette[view.carries], 4, Qt::SolidLine, Qt::FlatCap));
  painter.drawLine(from + QPointF(kPlug, 0), to - QPointF(kPlug, 0));
  drawPlug(painter, palette, from, true, view.carries);
  drawPlug(painter, palette, to, false, view.carries);
  drawEnd(painter, palette, view.from, left, middle, view.carries);
  drawEnd(painter, palette, view.to, right, middle, view.carries);
  const QRectF words(from.x(), middle - 32, to.x() - from.x(), 18);
  write(painter, words, view.number, textFont(TextSize::body, QFont::DemiBold),
        palette[Role::text]);
  write(painter, words.translated(0, 46), view.about, textFont(TextSize::caption),
        palette[Role::quietText]);
}

void draw(QPainter& painter, const Palette& palette, const QRectF& room, const OrderCloseUp& view) {
  if (view.stops.empty()) return;
  constexpr qreal kDisc = 32;
  const auto count = static_cast<qreal>(view.stops.size());
  const qreal step = std::min(130.0, room.width() / count);
  const qreal first = room.center().x() - step * (count - 1) / 2;
  const qreal middle = room.top() + 16 + kDisc / 2;
  int number = 0;
  for (const auto& stop : view.stops) {
    const QPointF at(first + step * number, middle);
    const QRectF disc(at.x() - kDisc / 2, at.y() - kDisc / 2, kDisc, kDisc);
    const Role role = stop.isHere ? Role::accent : stop.isDone ? Role::good : Role::quietText;
    if (++number < static_cast<int>(view.stops.size())) {
      const qreal end = at.x() + step - kDisc / 2 - 6;
      painter.setPen(QPen(palette[Role::quietText], 2, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(QPointF(disc.right() + 6, middle), QPointF(end, middle));
      painter.drawPolyline(QPolygonF{QPointF(end - 5, middle - 4), QPointF(end, middle),
                                     QPointF(end - 5, middle + 4)});
    }
    painter.setPen(QPen(palette[role], stop.isHere ? 2.5 : 1.5));
    const bool isFilled = stop.isDone || stop.isHere;
    painter.setBrush(isFilled ? palette[role] : palette[Role::card]);
    painter.drawEllipse(disc);
    write(painter, disc, QString::number(number), textFont(TextSize::heading, QFont::DemiBold),
          isFilled ? palette[Role::ground] : palette[Role::text]);
    write(painter, QRectF(at.x() - step / 2 + 3, disc.bottom() + 8, step - 6, 18), stop.name,
          textFont(TextSize::body, stop.isHere ? QFont::DemiBold : QFont::Normal),
          palette[stop.isHere ? Role::text : Role::quietText]);
  }
}

void draw(QPainter& painter, const Palette& palette, const QRectF& room,
          const SwitchCloseUp& view) {
  const auto& positions = view.control.positions;
  const QFont font = textFont(TextSize::heading, QFont::DemiBold);
  qreal widest = 56;
  for (const QString& one : positions) {
    widest = std::max(widest, QFontMetricsF(font).horizontalAdvance(one) + 2 * space::kNormal);
  }
  const auto count = static_cast<qreal>(positions.size());
  const QRectF all = middleOf(room, widest * count).adjusted(0, 4, 0, 0);
  const qreal width = all.width() / count;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const QRectF face(all.left() + width * static_cast<qreal>(i), all.top(), width, 40);
    const bool isWanted = view.wanted == static_cast<int>(i);
    const bool isHere = view.control.stands == static_cast<int>(i);
    painter.setPen(QPen(palette[Role::power], 1));
    painter.setBrush(isWanted ? palette[Role::accent] : palette[Role::card]);
    painter.drawRect(face);
    write(painter, face, positions[i], font,
          isWanted ? palette[Role::ground] : palette[Role::text]);
    if (isHere) {
      write(painter, QRectF(face.left() - 40, face.bottom() + 4, width + 80, 16),
            isWanted ? Text::tr("as it stands") : Text::tr("stands here now"),
            textFont(TextSize::caption), palette[isWanted ? Role::good : Role::attention]);
    }
  }
}

void draw(QPainter& painter, const Palette& palette, const QRectF& room, const DialCloseUp& view) {
  QString words = view.isTold ? QString() : view.wanted;
  if (!view.now.isEmpty()) {
    words = words.isEmpty() ? Text::tr("now %1").arg(view.now)
                            : Text::tr("%1, now %2").arg(words, view.now);
  }
  const qreal middle = room.top() + 40;
  if (view.isSlider) {
    const QRectF track = middleOf(room, 300);
    const auto x = [&](qreal at) { return track.left() + at * track.width(); };
    painter.setPen(QPen(palette[Role::power], 6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(x(0), middle), QPointF(x(1), middle));
    if (view.stands) {
      painter.setPen(QPen(palette[Role::text], 6, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(QPointF(x(0), middle), QPointF(x(*view.stands), middle));
      painter.setBrush(palette[Role::text]);
      painter.setPen(Qt::NoPen);
      painter.drawEllipse(QPointF(x(*view.stands), middle), 10, 10);
    }
    painter.setPen(QPen(palette[Role::accent], 3));
    painter.drawLine(QPointF(x(view.least), middle - 20), QPointF(x(view.least), middle + 20));
    write(painter, QRectF(track.left(), middle + 22, track.width(), 18), words,
          textFont(TextSize::body, QFont::DemiBold), palette[Role::text]);
    return;
  }
  constexpr qreal kRadius = 34;
  const QPointF c(room.center().x(), room.top() + kRadius + 8);
  const QRectF ring(c.x() - kRadius, c.y() - kRadius, 2 * kRadius, 2 * kRadius);
  const auto arc = [&](qreal from, qreal to) {
    painter.drawArc(ring, static_cast<int>((kFirst + kSweep * from) * 16),
                    static_cast<int>(kSweep * (to - from) * 16));
  };
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(palette[Role::power], 4, Qt::SolidLine, Qt::RoundCap));
  arc(0, 1);
  painter.setPen(QPen(palette[Role::accent], 6, Qt::SolidLine, Qt::RoundCap));
  arc(view.least, std::max(view.most, view.least + 0.005));
  const auto pointer = [&](qreal at, const QColor& ink) {
    const qreal angle = qDegreesToRadians(kFirst + kSweep * at);
    const QPointF way(std::cos(angle), -std::sin(angle));
    painter.setPen(QPen(ink, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + way * 8, c + way * (kRadius - 7));
  };
  if (view.stands) pointer(*view.stands, palette[Role::text]);
  write(painter, QRectF(room.left(), c.y() + kRadius + 4, room.width(), 18), words,
        textFont(TextSize::body, QFont::DemiBold), palette[Role::text]);
}

void draw(QPainter& painter, const Palette& palette, const QRectF& room,
          const AdapterCloseUp& view) {
  const bool isWrong = !view.inUse.isEmpty();
  const QRectF box = middleOf(room, isWrong ? 460 : 230);
  const QRectF right(box.left(), box.top() + 8, isWrong ? box.width() / 2 : box.width(), 48);
  const auto one = [&](const QRectF& face, bool isAc, const QString& words, Role role) {
    drawCurrent(painter, QRectF(face.left() + 8, face.top() + 8, 44, 32), isAc, palette[role]);
    write(painter, face.adjusted(64, 0, 0, 0), words, textFont(TextSize::body), palette[Role::text],
          Qt::AlignLeft);
  };
  one(right, view.isAc, view.isAc ? Text::tr("alternating current") : Text::tr("direct current"),
      Role::good);
  if (!isWrong) return;
  const QRectF wrong = right.translated(right.width(), 0);
  one(wrong, view.isUsedAc, Text::tr("not %1").arg(view.inUse), Role::bad);
  painter.setPen(QPen(palette[Role::bad], 3, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(QPointF(wrong.left() + 8, wrong.bottom() - 6),
                   QPointF(wrong.left() + 52, wrong.top() + 6));
}

}  // namespace linecheck::ui::closeup
