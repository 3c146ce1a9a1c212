#include "levels/harness_layout.h"

#include <QCoreApplication>
#include <algorithm>

#include "levels/harness_details.h"

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Harness)
};

using Edge = HarnessBuilder::Edge;
using Kind = LaidPiece::Kind;
using measure::Harness;
using measure::Terminal;

struct Rows {
  qreal upper, lower;
};

Rows rowsOf(const QRectF& room) {
  return {room.top() + room.height() * 0.28, room.top() + room.height() * 0.74};
}

void addLinks(HarnessBuilder& builder) {
  for (std::size_t i = 0; i < builder.wiring().links.size(); ++i) builder.link(i);
}

void layOutLoop(HarnessBuilder& builder) {
  standLines(builder, 2, 2, 0.36);
  const Rows rows = rowsOf(builder.middle());
  builder.legJack(Terminal::lineOut1, lineOut(builder, 0), Edge::left, rows.upper);
  builder.legJack(Terminal::lineOut2, lineOut(builder, 1), Edge::left, rows.lower);
  builder.legJack(Terminal::lineIn1, lineIn(builder, 0), Edge::right, rows.upper);
  builder.legJack(Terminal::lineIn2, lineIn(builder, 1), Edge::right, rows.lower);
  addLinks(builder);
}

void layOutAmplifier(HarnessBuilder& builder) {
  standLines(builder, 2, 2, 0.28);
  const HarnessDevice& amplifier = builder.view().amplifier;
  const QString title = amplifier.name.isEmpty() ? Text::tr("Amplifier") : amplifier.name;
  const ConnectorView jacks[] = {harnessJack(amplifier.inputs, 0, Text::tr("In L")),
                                 harnessJack(amplifier.inputs, 1, Text::tr("In R")),
                                 harnessJack(amplifier.outputs, 0, Text::tr("Out L")),
                                 harnessJack(amplifier.outputs, 1, Text::tr("Out R"))};
  const HarnessScale& scale = builder.scale();
  const QRectF m = builder.middle();
  const auto sideWidth = [&](std::size_t first) {
    return scale.glyph + scale.pad + 4 +
           std::max(builder.widthOf(jacks[first].label, scale.label),
                    builder.widthOf(jacks[first + 1].label, scale.label));
  };
  const qreal cable = 2 * scale.plug + scale.badge * 0.5;
  const qreal width = std::min(std::max({sideWidth(0) + sideWidth(2) + scale.pad, m.width() * 0.44,
                                         builder.widthOf(title, scale.title) + 2 * scale.pad}),
                               m.width() - 2 * cable);
  const QRectF frame(m.center().x() - width / 2, m.top() + scale.pad, width,
                     m.height() - 2 * scale.pad);
  const Rows rows = rowsOf(builder.box(frame, title));
  const qreal asked = sideWidth(0) + sideWidth(2);
  const qreal inputs = width * sideWidth(0) / asked, outputs = width * sideWidth(2) / asked;
  builder.jack(Terminal::amplifierInLeft, jacks[0], Edge::left, {frame.left(), rows.upper}, inputs);
  builder.jack(Terminal::amplifierInRight, jacks[1], Edge::left, {frame.left(), rows.lower},
               inputs);
  builder.jack(Terminal::amplifierOutLeft, jacks[2], Edge::right, {frame.right(), rows.upper},
               outputs);
  builder.jack(Terminal::amplifierOutRight, jacks[3], Edge::right, {frame.right(), rows.lower},
               outputs);
  builder.legJack(Terminal::lineOut1, lineOut(builder, 0), Edge::left, rows.upper);
  builder.legJack(Terminal::lineOut2, lineOut(builder, 1), Edge::left, rows.lower);
  builder.legJack(Terminal::lineIn1, lineIn(builder, 0), Edge::right, rows.upper);
  builder.legJack(Terminal::lineIn2, lineIn(builder, 1), Edge::right, rows.lower);
  addLinks(builder);
}

void layOutTerminated(HarnessBuilder& builder) {
  const HarnessView& view = builder.view();
  const HarnessLeg right{view.input.name.isEmpty() ? Text::tr("Interface") : view.input.name,
                         {},
                         {lineIn(builder, 0), lineIn(builder, 1)}};
  builder.stand({}, right, false, 0.45);
  const QRectF m = builder.middle();
  const Rows rows = rowsOf(m);
  const HarnessScale& scale = builder.scale();
  const QString words = view.resistor.isEmpty() ? Text::tr("Short or resistor")
                                                : Text::tr("Short or %1").arg(view.resistor);
  for (std::size_t i = 0; i < 2; ++i) {
    const qreal y = i == 0 ? rows.upper : rows.lower;
    builder.legJack(i == 0 ? Terminal::lineIn1 : Terminal::lineIn2, lineIn(builder, i), Edge::right,
                    y);
    const qreal height = scale.glyph * 1.1;
    const QRectF body(m.right() - scale.plug - height * 2.4, y - height / 2, height * 2.4, height);
    builder.piece(Kind::plug, body);
    QPainterPath path(QPointF(body.right(), y));
    path.lineTo(m.right(), y);
    const qreal badge = body.left() - scale.pad - scale.badge / 2;
    builder.link(i, path, {badge, y});
    const qreal end = badge - scale.badge / 2 - scale.pad;
    builder.text(words, {end, y}, Qt::AlignRight, Role::text, {}, end - m.left());
  }
}

