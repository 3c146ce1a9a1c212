#include "plots/spectrum_cursor.h"

#include <algorithm>
#include <cmath>

#include "dsp/peak_pick.h"
#include "dsp/spectrum.h"

namespace linecheck::ui {
namespace {

constexpr double kReach = 8.0;  // Pixels to either side within which a line is caught.

}  // namespace

std::optional<CursorReading> readCursor(const measure::SpectrumFrame& frame,
                                        const PlotScales& scales, double x) {
  if (frame.average.empty() || frame.fftLength == 0) return std::nullopt;
  const double binsPerHz = static_cast<double>(frame.fftLength) / frame.sampleRate;
  const auto binAt = [&](double pixel) {
    const double bin = std::round(scales.hzAt(pixel) * binsPerHz);
    return static_cast<std::size_t>(
        std::clamp(bin, 0.0, static_cast<double>(frame.average.size() - 1)));
  };
  const auto peak = dsp::highestPeak(frame.average, binAt(x - kReach), binAt(x + kReach));
  if (peak)
    return CursorReading{Hertz::of(peak->bin / binsPerHz), dsp::levelFromPower(peak->power), true};
  const std::size_t bin = binAt(x);
  return CursorReading{Hertz::of(static_cast<double>(bin) / binsPerHz),
                       dsp::levelFromPower(frame.average[bin]), false};
}

}  // namespace linecheck::ui
