#include "matching/curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "levels/divider.h"
#include "levels/knob.h"
#include "matching/pairing.h"

namespace linecheck::matching {
namespace {

using chain::Travel;
using profiles::Taper;
using profiles::VolumeTechnology;

/// The knob's gain at a position; NaN where no law is known.
Triple knobGain(const std::optional<Knob>& knob, Travel travel) {
  if (!knob) return {};
  const auto numbers = [](const levels::Estimate<Decibels>& gain) {
    return Triple{gain.nominal->value(), gain.low->value(), gain.high->value()};
  };
  if (knob->taper) return numbers(levels::gainAt(*knob->taper, travel));
  if (knob->technology != VolumeTechnology::potentiometer) return {};
  return {kUnknown, numbers(levels::gainAt(Taper::audio, travel)).low,
          numbers(levels::gainAt(Taper::linear, travel)).high};
}

struct Threshold {
  double hertz;
  double spl;
};

constexpr std::array<Threshold, 29> kIso226{{
    {20.0, 78.5},   {25.0, 68.7},  {31.5, 59.5},   {40.0, 51.1},    {50.0, 44.0},    {63.0, 37.5},
    {80.0, 31.5},   {100.0, 26.5}, {125.0, 22.1},  {160.0, 17.9},   {200.0, 14.4},   {250.0, 11.4},
    {315.0, 8.6},   {400.0, 6.2},  {500.0, 4.4},   {630.0, 3.0},    {800.0, 2.2},    {1000.0, 2.4},
    {1250.0, 3.5},  {1600.0, 1.7}, {2000.0, -1.3}, {2500.0, -4.2},  {3150.0, -6.0},  {4000.0, -5.4},
    {5000.0, -1.5}, {6300.0, 6.0}, {8000.0, 12.6}, {10000.0, 13.9}, {12500.0, 12.3},
}};

/// White noise from 20 Hz to 20 kHz reads this much less with the A-weighting of IEC 61672.
constexpr double kAWeightedWhite = -2.05;
constexpr double kNoiseBand = 20'000.0;

}  // namespace

std::vector<ResponsePoint> responseCurve(const Output& output, const Load& load,
                                         const Request& request) {
  const auto source =
      Triple::of(request.sourceImpedance ? Bounded<Ohms>::exactly(*request.sourceImpedance)
                                         : output.impedance);
  std::vector<ResponsePoint> curve;
  if (std::isnan(source.nominal)) return curve;
  const auto lossAt = [](double from, Ohms into) {
    return levels::dividerGain(Ohms::of(from), into).value();
  };
  for (const auto& point : load.curve) {
    const Triple loss{lossAt(source.nominal, point.impedance), lossAt(source.high, point.impedance),
                      lossAt(source.low, point.impedance)};
    ResponsePoint made{point.frequency, point.impedance, loss.as<Decibels>(), {}};
    if (const auto nominal = load.impedance.nominal()) {
      // Above the nominal impedance a higher source impedance lifts, below it lowers.
      const double a = loss.low - lossAt(source.high, *nominal);
      const double b = loss.high - lossAt(source.low, *nominal);
      made.deviation = Bounded<Decibels>::raw(loss.nominal - lossAt(source.nominal, *nominal),
                                              a < b ? a : b, a < b ? b : a);
    }
    curve.push_back(made);
  }
  return curve;
}

std::vector<LoudnessPoint> loudnessCurve(const Output& output, const Load& load,
                                         const Request& request, std::size_t step,
                                         std::size_t points) {
  std::vector<LoudnessPoint> curve;
  const KnobLaws laws(request);
  const PreparedOutput from(output, request, laws);
  const PreparedLoad into(load, request);
  if (!LC_VERIFY(step < from.steps.size() && points >= 2)) return curve;
  const Triple fullScale = Pairing(from, into).step(step).fullScale;
  const double peaks = request.programmePeaks.value();
  const Triple working = fullScale + Triple{-peaks, -peaks, -peaks};
  for (std::size_t i = 0; i < points; ++i) {
    const Travel travel{static_cast<double>(i) / static_cast<double>(points - 1)};
    const auto level = (working + knobGain(output.knob, travel)).as<DecibelsSpl>();
    if (level.isUnknown()) return {};
    curve.push_back({travel, level});
  }
  return curve;
}

std::optional<DecibelsSpl> hearingThreshold(Hertz frequency) {
  const double f = frequency.value();
  if (!(f >= kIso226.front().hertz && f <= kIso226.back().hertz)) return std::nullopt;
  const auto* const above = std::find_if(kIso226.begin() + 1, kIso226.end(),
                                         [&](const auto& at) { return f <= at.hertz; });
  const auto* const below = above - 1;
  const double part = std::log(f / below->hertz) / std::log(above->hertz / below->hertz);
  return DecibelsSpl::of(below->spl + part * (above->spl - below->spl));
}

DecibelsSpl noiseInEarBand(DecibelsSpl aWeighted, Hertz frequency) {
  const double width = 24.7 * (4.37e-3 * frequency.value() + 1.0);
  return aWeighted + Decibels::of(-kAWeightedWhite) + Decibels::fromPowerRatio(width / kNoiseBand);
}

}  // namespace linecheck::matching
