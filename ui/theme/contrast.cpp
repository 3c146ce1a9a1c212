#include "theme/contrast.h"

#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c) {
  return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

}  // namespace

double contrastRatio(const QColor& a, const QColor& b) {
  const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
  return (light + 0.05) / (dark + 0.05);
}

QColor withContrast(const QColor& colour, const QColor& ground, double ratio) {
  const QColor end = luminance(ground) < 0.18 ? Qt::white : Qt::black;
  constexpr int kSteps = 100;
  for (int i = 0; i < kSteps; ++i) {
    const QColor moved = mixed(colour, end, static_cast<double>(i) / kSteps);
    if (contrastRatio(moved, ground) >= ratio) return moved;
  }
  return end;
}

QColor mixed(const QColor& ground, const QColor& over, double share) {
  const auto mix = [share](int from, int to) {
    return static_cast<int>(std::lround(from + (to - from) * share));
  };
  return {mix(ground.red(), over.red()), mix(ground.green(), over.green()),
          mix(ground.blue(), over.blue())};
}

}  // namespace linecheck::ui
