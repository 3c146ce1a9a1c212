#pragma once

#include <QtGlobal>

#include "plots/plot_scales.h"

namespace linecheck::ui {

/// The plot's area in device pixels, where one column of a trace is one pixel wide whatever the
/// screen's scaling.
struct DeviceColumns {
  DeviceColumns(const PlotScales& scales, qreal pixelRatio);

  /// Just outside the area for what lies far outside, silence included.
  [[nodiscard]] qreal yOf(float dbfs) const;

  int left;
  int count;
  qreal top;
  qreal bottom;

 private:
  qreal perDecibel_;
  qreal highest_;
};

}  // namespace linecheck::ui
