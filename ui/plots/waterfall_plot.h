#pragma once

#include <deque>
#include <vector>

#include "plots/axis_pane.h"
#include "plots/waterfall_history.h"
#include "plots/waterfall_image.h"

namespace linecheck::ui {

/// The live waterfall: one row of pixels per spectrum with the newest at the top, levels as colours
/// over the spectrum's level axis, time down the left side. A dashed row marks a gap.
class WaterfallPlot final : public AxisPane {
  Q_OBJECT

 public:
  WaterfallPlot(const Theme& theme, SpectrumPlot& spectrum, QWidget* parent = nullptr);

  /// Oldest first. While the plot is frozen they are kept, the newest `WaterfallHistory::kMost` of
  /// them, and appear when it goes on.
  void addRows(const std::vector<measure::WaterfallRow>& rows);
  void setFrozen(bool frozen);
  void clear();

  [[nodiscard]] const WaterfallHistory& history() const { return history_; }

  [[nodiscard]] QSize sizeHint() const override { return {900, 280}; }

 protected:
  void drawPane(QPainter& painter) override;
  void coloursChanged() override { image_.invalidate(); }
  void describe() override;

 private:
  void add(const measure::WaterfallRow& row);
  void drawReading(QPainter& painter);
  [[nodiscard]] QStringList readingAt(QPointF point) const;

  WaterfallHistory history_;
  WaterfallImage image_;
  std::size_t undrawn_ = 0;                 ///< Newest rows that the image does not know.
  std::deque<measure::WaterfallRow> kept_;  ///< While frozen, oldest first.
  bool frozen_ = false;
};

}  // namespace linecheck::ui
