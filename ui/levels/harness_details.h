#pragma once

#include "levels/harness_builder.h"

namespace linecheck::ui {

/// Where a plug's contacts end, in shares of its length from the handle to the tip.
namespace plug {
inline constexpr qreal kHandle = 0.24, kSleeve = 0.62, kRing = 0.80;
}  // namespace plug

/// A plug whose tip and ring carry the signal together.
void drawJoinedLegs(HarnessBuilder& builder, const QRectF& room);

/// A plug with the resistor from tip to sleeve.
void drawLoadAcross(HarnessBuilder& builder, const QRectF& room);

/// The resistor with its value in it, its left end at `at`; its right end.
QPointF addResistor(HarnessBuilder& builder, QPointF at, Emphasis emphasis);
[[nodiscard]] qreal resistorWidth(const HarnessBuilder& builder);

void addWire(HarnessBuilder& builder, const std::vector<QPointF>& points, Emphasis emphasis);
void addNode(HarnessBuilder& builder, QPointF at, Emphasis emphasis);

/// The schemes with a resistor.
void layOutLoaded(HarnessBuilder& builder);
void layOutSeriesOpen(HarnessBuilder& builder);
void layOutSeriesLoad(HarnessBuilder& builder);

/// The boxes of the output under test and of the inputs.
void standTested(HarnessBuilder& builder, qreal between = 4);
/// The boxes of the line outputs and the inputs: one, if one device has both.
void standLines(HarnessBuilder& builder, std::size_t outputs, std::size_t inputs, qreal largest,
                qreal between = 4, bool hasGroundJack = false);

[[nodiscard]] ConnectorView lineOut(const HarnessBuilder& builder, std::size_t index);
[[nodiscard]] ConnectorView lineIn(const HarnessBuilder& builder, std::size_t index);
[[nodiscard]] ConnectorView tested(const HarnessBuilder& builder, std::size_t index);
[[nodiscard]] ConnectorView contact(const QString& label);

}  // namespace linecheck::ui
