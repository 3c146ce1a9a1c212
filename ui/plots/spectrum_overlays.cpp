#include "plots/spectrum_overlays.h"

#include <algorithm>
#include <cmath>

#include "plots/spectrum_traces.h"
#include "theme/theme.h"

namespace linecheck::ui {

QString overlayMark(OverlaySlot slot) {
  return slot == OverlaySlot::a ? QStringLiteral("A") : QStringLiteral("B");
}

QColor overlayColour(OverlaySlot slot, const Palette& palette) {
  return palette[slot == OverlaySlot::a ? Role::balanced : Role::headphone];
}

void SpectrumOverlays::set(OverlaySlot slot, std::optional<SpectrumOverlay> overlay) {
  entries_[static_cast<std::size_t>(slot)] = {std::move(overlay), {}};
}

void SpectrumOverlays::reduce(double lowHz, double highHz, int columns) {
  for (Entry& entry : entries_) {
    if (entry.overlay) entry.columns.reduce(entry.overlay->frame, lowHz, highHz, columns);
  }
}

std::span<const float> SpectrumOverlays::mean(OverlaySlot slot) const {
  return entry(slot).columns.mean();
}

std::optional<double> SpectrumOverlays::greatest() const {
  std::optional<double> greatest;
  for (const Entry& entry : entries_) {
    if (const auto extent = entry.columns.extent()) {
      greatest = std::max(greatest.value_or(extent->greatest), extent->greatest);
    }
  }
  return greatest;
}

std::vector<LegendEntry> SpectrumOverlays::legend(const Palette& palette) const {
  std::vector<LegendEntry> entries;
  for (const OverlaySlot slot : kOverlaySlots) {
    if (const auto& overlay = (*this)[slot]) {
      entries.push_back({overlayMark(slot), overlay->name, overlayColour(slot, palette)});
    }
  }
  return entries;
}

void SpectrumOverlays::draw(QPainter& painter, const PlotScales& scales,
                            const Palette& palette) const {
  const QRectF& area = scales.area();
  const QFont font = textFont(TextSize::caption, QFont::DemiBold);
  const QFontMetricsF metrics(font);
  qreal x = area.left() + space::kHair;
  for (const OverlaySlot slot : kOverlaySlots) {
    const auto levels = mean(slot);
    if (levels.empty()) continue;
    const QColor colour = overlayColour(slot, palette);
    drawTrace(painter, scales, levels, colour);
    painter.setFont(font);
    painter.setPen(colour);
    const qreal y = std::clamp(scales.yOf(static_cast<double>(levels.front())),
                               area.top() + metrics.ascent() + 2, area.bottom());
    painter.drawText(QPointF(x, y - 3), overlayMark(slot));
    // Beside one another, so that one is seen where both traces are the same.
    x += metrics.horizontalAdvance(overlayMark(slot)) + space::kHair;
  }
}

}  // namespace linecheck::ui
