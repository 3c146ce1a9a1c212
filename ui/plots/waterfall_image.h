#pragma once

#include <QImage>
#include <QPainter>
#include <optional>

#include "plots/range.h"
#include "plots/waterfall_columns.h"
#include "plots/waterfall_history.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// The waterfall as a picture in device pixels, one line per row. A new row takes the place of the
/// oldest and no other is moved; all are drawn anew only with another view.
class WaterfallImage {
 public:
  struct View {
    WaterfallColumns::View columns;
    Range levels;  ///< dBFS at both ends of the colours.
    int rows = 0;  ///< Pixels.

    bool operator==(const View&) const = default;
  };

  /// Follows the history, whose newest `added` rows have come since the last call. Draws those
  /// only, or all of them after another view, other colours or another capture.
  void update(const View& view, const Palette& palette, const WaterfallHistory& history,
              std::size_t added);
  /// Has all drawn anew, after a change of colours or of what came before.
  void invalidate() { ring_ = {}; }

  /// Draws the picture in device pixels with the newest row at the top.
  void draw(QPainter& painter, QPoint topLeft) const;

  /// The line of the ring that holds the newest row.
  [[nodiscard]] int newestLine() const { return newest_; }

 private:
  void drawAll(const WaterfallHistory& history);
  void drawRow(const measure::WaterfallRow& row, int line);
  void useColours(const Palette& palette);

  View view_;
  QImage ring_;
  int newest_ = 0;
  Hertz nyquist_;
  std::optional<WaterfallColumns> columns_;
  std::vector<std::int16_t> reduced_;
  std::vector<QRgb> colours_;  ///< By level.
  QRgb ground_ = 0;
  QRgb gap_ = 0;
};

}  // namespace linecheck::ui
