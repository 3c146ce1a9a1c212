#include "plots/plot_scales.h"

#include <cmath>

namespace linecheck::ui {
namespace {

constexpr double kLeastDecades = 0.002;  // 50 Hz ± 0.1 Hz fills the plot.
constexpr double kLeastDecibels = 5.0;
constexpr double kFirstNyquist = 24000.0;

}  // namespace

PlotScales::PlotScales()
    : frequencyLimits_{std::log10(kLowestHz), std::log10(kFirstNyquist)},
      frequency_(frequencyLimits_) {}

void PlotScales::setNyquist(double hz) {
  const bool showedAll = showsAllFrequencies();
  frequencyLimits_.high = std::log10(hz);
  frequency_ = showedAll ? frequencyLimits_ : within(frequency_, frequencyLimits_, kLeastDecades);
}

double PlotScales::nyquist() const {
  return std::pow(10.0, frequencyLimits_.high);
}

double PlotScales::lowHz() const {
  return std::pow(10.0, frequency_.low);
}

double PlotScales::highHz() const {
  return std::pow(10.0, frequency_.high);
}

void PlotScales::setLevels(const Range& levels) {
  levels_ = within(levels, kLevelLimits, kLeastDecibels);
}

double PlotScales::xOf(double hz) const {
  return area_.left() + area_.width() * frequency_.shareOf(std::log10(hz));
}

double PlotScales::hzAt(double x) const {
  return std::pow(10.0, frequency_.valueAt((x - area_.left()) / area_.width()));
}

double PlotScales::yOf(double dbfs) const {
  return area_.bottom() - area_.height() * levels_.shareOf(dbfs);
}

double PlotScales::dbfsAt(double y) const {
  return levels_.valueAt((area_.bottom() - y) / area_.height());
}

void PlotScales::zoomFrequency(double anchorX, double factor) {
  const double anchor = std::log10(hzAt(anchorX));
  frequency_ = within(zoomed(frequency_, anchor, factor), frequencyLimits_, kLeastDecades);
}

void PlotScales::zoomLevels(double anchorY, double factor) {
  setLevels(zoomed(levels_, dbfsAt(anchorY), factor));
}

void PlotScales::pan(QPointF by) {
  const double decades = -by.x() / area_.width() * frequency_.span();
  frequency_ = within(shifted(frequency_, decades), frequencyLimits_, kLeastDecades);
  if (by.y() != 0.0) setLevels(shifted(levels_, by.y() / area_.height() * levels_.span()));
}

void PlotScales::zoomTo(const QRectF& part, bool levelsToo) {
  const Range wanted{std::log10(hzAt(part.left())), std::log10(hzAt(part.right()))};
  const Range levels{dbfsAt(part.bottom()), dbfsAt(part.top())};
  frequency_ = within(wanted, frequencyLimits_, kLeastDecades);
  if (levelsToo) setLevels(levels);
}

}  // namespace linecheck::ui
