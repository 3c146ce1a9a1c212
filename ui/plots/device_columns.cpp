#include "plots/device_columns.h"

#include <algorithm>
#include <cmath>

namespace linecheck::ui {

DeviceColumns::DeviceColumns(const PlotScales& scales, qreal pixelRatio)
    : left(static_cast<int>(std::lround(scales.area().left() * pixelRatio))),
      count(std::max(2, static_cast<int>(std::lround(scales.area().width() * pixelRatio)))),
      top(scales.area().top() * pixelRatio),
      bottom(scales.area().bottom() * pixelRatio),
      perDecibel_(scales.area().height() * pixelRatio / scales.levels().span()),
      highest_(scales.levels().high) {}

qreal DeviceColumns::yOf(float dbfs) const {
  return std::clamp(top + (highest_ - static_cast<qreal>(dbfs)) * perDecibel_, top - 2.0,
                    bottom + 2.0);
}

}  // namespace linecheck::ui
