#pragma once

#include <QPainter>
#include <QSizeF>

#include "canvas/chain_view.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// The line around a card.
struct CardEdge {
  Role role = Role::line;
  qreal width = 1.0;

  bool operator==(const CardEdge&) const = default;
};

/// Draws a device: its name over its connectors, each on the edge that faces the signal, and its
/// switches and knobs under them. `size` is that of the card or greater.
void drawCard(QPainter& painter, const Palette& palette, const CardView& card, const QSizeF& size,
              const CardEdge& edge);

/// "Topping · Headphone amplifier": what stands under a card's name.
[[nodiscard]] QString cardCaption(const CardView& card);
/// Kind, inputs and outputs, for tips and screen readers.
[[nodiscard]] QStringList cardDescription(const CardView& card);

}  // namespace linecheck::ui
