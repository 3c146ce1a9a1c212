#include "canvas/device_card.h"

#include <QPainter>
#include <algorithm>

#include "canvas/connector_glyph.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

constexpr int kHead = 44;
constexpr int kRow = 19;
constexpr int kFoot = 6;
constexpr int kGlyph = 15;
constexpr int kInset = 6;  // From the edge to a glyph.
constexpr int kGlyphGap = 5;

QString names(const std::vector<ConnectorView>& connectors) {
  QStringList list;
  for (const ConnectorView& c : connectors) {
    list << QStringLiteral("%1 (%2)").arg(c.label, c.type);
  }
  return list.join(QStringLiteral(", "));
}

}  // namespace

DeviceCard::DeviceCard(const Theme& theme, CardView view, QWidget* parent)
    : QWidget(parent), theme_(theme), view_(std::move(view)) {
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  setAccessibleName((view_.maker + u' ' + view_.model).trimmed());
  QStringList about{view_.kind};
  if (!view_.upstream.empty()) about << tr("Inputs: %1").arg(names(view_.upstream));
  if (!view_.downstream.empty()) about << tr("Outputs: %1").arg(names(view_.downstream));
  setAccessibleDescription(about.join(QStringLiteral(". ")));
  setToolTip(about.join(u'\n'));
}

int DeviceCard::connectorY(std::size_t index) {
  return kHead + static_cast<int>(index) * kRow + kRow / 2;
}

QSize DeviceCard::sizeHint() const {
  const auto rows = static_cast<int>(std::max(view_.upstream.size(), view_.downstream.size()));
  return {kWidth, kHead + std::max(rows, 1) * kRow + kFoot};
}

void DeviceCard::drawConnectors(QPainter& painter, const std::vector<ConnectorView>& connectors,
                                const std::vector<ConnectorView>& opposite, bool onLeft) const {
  const QFontMetricsF metrics(painter.font());
  constexpr qreal kTaken = kInset + kGlyph + kGlyphGap;
  for (std::size_t i = 0; i < connectors.size(); ++i) {
    const ConnectorView& connector = connectors[i];
    const int y = connectorY(i);
    const QRectF glyph(onLeft ? kInset : kWidth - kInset - kGlyph, y - kGlyph / 2.0, kGlyph,
                       kGlyph);
    const QColor ink = connector.inUse ? theme_[connector.carries] : theme_[Role::power];
    drawConnector(painter, glyph, connector.shape, ink, theme_[Role::card]);
    // The two labels of a row share its width; a short one leaves the rest to its neighbour.
    const qreal row = kWidth - 2 * kTaken - kGlyphGap;
    const qreal other =
        i < opposite.size() ? metrics.horizontalAdvance(opposite[i].label) : -kTaken;
    const qreal room = std::max(row / 2, row - other);
    painter.setPen(connector.inUse ? theme_[Role::text] : theme_[Role::quietText]);
    const QString text = metrics.elidedText(connector.label, Qt::ElideRight, room);
    const qreal x = onLeft ? kTaken : kWidth - kTaken - metrics.horizontalAdvance(text);
    painter.drawText(QPointF(x, y + metrics.capHeight() / 2), text);
  }
}

void DeviceCard::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const qreal width = hasFocus() ? 2.0 : 1.0;
  painter.setPen(QPen(hasFocus() ? theme_[Role::accent] : theme_[Role::line], width));
  painter.setBrush(theme_[Role::card]);
  painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                          space::kRadius, space::kRadius);

  const QFont title = textFont(TextSize::body, QFont::DemiBold);
  const QFont caption = textFont(TextSize::caption);
  const QRectF head(space::kSnug, 6, kWidth - 2 * space::kSnug, kHead - 10);
  painter.setFont(title);
  painter.setPen(theme_[Role::text]);
  painter.drawText(head, Qt::AlignLeft | Qt::AlignTop,
                   QFontMetricsF(title).elidedText(view_.model, Qt::ElideRight, head.width()));
  painter.setFont(caption);
  painter.setPen(theme_[Role::quietText]);
  // "Computer", once, is enough.
  QStringList words{view_.maker, view_.kind == view_.model ? QString() : view_.kind};
  words.removeAll(QString());
  const QString about = words.join(QStringLiteral(" · "));
  painter.drawText(head, Qt::AlignLeft | Qt::AlignBottom,
                   QFontMetricsF(caption).elidedText(about, Qt::ElideRight, head.width()));
  drawConnectors(painter, view_.upstream, view_.downstream, true);
  drawConnectors(painter, view_.downstream, view_.upstream, false);
}

}  // namespace linecheck::ui