void layOutOpen(HarnessBuilder& builder) {
  standTested(builder);
  const Rows rows = rowsOf(builder.middle());
  builder.legJack(Terminal::testedLeft, tested(builder, 0), Edge::left, rows.upper);
  builder.legJack(Terminal::testedRight, tested(builder, 1), Edge::left, rows.lower);
  builder.legJack(Terminal::lineIn1, lineIn(builder, 0), Edge::right, rows.upper);
  builder.legJack(Terminal::lineIn2, lineIn(builder, 1), Edge::right, rows.lower);
  addLinks(builder);
}

// With the balanced input's own look where nobody has told.
void layOutOneCable(HarnessBuilder& builder, bool joinsLegs) {
  standLines(builder, 1, 1, 0.32);
  const QRectF m = builder.middle();
  const qreal y = m.top() + m.height() * (joinsLegs ? 0.2 : 0.5);
  builder.legJack(Terminal::lineOut1, lineOut(builder, 0), Edge::left, y);
  ConnectorView input = lineIn(builder, 0);
  input.carries = Role::balanced;
  builder.legJack(Terminal::lineIn1, input, Edge::right, y);
  builder.link(0);
  if (!joinsLegs) return;
  const qreal line = builder.lineHeight();
  const qreal top = y + builder.scale().badge * 0.7;
  const qreal spare = std::max(0.0, m.bottom() - top - line * 5) / 2;
  drawJoinedLegs(builder, QRectF(m.left() + 6, top, m.width() - 12, m.bottom() - top - spare));
}

void layOutMeter(HarnessBuilder& builder) {
  const HarnessView& view = builder.view();
  const ContactNames contacts = contactNames(view.output.outputs, 0);
  const auto named = [](const QString& word, const QString& contactName) {
    return contact(contactName.isEmpty() ? word : QStringLiteral("%1 (%2)").arg(word, contactName));
  };
  const ConnectorView hot = named(Text::tr("Hot"), contacts.hot);
  const ConnectorView cold = named(Text::tr("Cold"), contacts.cold);
  const ConnectorView red = contact(Text::tr("Red"));
  const ConnectorView black = contact(Text::tr("Black"));
  const QString device = view.output.name.isEmpty() ? Text::tr("Interface") : view.output.name;
  builder.stand({device, lineOut(builder, 0).label, {hot, cold}},
                {Text::tr("Multimeter"), Text::tr("AC volts"), {red, black}}, false, 0.37);
  const Rows rows = rowsOf(builder.middle());
  builder.legJack(Terminal::lineOut1Hot, hot, Edge::left, rows.upper);
  builder.legJack(Terminal::lineOut1Cold, cold, Edge::left, rows.lower);
  builder.legJack(Terminal::redProbe, red, Edge::right, rows.upper);
  builder.legJack(Terminal::blackProbe, black, Edge::right, rows.lower);
  addLinks(builder);
}

void layOutSoundLevelMeter(HarnessBuilder& builder) {
  builder.stand({Text::tr("What you listen on")},
                {Text::tr("Sound level meter"), Text::tr("where your head is")}, false, 0.44);
  const QRectF m = builder.middle();
  const qreal size = std::min(m.height() * 0.62, 96.0);
  const QPointF left(builder.leg(Edge::left).center().x(), m.center().y());
  const QPointF right(builder.leg(Edge::right).center().x(), m.center().y());
  builder.piece(Kind::loudspeaker, QRectF(left - QPointF(size, size) / 2, QSizeF(size, size)));
  builder.piece(Kind::microphone, QRectF(right - QPointF(size, size) / 2, QSizeF(size, size)));
  QPainterPath waves;
  const qreal badge = builder.scale().badge;
  const qreal reach = std::min(m.width() - 2.5 * badge, m.height() * 1.1);
  const qreal start = m.left() + (m.width() - 2 * badge - reach) / 2;
  for (const qreal share : {0.4, 0.7, 1.0}) {
    const qreal r = reach * share;
    const QRectF circle(start - r, m.center().y() - r, 2 * r, 2 * r);
    waves.arcMoveTo(circle, 24);
    waves.arcTo(circle, 24, -48);
  }
  builder.link(0, waves, {start + reach + badge * 1.1, m.center().y()});
}

}  // namespace

HarnessLayout layOutHarness(const HarnessView& view, const QSizeF& size) {
  // Plugs alone need no room for cables.
  HarnessBuilder builder(view, size, view.harness == Harness::terminatedInput ? 1.9 : 2.7);
  switch (view.harness) {
    case Harness::loop:
      layOutLoop(builder);
      break;
    case Harness::loopThroughAmplifier:
      layOutAmplifier(builder);
      break;
    case Harness::terminatedInput:
      layOutTerminated(builder);
      break;
    case Harness::openOutput:
      layOutOpen(builder);
      break;
    case Harness::loadedOutput:
      layOutLoaded(builder);
      break;
    case Harness::seriesResistorOpen:
      layOutSeriesOpen(builder);
      break;
    case Harness::seriesResistorLoad:
      layOutSeriesLoad(builder);
      break;
    case Harness::normalMode:
      layOutOneCable(builder, false);
      break;
    case Harness::commonMode:
      layOutOneCable(builder, true);
      break;
    case Harness::meterOnOutput:
      layOutMeter(builder);
      break;
    case Harness::soundLevelMeter:
      layOutSoundLevelMeter(builder);
      break;
  }
  return builder.finished();
}

}  // namespace linecheck::ui
