#include "levels/harness_builder.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

using measure::HarnessLink;
using measure::Joint;
using measure::Terminal;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Harness)
};

QPainterPath curve(QPointF from, QPointF out, QPointF to, QPointF in) {
  const qreal reach = std::max(std::abs(to.x() - from.x()), std::abs(to.y() - from.y())) * 0.45;
  QPainterPath path(from);
  // A cable between jacks of one height hangs a little.
  const QPointF sag(0, std::abs(to.y() - from.y()) < 1 && reach > 24 ? reach * 0.14 : 0);
  path.cubicTo(from + out * reach + sag, to + in * reach + sag, to);
  return path;
}

// Names of a pair differ in a letter or figure at the end, so that is kept.
QString shortened(const QString& words, const QFontMetricsF& metrics, qreal room) {
  const qsizetype gap = words.lastIndexOf(u' ');
  if (gap < 0 || words.size() - gap > 3 || !words.back().isLetterOrNumber())
    return metrics.elidedText(words, Qt::ElideRight, room);
  if (metrics.horizontalAdvance(words) <= room) return words;
  const QString end = words.mid(gap);
  return metrics.elidedText(words.left(gap), Qt::ElideRight,
                            std::max(room - metrics.horizontalAdvance(end), 0.0)) +
         end;
}

// Where there is little room a font that runs wider than the program's own is drawn narrower.
QFont narrowed(QFont font) {
  constexpr qreal kRoom = 92;
  const qreal wanted = QFontMetricsF(font).horizontalAdvance(QStringLiteral("Output under test"));
  if (wanted > kRoom) font.setStretch(static_cast<int>(100 * kRoom / wanted));
  return font;
}

}  // namespace

HarnessScale HarnessScale::forSize(const QSizeF& size) {
  HarnessScale scale;
  scale.title = narrowed(textFont(TextSize::caption, QFont::DemiBold));
  scale.label = narrowed(textFont(TextSize::caption));
  if (size.width() < 480 || size.height() < 200) return scale;
  scale.label = textFont(TextSize::caption);
  scale.title = textFont(TextSize::body, QFont::DemiBold);
  const bool isLarge = size.width() >= 800 && size.height() >= 300;
  if (isLarge) scale.label = textFont(TextSize::body);
  scale.margin = isLarge ? 12 : 8;
  scale.pad = isLarge ? 12 : 8;
  scale.glyph = isLarge ? 26 : 20;
  scale.badge = isLarge ? 22 : 18;
  scale.plug = isLarge ? 14 : 10;
  return scale;
}

HarnessBuilder::HarnessBuilder(const HarnessView& view, const QSizeF& size, qreal widest)
    : view_(view),
      scale_(HarnessScale::forSize(size)),
      wiring_(measure::harnessWiring(view.harness)),
      hasBefore_(measure::harnessBefore(view.harness).has_value()),
      roomy_(size.width() >= 480 && size.height() >= 200) {
  layout_.size = size;
  const qreal m = scale_.margin;
  const qreal width = std::min(size.width(), size.height() * widest);
  area_ = QRectF((size.width() - width) / 2 + m, m, width - 2 * m, size.height() - 2 * m);
  middle_ = area_;
  if (wiring_.keptOff || hasBefore_) {
    const qreal height = std::max(lineHeight(), scale_.badge * 1.55);
    footer_ = QRectF(area_.left(), area_.bottom() - height, area_.width(), height);
    area_.setBottom(footer_.top() - scale_.pad);
  }
}

qreal HarnessBuilder::widthOf(const QString& words, const QFont& font) const {
  return std::ceil(QFontMetricsF(font).horizontalAdvance(words)) + 1;
}

qreal HarnessBuilder::lineHeight() const {
  return std::ceil(QFontMetricsF(scale_.label).height());
}

QPointF HarnessBuilder::at(Terminal terminal) const {
  const auto found = places_.find(terminal);
  return LC_VERIFY(found != places_.end()) ? found->second.at : QPointF();
}

Emphasis HarnessBuilder::emphasisOf(std::size_t index) const {
  if (!hasBefore_) return Emphasis::plain;
  return wiring_.links[index].stays ? Emphasis::stays : Emphasis::isNew;
}

