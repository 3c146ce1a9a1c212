#pragma once

#include <QRectF>
#include <QSizeF>
#include <cstddef>
#include <optional>
#include <vector>

#include "canvas/chain_view.h"

/// Where everything on a card lies, from its upper left corner, in logical pixels.
namespace linecheck::ui::card {

inline constexpr int kWidth = 200;

enum class Side { upstream, downstream };

/// A connector on a card.
struct ConnectorRef {
  Side side = Side::upstream;
  std::size_t index = 0;

  bool operator==(const ConnectorRef&) const = default;
};

[[nodiscard]] const std::vector<ConnectorView>& connectors(const CardView& card, Side side);
/// Which of an edge's connectors is this port; empty if none is.
[[nodiscard]] std::optional<std::size_t> indexOf(const std::vector<ConnectorView>& edge,
                                                 const QString& port);
[[nodiscard]] QSizeF size(const CardView& card);
/// How far down the edge a connector's middle lies.
[[nodiscard]] int connectorY(std::size_t index);
/// The face of a connector.
[[nodiscard]] QRectF connectorFace(const ConnectorRef& connector);
/// Where its cable ends, on the card's edge.
[[nodiscard]] QPointF connectorAnchor(const ConnectorRef& connector);
/// Where the power lead ends.
[[nodiscard]] QPointF inletAnchor(const CardView& card);

/// The row of a control.
[[nodiscard]] QRectF controlRow(const CardView& card, std::size_t index);
/// Where its switch or knob is drawn.
[[nodiscard]] QRectF controlFace(const CardView& card, std::size_t index);
/// Whether a control's name only lists its positions, such as "GND / LIFT": then these say enough.
[[nodiscard]] bool isNamedByPositions(const ControlView& control);
/// The positions of a switch side by side; empty if they do not fit, and only the present one is
/// drawn, and for knobs.
[[nodiscard]] std::vector<QRectF> positionFaces(const CardView& card, std::size_t index);

/// Connector and its label; the name and the free ground belong to the card.
[[nodiscard]] std::optional<ConnectorRef> connectorAt(const CardView& card, QPointF at);
[[nodiscard]] std::optional<std::size_t> controlAt(const CardView& card, QPointF at);

}  // namespace linecheck::ui::card
