#include "canvas/card_geometry.h"

#include <QFontMetricsF>
#include <algorithm>

#include "theme/theme.h"

namespace linecheck::ui::card {
namespace {

constexpr int kHead = 44;
constexpr int kRow = 19;
constexpr int kFoot = 6;
constexpr int kGlyph = 15;
constexpr int kInset = 6;  // From the edge to a glyph.
constexpr int kDivider = 8;
constexpr int kControlRow = 24;
constexpr int kControlFoot = 4;
constexpr int kControlHeight = 18;
constexpr int kDial = 18;
constexpr int kPositionPadding = 7;
constexpr int kPillWidth = 110;

int rows(const CardView& card) {
  return static_cast<int>(std::max({card.upstream.size(), card.downstream.size(), std::size_t{1}}));
}

QFontMetricsF metrics() {
  return QFontMetricsF(textFont(TextSize::caption));
}

}  // namespace

const std::vector<ConnectorView>& connectors(const CardView& card, Side side) {
  return side == Side::upstream ? card.upstream : card.downstream;
}

std::optional<std::size_t> indexOf(const std::vector<ConnectorView>& edge, const QString& port) {
  const auto found = std::find_if(edge.begin(), edge.end(),
                                  [&](const ConnectorView& one) { return one.id == port; });
  if (found == edge.end()) return std::nullopt;
  return static_cast<std::size_t>(found - edge.begin());
}

QSizeF size(const CardView& card) {
  const auto controls = static_cast<int>(card.controls.size());
  const int below = controls == 0 ? 0 : kDivider + controls * kControlRow + kControlFoot - kFoot;
  return {kWidth, static_cast<qreal>(kHead + rows(card) * kRow + kFoot + below)};
}

int connectorY(std::size_t index) {
  return kHead + static_cast<int>(index) * kRow + kRow / 2;
}

QRectF connectorFace(const ConnectorRef& connector) {
  const int y = connectorY(connector.index);
  const bool isLeft = connector.side == Side::upstream;
  return {static_cast<qreal>(isLeft ? kInset : kWidth - kInset - kGlyph), y - kGlyph / 2.0,
          static_cast<qreal>(kGlyph), static_cast<qreal>(kGlyph)};
}

QPointF connectorAnchor(const ConnectorRef& connector) {
  return {connector.side == Side::upstream ? 0.0 : static_cast<qreal>(kWidth),
          connectorY(connector.index) + 0.5};
}

QPointF inletAnchor(const CardView& card) {
  return {kWidth / 2.0, size(card).height()};
}

QRectF controlRow(const CardView& card, std::size_t index) {
  const int top = kHead + rows(card) * kRow + kDivider + static_cast<int>(index) * kControlRow;
  return {static_cast<qreal>(space::kSnug), static_cast<qreal>(top),
          static_cast<qreal>(kWidth - 2 * space::kSnug), static_cast<qreal>(kControlRow)};
}

bool isNamedByPositions(const ControlView& control) {
  QStringList names;
  for (const QString& position : control.positions) names << position;
  return !names.isEmpty() && control.label == names.join(QStringLiteral(" / "));
}

std::vector<QRectF> positionFaces(const CardView& card, std::size_t index) {
  const ControlView& control = card.controls[index];
  if (control.positions.empty()) return {};
  const QFontMetricsF font = metrics();
  std::vector<qreal> widths;
  qreal all = 0.0;
  for (const QString& position : control.positions) {
    widths.push_back(std::max(font.horizontalAdvance(position) + 2.0 * kPositionPadding, 24.0));
    all += widths.back();
  }
  const QRectF row = controlRow(card, index);
  // The label keeps what it needs up to half of the row.
  const qreal label =
      isNamedByPositions(control)
          ? 0.0
          : std::min(font.horizontalAdvance(control.label) + space::kTight, row.width() / 2);
  if (all > row.width() - label) return {};
  std::vector<QRectF> faces;
  qreal x = row.right() - all;
  for (const qreal width : widths) {
    faces.emplace_back(x, row.center().y() - kControlHeight / 2.0, width, kControlHeight);
    x += width;
  }
  return faces;
}

QRectF controlFace(const CardView& card, std::size_t index) {
  const QRectF row = controlRow(card, index);
  const ControlView& control = card.controls[index];
  if (control.positions.empty()) {
    return {row.right() - kDial, row.center().y() - kDial / 2.0, kDial, kDial};
  }
  const std::vector<QRectF> faces = positionFaces(card, index);
  if (!faces.empty()) return faces.front().united(faces.back());
  return {row.right() - kPillWidth, row.center().y() - kControlHeight / 2.0, kPillWidth,
          kControlHeight};
}

std::optional<ConnectorRef> connectorAt(const CardView& card, QPointF at) {
  constexpr qreal kReach = 10.0;  // Beyond the edge, where the plug is.
  for (const Side side : {Side::upstream, Side::downstream}) {
    const bool isLeft = side == Side::upstream;
    const qreal inner = kInset + kGlyph + 6.0;
    const qreal left = isLeft ? -kReach : kWidth - inner;
    const qreal right = isLeft ? inner : kWidth + kReach;
    if (at.x() < left || at.x() > right) continue;
    for (std::size_t i = 0; i < connectors(card, side).size(); ++i) {
      if (std::abs(at.y() - connectorY(i)) <= kRow / 2.0) return ConnectorRef{side, i};
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> controlAt(const CardView& card, QPointF at) {
  for (std::size_t i = 0; i < card.controls.size(); ++i) {
    if (controlRow(card, i).contains(at)) return i;
  }
  return std::nullopt;
}

}  // namespace linecheck::ui::card