QRectF HarnessBuilder::text(const QString& words, QPointF at, Qt::Alignment align, Role role,
                            const std::optional<QFont>& font, qreal room) {
  const QFont used = font.value_or(scale_.label);
  const QFontMetricsF metrics(used);
  const QString shown = shortened(words, metrics, std::max(room, 0.0));
  const QSizeF size(widthOf(shown, used), std::ceil(metrics.height()));
  const qreal x = align.testFlag(Qt::AlignRight)     ? at.x() - size.width()
                  : align.testFlag(Qt::AlignHCenter) ? at.x() - size.width() / 2
                                                     : at.x();
  const QRectF rect(QPointF(x, at.y() - size.height() / 2), size);
  if (!shown.isEmpty()) layout_.texts.push_back({rect, shown, used, role});
  return rect;
}

void HarnessBuilder::stand(const HarnessLeg& left, const HarnessLeg& right, bool isOneDevice,
                           qreal largest, qreal between) {
  const qreal title = std::ceil(QFontMetricsF(scale_.title).height());
  const qreal strip = title + 2 * scale_.pad;
  const auto widthOfLeg = [&](const HarnessLeg& leg) {
    if (leg.title.isEmpty()) return 0.0;
    qreal width = isOneDevice ? 0 : widthOf(leg.title, scale_.title);
    width = std::max(width, widthOf(leg.subtitle, scale_.label));
    for (const ConnectorView& jack : leg.jacks) {
      width = std::max(width, widthOf(jack.label, scale_.label) + scale_.glyph + scale_.pad);
    }
    return std::min(std::ceil(width + 2 * scale_.pad), std::floor(area_.width() * largest));
  };
  qreal widths[] = {widthOfLeg(left), widthOfLeg(right)};
  const qreal most = area_.width() - between * scale_.badge;
  if (widths[0] + widths[1] > most) {
    qreal& wider = widths[0] > widths[1] ? widths[0] : widths[1];
    const qreal narrower = std::min(widths[0], widths[1]);
    wider = std::max(most - narrower, most / 2);
    if (wider + narrower > most) widths[0] = widths[1] = most / 2;
  }
  left_ = area_;
  left_.setWidth(widths[0]);
  right_ = area_;
  right_.setLeft(area_.right() - widths[1]);
  middle_ = QRectF(left_.right(), area_.top(), right_.left() - left_.right(), area_.height());
  const qreal y = area_.top() + scale_.pad + title / 2;
  if (isOneDevice) {
    middle_.setTop(area_.top() + strip);
    layout_.boxes.push_back({area_, middle_});
    text(left.title, {area_.center().x(), y}, Qt::AlignHCenter, Role::text, scale_.title,
         area_.width() - 2 * scale_.pad);
    left_.setTop(middle_.top());
    right_.setTop(middle_.top());
    return;
  }
  for (const auto& [leg, frame] : {std::pair(&left, &left_), std::pair(&right, &right_)}) {
    if (leg->title.isEmpty()) continue;
    layout_.boxes.push_back({*frame});
    const qreal room = frame->width() - 2 * scale_.pad + 1;
    text(leg->title, {frame->left() + scale_.pad, y}, Qt::AlignLeft, Role::text, scale_.title,
         room);
    frame->setTop(frame->top() + strip);
    if (leg->subtitle.isEmpty()) continue;
    text(leg->subtitle, {frame->left() + scale_.pad, y + title}, Qt::AlignLeft, Role::quietText, {},
         room);
    frame->setTop(frame->top() + title);
  }
  middle_.setTop(std::max(left_.top(), right_.top()));
}

QRectF HarnessBuilder::box(const QRectF& frame, const QString& title) {
  layout_.boxes.push_back({frame});
  const qreal height = std::ceil(QFontMetricsF(scale_.title).height());
  text(title, {frame.center().x(), frame.top() + scale_.pad + height / 2}, Qt::AlignHCenter,
       Role::text, scale_.title, frame.width() - 2 * scale_.pad + 1);
  return frame.adjusted(0, height + scale_.pad, 0, 0);
}

void HarnessBuilder::anchor(Terminal terminal, QPointF at, QPointF out) {
  places_[terminal] = {at, out};
}

void HarnessBuilder::jack(Terminal terminal, const ConnectorView& view, Edge edge, QPointF at,
                          qreal room) {
  const qreal glyph = scale_.glyph;
  const bool isLeft = edge == Edge::left;
  const qreal inset = 3;
  const QRectF face(isLeft ? at.x() + inset : at.x() - inset - glyph, at.y() - glyph / 2, glyph,
                    glyph);
  // In a second step only what changes has a colour.
  layout_.jacks.push_back({face, view.shape, hasBefore_ ? Role::power : view.carries});
  const qreal gap = scale_.pad - inset + 1;
  text(view.label, {isLeft ? face.right() + gap : face.left() - gap, at.y()},
       isLeft ? Qt::AlignLeft : Qt::AlignRight, Role::text, {}, room - glyph - inset - gap);
  places_[terminal] = {at, {isLeft ? -1.0 : 1.0, 0}, true, view.carries};
}

