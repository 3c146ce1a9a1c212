#include "canvas/chain_items.h"

#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>
#include <cmath>

#include "canvas/chain_layout.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kPlugLength = 9, kPlugHeight = 8;
constexpr qreal kReadable = 0.55;  // Below this scale small text is left out.
constexpr qreal kDimmed = 0.4;
constexpr qreal kLeadHeight = 22;
constexpr int kCardZ = 2, kLineZ = 0, kLitLineZ = 3;

CardEdge edgeOf(const Emphasis& emphasis) {
  if (emphasis.isSelected) return {Role::accent, 2.0};
  if (emphasis.lit) return {*emphasis.lit, 2.5};
  return {Role::line, 1.0};
}

qreal scaleOf(const QPainter& painter) {
  return QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
}

void drawPlugIcon(QPainter& painter, QPointF c) {
  painter.drawRoundedRect(QRectF(c.x() - 7, c.y() - 7, 14, 14), 7, 7);
  painter.drawLine(c + QPointF(-2.5, -1.5), c + QPointF(-2.5, 1.5));
  painter.drawLine(c + QPointF(2.5, -1.5), c + QPointF(2.5, 1.5));
}

}  // namespace

void PartItem::setEmphasis(const Emphasis& emphasis) {
  if (emphasis == emphasis_) return;
  emphasis_ = emphasis;
  setOpacity(emphasis.isDimmed ? kDimmed : 1.0);
  update();
}

CardItem::CardItem(const Palette& palette, const DeskView::Card& card)
    : PartItem(palette, card.id), view_(card.view), leads_(card.leads) {
  setZValue(kCardZ);
  setCacheMode(DeviceCoordinateCache);
  setToolTip(cardDescription(view_).join(u'\n'));
}

QRectF CardItem::boundingRect() const {
  QRectF box(QPointF(), card::size(view_));
  if (!leads_.empty()) box.setBottom(box.bottom() + kLeadHeight);
  return box.adjusted(-1, -1, 1, 1);
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                     QWidget* /*widget*/) {
  const QSizeF size = card::size(view_);
  drawCard(*painter, palette(), view_, size, edgeOf(emphasis()));
  // What comes in from outside hangs on the lower edge.
  qreal x = space::kSnug;
  painter->setFont(textFont(TextSize::caption));
  const QFontMetricsF metrics(painter->font());
  for (const QString& lead : leads_) {
    const qreal width = metrics.horizontalAdvance(lead) + 2 * space::kTight;
    const QRectF chip(x, size.height() + 4, width, kLeadHeight - 5);
    painter->setPen(QPen(palette()[Role::power], 1));
    painter->setBrush(palette()[Role::ground]);
    painter->drawLine(QPointF(chip.center().x(), size.height()),
                      QPointF(chip.center().x(), chip.top()));
    painter->drawRoundedRect(chip, 4, 4);
    painter->setPen(palette()[Role::quietText]);
    painter->drawText(chip, Qt::AlignCenter, lead);
    x += width + space::kHair;
  }
}

PowerPointItem::PowerPointItem(const Palette& palette, DeskView::PowerPoint point)
    : PartItem(palette, point.id), point_(std::move(point)) {
  setZValue(kCardZ);
  setCacheMode(DeviceCoordinateCache);
}

QRectF PowerPointItem::boundingRect() const {
  return QRectF(QPointF(), powerPointSize()).adjusted(-1, -1, 1, 1);
}

void PowerPointItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                           QWidget* /*widget*/) {
  const QRectF box(QPointF(), powerPointSize());
  const CardEdge edge = edgeOf(emphasis());
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(QPen(palette()[edge.role], edge.width));
  painter->setBrush(palette()[Role::card]);
  painter->drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
  painter->setPen(QPen(palette()[Role::power], 1.5, Qt::SolidLine, Qt::RoundCap));
  painter->setBrush(Qt::NoBrush);
  drawPlugIcon(*painter, QPointF(22, box.center().y()));
  const QRectF room = box.adjusted(38, 6, -space::kTight, -6);
  painter->setPen(palette()[Role::text]);
  painter->setFont(textFont(TextSize::body, QFont::DemiBold));
  const QFontMetricsF metrics(painter->font());
  const bool isTwoLines = !point_.kind.isEmpty();
  const Qt::Alignment where = (isTwoLines ? Qt::AlignTop : Qt::AlignVCenter) | Qt::AlignLeft;
  painter->drawText(room, static_cast<int>(where),
                    metrics.elidedText(point_.name, Qt::ElideRight, room.width()));
  if (!isTwoLines) return;
  painter->setPen(palette()[Role::quietText]);
  painter->setFont(textFont(TextSize::caption));
  painter->drawText(room, Qt::AlignBottom | Qt::AlignLeft, point_.kind);
}

void LineItem::setPath(const QPainterPath& path) {
  prepareGeometryChange();
  path_ = path;
}

