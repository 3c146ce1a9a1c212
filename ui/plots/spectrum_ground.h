#pragma once

#include <QImage>
#include <span>
#include <vector>

#include "plots/plot_scales.h"
#include "text/level_scale.h"
#include "theme/palette.h"

namespace linecheck::ui {

/// What lies behind the traces: the grid, tinted below the average.
///
/// The picture is kept. The grid is drawn anew only with another view, and of the tint only the
/// pixels that changed sides since the last frame: blending the whole area would take longer than
/// all the rest of the frame.
class SpectrumGround {
 public:
  /// What the ground looks like, apart from the tint.
  struct View {
    PlotScales scales;
    LevelScale levels;
    QSize size;  ///< Of the widget, in logical pixels.
    qreal pixelRatio = 1.0;

    bool operator==(const View&) const = default;
  };

  /// The ground for the mean levels (dBFS) of each device pixel column; none tints nothing.
  const QImage& image(const View& view, const Palette& palette, std::span<const float> mean);
  /// Has all drawn anew, after a change of colours or fonts.
  void invalidate() { grid_ = {}; }

 private:
  void drawAnew(const View& view, const Palette& palette);

  View view_;
  QImage grid_;
  QImage tinted_;
  std::vector<int> tops_;  ///< Of the tint, one row per column.
};

}  // namespace linecheck::ui
