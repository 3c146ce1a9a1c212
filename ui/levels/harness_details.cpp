#include "levels/harness_details.h"

#include <QCoreApplication>
#include <algorithm>

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Harness)
};

using Kind = LaidPiece::Kind;

struct PlugPlaces {
  QRectF rect;
  QPointF sleeve, ring, tip;  ///< On its upper edge.
};

// The plug at the lower edge of `room`, with the names of its contacts under it.
PlugPlaces addPlug(HarnessBuilder& builder, const QRectF& room, Kind kind, Emphasis emphasis) {
  const qreal line = builder.lineHeight();
  const qreal width = std::min(room.width(), line * (builder.isRoomy() ? 20 : 16));
  const qreal height = builder.isRoomy() ? line * 1.3 : line * 0.9;
  const QRectF rect(room.center().x() - width / 2, room.bottom() - line - 3 - height, width,
                    height);
  builder.piece(kind, rect, emphasis);
  const auto place = [&](qreal from, qreal to) {
    return QPointF(rect.left() + (from + to) / 2 * width, rect.top());
  };
  const bool hasRing = kind == Kind::tipRingSleeve;
  const PlugPlaces places{rect, place(plug::kHandle, plug::kSleeve),
                          place(plug::kSleeve, plug::kRing),
                          place(hasRing ? plug::kRing : plug::kSleeve, 1)};
  const auto name = [&](const QString& words, QPointF at) {
    builder.text(words, {at.x(), rect.bottom() + line / 2 + 1}, Qt::AlignHCenter, Role::quietText);
  };
  name(Text::tr("sleeve"), places.sleeve);
  if (hasRing) name(Text::tr("ring"), places.ring);
  name(Text::tr("tip"), places.tip);
  return places;
}

}  // namespace

void addWire(HarnessBuilder& builder, const std::vector<QPointF>& points, Emphasis emphasis) {
  QPainterPath path(points.front());
  for (const QPointF& point : points) path.lineTo(point);
  builder.piece(Kind::wire, path.boundingRect(), emphasis).path = path;
}

void addNode(HarnessBuilder& builder, QPointF at, Emphasis emphasis) {
  builder.piece(Kind::node, QRectF(at - QPointF(3, 3), QSizeF(6, 6)), emphasis);
}

void drawJoinedLegs(HarnessBuilder& builder, const QRectF& room) {
  const qreal line = builder.lineHeight();
  const PlugPlaces plug = addPlug(builder, room, Kind::tipRingSleeve, Emphasis::isNew);
  const qreal ground = plug.rect.top() - line * 0.8;
  const qreal signal = ground - line;
  const qreal left = plug.rect.left();
  const QRectF words = builder.text(Text::tr("Signal"), {left, signal}, Qt::AlignLeft);
  const QRectF other = builder.text(Text::tr("Ground"), {left, ground}, Qt::AlignLeft);
  const qreal start = std::max(words.right(), other.right()) + 3;
  addWire(builder, {{start, signal}, {plug.tip.x(), signal}, plug.tip}, Emphasis::isNew);
  addWire(builder, {{plug.ring.x(), signal}, plug.ring}, Emphasis::isNew);
  addNode(builder, {plug.ring.x(), signal}, Emphasis::isNew);
  addWire(builder, {{start, ground}, {plug.sleeve.x(), ground}, plug.sleeve}, Emphasis::stays);
}

void drawLoadAcross(HarnessBuilder& builder, const QRectF& room) {
  const PlugPlaces plug = addPlug(builder, room, Kind::tipSleeve, Emphasis::stays);
  const qreal y = plug.rect.top() - builder.lineHeight() * 1.2;
  const qreal middle = (plug.sleeve.x() + plug.tip.x()) / 2;
  const QPointF left(middle - resistorWidth(builder) / 2, y);
  const QPointF right = addResistor(builder, left, Emphasis::isNew);
  addWire(builder, {left, {plug.sleeve.x(), y}, plug.sleeve}, Emphasis::isNew);
  addWire(builder, {right, {plug.tip.x(), y}, plug.tip}, Emphasis::isNew);
}

namespace {

QString resistorText(const HarnessBuilder& builder) {
  const QString& typed = builder.view().resistor;
  return typed.isEmpty() ? Text::tr("R") : typed;
}

}  // namespace

qreal resistorWidth(const HarnessBuilder& builder) {
  const qreal words = builder.widthOf(resistorText(builder), builder.scale().label);
  const qreal line = builder.lineHeight();
  return std::clamp(words + 10, line * 2.6, line * (builder.isRoomy() ? 6.5 : 3.3));
}

QPointF addResistor(HarnessBuilder& builder, QPointF at, Emphasis emphasis) {
  const QSizeF size(resistorWidth(builder), builder.lineHeight() + 3);
  const QRectF rect(QPointF(at.x(), at.y() - size.height() / 2), size);
  builder.piece(Kind::resistor, rect, emphasis);
  builder.text(resistorText(builder), rect.center(), Qt::AlignHCenter, Role::text, {},
               rect.width() - 6);
  return {rect.right(), at.y()};
}

ConnectorView lineOut(const HarnessBuilder& builder, std::size_t index) {
  return harnessJack(builder.view().output.outputs, index,
                     index == 0 ? Text::tr("Line out 1") : Text::tr("Line out 2"));
}

ConnectorView lineIn(const HarnessBuilder& builder, std::size_t index) {
  return harnessJack(builder.view().input.inputs, index,
                     index == 0 ? Text::tr("Line in 1") : Text::tr("Line in 2"));
}

ConnectorView tested(const HarnessBuilder& builder, std::size_t index) {
  return harnessJack(builder.view().underTest.outputs, index,
                     index == 0 ? Text::tr("Left") : Text::tr("Right"));
}

ConnectorView contact(const QString& label) {
  ConnectorView view;
  view.label = label;
  view.shape = ConnectorShape::wire;
  view.carries = Role::quietText;
  return view;
}

void standLines(HarnessBuilder& builder, std::size_t outputs, std::size_t inputs, qreal largest,
                qreal between, bool hasGroundJack) {
  const HarnessView& view = builder.view();
  const auto title = [](const QString& name) {
    return name.isEmpty() ? Text::tr("Interface") : name;
  };
  HarnessLeg left{title(view.output.name)};
  HarnessLeg right{title(view.input.name)};
  for (std::size_t i = 0; i < outputs; ++i) left.jacks.push_back(lineOut(builder, i));
  for (std::size_t i = 0; i < inputs; ++i) right.jacks.push_back(lineIn(builder, i));
  if (hasGroundJack) right.jacks.push_back(contact(Text::tr("Ground")));
  builder.stand(left, right, view.output.name == view.input.name, largest, between);
}

void standTested(HarnessBuilder& builder, qreal between) {
  const HarnessView& view = builder.view();
  const HarnessDevice& device = view.underTest;
  const HarnessLeg left{device.name.isEmpty() ? Text::tr("Output under test") : device.name,
                        {},
                        {tested(builder, 0), tested(builder, 1)}};
  const HarnessLeg right{view.input.name.isEmpty() ? Text::tr("Interface") : view.input.name,
                         {},
                         {lineIn(builder, 0), lineIn(builder, 1)}};
  const bool isOne = !device.name.isEmpty() && device.name == view.input.name;
  builder.stand(left, right, isOne, 0.37, between);
}

}  // namespace linecheck::ui