QRectF LineItem::boundingRect() const {
  return path_.controlPointRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

QPainterPath LineItem::shape() const {
  QPainterPathStroker stroker;
  stroker.setWidth(kMargin);
  return stroker.createStroke(path_);
}

QPainterPath cablePath(QPointF from, qreal fromWay, QPointF to, qreal toWay) {
  // Far enough out of the socket to be seen, also where the cable has to turn back.
  const qreal across = std::abs(to.x() - from.x());
  const qreal down = std::abs(to.y() - from.y());
  const bool isStraight = (to.x() - from.x()) * fromWay > 0 && fromWay * toWay < 0;
  const qreal bend = isStraight ? std::max(24.0, across * 0.45) : 60.0 + 0.15 * (across + down);
  const QPointF start = from + QPointF(fromWay * kPlugLength, 0);
  const QPointF end = to + QPointF(toWay * kPlugLength, 0);
  QPainterPath path(start);
  path.cubicTo(start + QPointF(fromWay * bend, 0), end + QPointF(toWay * bend, 0), end);
  return path;
}

CableItem::CableItem(const Palette& palette, const DeskView::Cable& cable)
    : LineItem(palette, cable.id), label_(cable.label), carries_(cable.carries) {
  setZValue(kLineZ + 1);
  setToolTip(cable.about);
}

void CableItem::setEmphasis(const Emphasis& emphasis) {
  setZValue(emphasis.isSelected || emphasis.lit ? kLitLineZ : kLineZ + 1);
  LineItem::setEmphasis(emphasis);
}

void CableItem::setEnds(QPointF from, card::Side fromSide, QPointF to, card::Side toSide) {
  from_ = from;
  to_ = to;
  fromWay_ = fromSide == card::Side::upstream ? -1.0 : 1.0;
  toWay_ = toSide == card::Side::upstream ? -1.0 : 1.0;
  setPath(cablePath(from, fromWay_, to, toWay_));
}

QRectF CableItem::labelBox() const {
  const QFontMetricsF metrics(textFont(TextSize::caption));
  QRectF box = metrics.boundingRect(label_).adjusted(-5, -2, 5, 2);
  box.moveCenter(path().pointAtPercent(0.5));
  return box;
}

QRectF CableItem::boundingRect() const {
  return LineItem::boundingRect().united(labelBox().adjusted(-1, -1, 1, 1));
}

void CableItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                      QWidget* /*widget*/) {
  const QColor colour = palette()[emphasis().lit.value_or(carries_)];
  const bool isStrong = emphasis().isSelected || emphasis().lit;
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setBrush(Qt::NoBrush);
  if (emphasis().isSelected) {
    painter->setPen(QPen(palette()[Role::accent], 7, Qt::SolidLine, Qt::FlatCap));
    painter->setOpacity(painter->opacity() * 0.45);
    painter->drawPath(path());
    painter->setOpacity(emphasis().isDimmed ? kDimmed : 1.0);
  }
  painter->setPen(QPen(colour, isStrong ? 3.5 : 2.5, Qt::SolidLine, Qt::FlatCap));
  painter->drawPath(path());
  painter->setPen(Qt::NoPen);
  painter->setBrush(colour);
  const auto drawPlug = [&](QPointF at, qreal way) {
    const qreal left = way > 0 ? at.x() : at.x() - kPlugLength;
    painter->drawRoundedRect(QRectF(left, at.y() - kPlugHeight / 2, kPlugLength, kPlugHeight), 2,
                             2);
  };
  drawPlug(from_, fromWay_);
  drawPlug(to_, toWay_);
  if (scaleOf(*painter) < kReadable) return;
  const QRectF box = labelBox();
  // Not where the cable is hardly longer than its label.
  if (path().controlPointRect().width() < box.width() + 36) return;
  painter->setBrush(palette()[Role::ground]);
  painter->drawRoundedRect(box, 4, 4);
  painter->setFont(textFont(TextSize::caption));
  painter->setPen(isStrong ? palette()[Role::text] : palette()[Role::quietText]);
  painter->drawText(box, Qt::AlignCenter, label_);
}

PowerLeadItem::PowerLeadItem(const Palette& palette, const DeskView::PowerLead& lead)
    : LineItem(palette, lead.id) {
  setZValue(kLineZ);
  setToolTip(lead.about);
}

void PowerLeadItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/,
                          QWidget* /*widget*/) {
  painter->setRenderHint(QPainter::Antialiasing);
  const bool isStrong = emphasis().isSelected || emphasis().lit;
  Role role = emphasis().lit.value_or(Role::power);
  if (emphasis().isSelected) role = Role::accent;
  QPen pen(palette()[role], isStrong ? 2.5 : 1.5, Qt::CustomDashLine, Qt::FlatCap);
  pen.setDashPattern(isStrong ? QVector<qreal>{3, 2} : QVector<qreal>{4, 3});
  painter->setPen(pen);
  painter->setBrush(Qt::NoBrush);
  painter->drawPath(path());
}

}  // namespace linecheck::ui
