#include "measure/trace_smoothing.h"

#include <cmath>

#include "dsp/smoothing.h"

namespace linecheck::measure {
namespace {

// −∞ is a power of 0, and no gap.
bool isGap(double decibels) {
  return std::isnan(decibels) || decibels == HUGE_VAL;
}

void smoothStretch(Trace& trace, std::size_t first, std::size_t end, double octaves) {
  std::vector<Hertz> frequencies;
  std::vector<double> powers;
  for (std::size_t i = first; i < end; ++i) {
    frequencies.push_back(Hertz::of(trace.x[i]));
    powers.push_back(std::pow(10.0, trace.y[i] / 10.0));
  }
  const auto even = dsp::smoothPowers(frequencies, powers, octaves);
  for (std::size_t i = first; i < end; ++i) trace.y[i] = 10.0 * std::log10(even[i - first]);
}

}  // namespace

bool isSmoothable(const Trace& trace) {
  const Unit unit = trace.yUnit;
  return trace.xUnit == Unit::hertz &&
         (unit == Unit::db || unit == Unit::dbfs || unit == Unit::dbc || unit == Unit::dbu);
}

Trace smoothed(Trace trace, double octaves) {
  if (!isSmoothable(trace)) return trace;
  const std::size_t count = trace.y.size();
  for (std::size_t first = 0; first < count;) {
    std::size_t end = first;
    while (end < count && !isGap(trace.y[end])) ++end;
    if (end > first) smoothStretch(trace, first, end, octaves);
    first = end + 1;
  }
  return trace;
}

}  // namespace linecheck::measure
