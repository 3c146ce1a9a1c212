#pragma once

#include <QPainter>
#include <QString>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "measure/spectrum_frame.h"
#include "plots/chart_painting.h"
#include "plots/plot_scales.h"
#include "plots/spectrum_columns.h"
#include "theme/palette.h"

namespace linecheck::ui {

enum class OverlaySlot { a, b };
inline constexpr std::array kOverlaySlots{OverlaySlot::a, OverlaySlot::b};

/// A spectrum that was kept to be compared with.
struct SpectrumOverlay {
  measure::SpectrumFrame frame;
  QString name;  ///< "14:02, before"; the letter is the slot's.
};

/// "A" or "B".
[[nodiscard]] QString overlayMark(OverlaySlot slot);
[[nodiscard]] QColor overlayColour(OverlaySlot slot, const Palette& palette);

/// The kept spectra and their average in the plot's columns.
class SpectrumOverlays {
 public:
  void set(OverlaySlot slot, std::optional<SpectrumOverlay> overlay);
  [[nodiscard]] const std::optional<SpectrumOverlay>& operator[](OverlaySlot slot) const {
    return entry(slot).overlay;
  }

  /// Reduces them to columns of this view; as SpectrumColumns::reduce.
  void reduce(double lowHz, double highHz, int columns);
  /// dBFS of each column; empty for an empty slot.
  [[nodiscard]] std::span<const float> mean(OverlaySlot slot) const;

  /// The greatest level of all that is drawn; nothing without a kept spectrum.
  [[nodiscard]] std::optional<double> greatest() const;

  [[nodiscard]] std::vector<LegendEntry> legend(const Palette& palette) const;
  /// Draws them as hair lines with their letter at the left end.
  void draw(QPainter& painter, const PlotScales& scales, const Palette& palette) const;

 private:
  struct Entry {
    std::optional<SpectrumOverlay> overlay;
    SpectrumColumns columns;
  };
  [[nodiscard]] const Entry& entry(OverlaySlot slot) const {
    return entries_[static_cast<std::size_t>(slot)];
  }

  std::array<Entry, kOverlaySlots.size()> entries_;
};

}  // namespace linecheck::ui
