#include <algorithm>
#include <array>
#include <cmath>

#include "simulation/sources/mains_spectra.h"

namespace linecheck::simulation {
namespace {

// dBc of the odd orders 1, 3 … 13 (HFHAD-C, 120 recordings).
constexpr std::array kOddMedians = {0.0, -32.5, -33.6, -39.7, -42.6, -43.0, -44.0};
constexpr double kSecondMedian = -64.0;
constexpr double kHighestEven = -60.0;
constexpr double kDecayPerOrder = 0.5;
constexpr double kSpreadDb = 5.0;
// Two and a half standard deviations: no grid is stranger.
constexpr double kWidest = 2.5;
constexpr int kLoopOrders = 49;
constexpr int kLeakageOrders = 40;
constexpr int kTriplen = 3;
// Where few rectifiers hang on the grid hardly anything is left above the seventh order.
constexpr double kCleanChance = 1.0 / 6.0;
constexpr std::size_t kFirstHigh = 9;

double spread(dsp::Random& random) {
  return kSpreadDb * std::clamp(random.gaussian(), -kWidest, kWidest);
}

// dBc of one order of this grid's voltage.
double voltageOf(int order, dsp::Random& random) {
  if (order == 1) return 0.0;
  if (order % 2 == 0) {
    const double median = kSecondMedian - (order > 2 ? kDecayPerOrder * order : 0.0);
    return std::min(median + spread(random), kHighestEven);
  }
  const auto index = static_cast<std::size_t>(order / 2);
  const double median =
      index < kOddMedians.size()
          ? kOddMedians.at(index)
          : kOddMedians.back() - kDecayPerOrder * (order - (2.0 * kOddMedians.size() - 1.0));
  return median + spread(random);
}

}  // namespace

Harmonics groundLoopHarmonics(dsp::Random& random) {
  Harmonics harmonics = noHarmonics(kLoopOrders);
  const double tilt = random.uniform(0.0, 6.0);
  const bool hasRectifier = random.uniform() < 0.3;
  const double rectified = random.uniform(-60.0, -45.0);
  for (int order = 1; order <= kLoopOrders; ++order) {
    double level = voltageOf(order, random);
    // Even orders of the grid stay as low as they are: what lifts them is a rectifier.
    if (order % 2 == 1) level += tilt * std::log10(order);
    if (order == 2 && hasRectifier) level = rectified;
    setHarmonic(harmonics, order, level, random.uniform());
  }
  if (random.uniform() < kCleanChance) {
    const double lower = std::pow(10.0, -random.uniform(10.0, 40.0) / 20.0);
    for (std::size_t order = kFirstHigh; order < harmonics.size(); ++order) {
      harmonics[order] *= lower;
    }
  }
  return harmonics;
}

Harmonics leakageHarmonics(dsp::Random& random) {
  Harmonics harmonics = noHarmonics(kLeakageOrders);
  const double triplens = random.uniform(0.0, 4.0);
  for (int order = 1; order <= kLeakageOrders; ++order) {
    double level = voltageOf(order, random) + 20.0 * std::log10(order);
    if (order % 2 == 1 && order % kTriplen == 0) level += triplens;
    setHarmonic(harmonics, order, level, random.uniform());
  }
  return harmonics;
}

}  // namespace linecheck::simulation
