#include "canvas/card_painter.h"

#include <QCoreApplication>
#include <algorithm>

#include "canvas/card_geometry.h"
#include "canvas/connector_glyph.h"
#include "canvas/control_glyph.h"
#include "theme/theme.h"

namespace linecheck::ui {
namespace {

constexpr qreal kGlyphGap = 5;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Chain)
};

void drawConnectors(QPainter& painter, const Palette& palette, const CardView& card,
                    card::Side side) {
  const QFontMetricsF metrics(painter.font());
  const bool isLeft = side == card::Side::upstream;
  const auto& here = card::connectors(card, side);
  const auto& opposite =
      card::connectors(card, isLeft ? card::Side::downstream : card::Side::upstream);
  for (std::size_t i = 0; i < here.size(); ++i) {
    const ConnectorView& connector = here[i];
    const QRectF face = card::connectorFace({side, i});
    const QColor ink = connector.inUse ? palette[connector.carries] : palette[Role::power];
    drawConnector(painter, face, connector.shape, ink, palette[Role::card]);
    // The two labels of a row share its width; a short one leaves the rest to its neighbour.
    const qreal taken = (isLeft ? face.right() : card::kWidth - face.left()) + kGlyphGap;
    const qreal row = card::kWidth - 2 * taken - kGlyphGap;
    const qreal other = i < opposite.size() ? metrics.horizontalAdvance(opposite[i].label) : -taken;
    const qreal room = std::max(row / 2, row - other);
    painter.setPen(connector.inUse ? palette[Role::text] : palette[Role::quietText]);
    const QString text = metrics.elidedText(connector.label, Qt::ElideRight, room);
    const qreal x = isLeft ? taken : card::kWidth - taken - metrics.horizontalAdvance(text);
    painter.drawText(QPointF(x, card::connectorY(i) + metrics.capHeight() / 2), text);
  }
}

void drawControls(QPainter& painter, const Palette& palette, const CardView& card) {
  if (card.controls.empty()) return;
  const qreal divider = card::controlRow(card, 0).top() - 3.5;
  painter.setPen(palette[Role::line]);
  painter.drawLine(QPointF(space::kSnug, divider), QPointF(card::kWidth - space::kSnug, divider));
  for (std::size_t i = 0; i < card.controls.size(); ++i) drawControl(painter, palette, card, i);
}

QString names(const std::vector<ConnectorView>& connectors) {
  QStringList list;
  for (const ConnectorView& c : connectors) {
    list << QStringLiteral("%1 (%2)").arg(c.label, c.type);
  }
  return list.join(QStringLiteral(", "));
}

}  // namespace

QString cardCaption(const CardView& card) {
  // "Computer", once, is enough.
  QStringList words{card.maker, card.kind == card.model ? QString() : card.kind};
  words.removeAll(QString());
  return words.join(QStringLiteral(" · "));
}

QStringList cardDescription(const CardView& card) {
  QStringList about{card.kind};
  if (!card.upstream.empty()) about << Text::tr("Inputs: %1").arg(names(card.upstream));
  if (!card.downstream.empty()) about << Text::tr("Outputs: %1").arg(names(card.downstream));
  return about;
}

void drawCard(QPainter& painter, const Palette& palette, const CardView& card, const QSizeF& size,
              const CardEdge& edge) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(palette[edge.role], edge.width));
  painter.setBrush(palette[Role::card]);
  const qreal half = edge.width / 2;
  painter.drawRoundedRect(QRectF(QPointF(), size).adjusted(half, half, -half, -half),
                          space::kRadius, space::kRadius);

  const QFont title = textFont(TextSize::body, QFont::DemiBold);
  const QFont caption = textFont(TextSize::caption);
  const QRectF head(space::kSnug, 6, size.width() - 2 * space::kSnug, 34);
  painter.setFont(title);
  painter.setPen(palette[Role::text]);
  painter.drawText(head, Qt::AlignLeft | Qt::AlignTop,
                   QFontMetricsF(title).elidedText(card.model, Qt::ElideRight, head.width()));
  painter.setFont(caption);
  painter.setPen(palette[Role::quietText]);
  painter.drawText(
      head, Qt::AlignLeft | Qt::AlignBottom,
      QFontMetricsF(caption).elidedText(cardCaption(card), Qt::ElideRight, head.width()));
  drawConnectors(painter, palette, card, card::Side::upstream);
  drawConnectors(painter, palette, card, card::Side::downstream);
  drawControls(painter, palette, card);
}

}  // namespace linecheck::ui