void HarnessBuilder::legJack(Terminal terminal, const ConnectorView& view, Edge side, qreal y) {
  // The left box has its jacks on its right edge.
  const bool isLeft = side == Edge::left;
  const QRectF& leg = isLeft ? left_ : right_;
  jack(terminal, view, isLeft ? Edge::right : Edge::left, {isLeft ? leg.right() : leg.left(), y},
       leg.width() - 2);
}

Role HarnessBuilder::roleOf(const HarnessLink& link) const {
  if (link.from == Terminal::redProbe) return Role::loop;
  if (link.from == Terminal::blackProbe) return Role::quietText;
  if (link.joint == Joint::insert || link.joint == Joint::place) return Role::quietText;
  // A cable is balanced if both its ends are.
  const auto isBalanced = [this](Terminal terminal) {
    const auto found = places_.find(terminal);
    return found != places_.end() && found->second.role == Role::balanced;
  };
  if (link.joint == Joint::cable && isBalanced(link.from) && isBalanced(link.to)) {
    return Role::balanced;
  }
  return Role::unbalanced;
}

LaidLink& HarnessBuilder::link(std::size_t index, const QPainterPath& path, QPointF badge) {
  const HarnessLink& wire = wiring_.links[index];
  LaidLink laid;
  laid.path = path;
  laid.number = static_cast<int>(index) + 1;
  laid.badge = QRectF(0, 0, scale_.badge, scale_.badge);
  laid.badge.moveCenter(badge);
  laid.joint = wire.joint;
  laid.role = roleOf(wire);
  laid.emphasis = emphasisOf(index);
  layout_.links.push_back(laid);
  return layout_.links.back();
}

LaidLink& HarnessBuilder::link(std::size_t index, qreal along) {
  const HarnessLink& wire = wiring_.links[index];
  const Place from = places_.at(wire.from);
  const Place to = places_.at(wire.to);
  std::vector<QRectF> plugs;
  const auto endOf = [&](const Place& place) {
    if (!place.hasJack) return place.at;
    // A probe touches with a needle.
    const bool isNeedle = wire.joint == Joint::probe && &place == &to;
    const qreal height = scale_.plug * (isNeedle ? 0.3 : 0.85);
    const QPointF end = place.at + place.out * scale_.plug;
    plugs.push_back(
        QRectF(std::min(place.at.x(), end.x()), end.y() - height / 2, scale_.plug, height));
    return end;
  };
  const QPainterPath path = curve(endOf(from), from.out, endOf(to), to.out);
  QPointF badge = path.pointAtPercent(along);
  // Where the cable is too short to be seen beside its badge, the badge stands above it.
  if (path.length() < 2.2 * scale_.badge) badge.ry() -= scale_.badge * 0.5 + scale_.plug * 0.6;
  LaidLink& laid = link(index, path, badge);
  laid.plugs = plugs;
  return laid;
}

LaidPiece& HarnessBuilder::piece(LaidPiece::Kind kind, const QRectF& rect, Emphasis emphasis) {
  layout_.pieces.push_back({kind, rect, emphasis});
  return layout_.pieces.back();
}

void HarnessBuilder::footer() {
  const qreal y = footer_.center().y();
  const qreal icon = scale_.badge * 1.55;
  if (wiring_.keptOff) {
    const bool isHeadphones = *wiring_.keptOff == measure::KeptOff::headphones;
    piece(isHeadphones ? LaidPiece::Kind::headphones : LaidPiece::Kind::cable,
          QRectF(footer_.left(), y - icon / 2, icon, icon))
        .crossedOut = true;
    text(isHeadphones ? Text::tr("Headphones off") : Text::tr("Cables out"),
         {footer_.left() + icon + scale_.pad, y}, Qt::AlignLeft, Role::bad);
  }
  if (hasBefore_) {
    const QRectF words =
        text(Text::tr("New in this step"), {footer_.right(), y}, Qt::AlignRight, Role::accent);
    const qreal dot = lineHeight() * 0.6;
    piece(LaidPiece::Kind::node, QRectF(words.left() - scale_.pad - dot, y - dot / 2, dot, dot),
          Emphasis::isNew);
  }
}

HarnessLayout HarnessBuilder::finished() {
  if (wiring_.keptOff || hasBefore_) footer();
  return std::move(layout_);
}

}  // namespace linecheck::ui
