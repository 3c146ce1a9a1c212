#include "prediction/headphone_prediction.h"

#include <algorithm>
#include <cmath>

namespace linecheck::prediction {
namespace {

using levels::Estimate;
using measure::Unit;
using profiles::ImpedanceCurve;

constexpr Hertz kReference = Hertz::of(1000.0);
// IEC 60268-7: nowhere less than 0.8 of what is printed.
constexpr double kLeastPerRated = 0.8;

const profiles::Headphones* headphonesOf(const chain::Desk& desk,
                                         const std::optional<chain::DeviceId>& which) {
  const profiles::Profile* found = nullptr;
  for (const chain::Device& device : desk.chain().devices) {
    const auto* profile = desk.profile(device.id);
    if (!profile || !profile->headphones || (which && device.id != *which)) continue;
    if (found) return nullptr;
    found = profile;
  }
  return found ? &*found->headphones : nullptr;
}

/// Between two points in proportion to the logarithms; none beyond the ends.
std::optional<Ohms> impedanceAt(const ImpedanceCurve& curve, Hertz frequency) {
  const auto& points = curve.points;
  const auto behind =
      std::find_if(points.begin(), points.end(),
                   [&](const ImpedanceCurve::Point& p) { return p.frequency >= frequency; });
  if (behind == points.end() || (behind == points.begin() && behind->frequency > frequency)) {
    return std::nullopt;
  }
  if (behind->frequency == frequency) return behind->impedance;
  const auto before = std::prev(behind);
  const double part =
      std::log(frequency / before->frequency) / std::log(behind->frequency / before->frequency);
  return Ohms::of(before->impedance.value() *
                  std::pow(behind->impedance / before->impedance, part));
}

Trust trustOf(double ohms, profiles::Confidence confidence) {
  Trust trust;
  trust.add(impedanceTrust(confidence) * ohms, confidence);
  return trust;
}

void add(Prediction& prediction, const char* id, const Estimate<double>& ohms, const Trust& trust) {
  prediction.figures.push_back({id, Unit::ohms, {}, ohms, trust});
}

void addCurve(const ImpedanceCurve& curve, Prediction& prediction) {
  const auto confidence = curve.claim.provenance.confidence;
  measure::Trace trace{"headphone_impedance", {}, "frequency", Unit::hertz, Unit::ohms, {}, {}};
  for (const auto& point : curve.points) {
    trace.x.push_back(point.frequency.value());
    trace.y.push_back(point.impedance.value());
  }
  const double least = *std::min_element(trace.y.begin(), trace.y.end());
  add(prediction, "impedance_least", Estimate<double>::exactly(least), trustOf(least, confidence));
  if (const auto at = impedanceAt(curve, kReference)) {
    add(prediction, "impedance_1k", Estimate<double>::exactly(at->value()),
        trustOf(at->value(), confidence));
  }
  prediction.traces.push_back({std::move(trace), trustOf(least, confidence)});
}

}  // namespace

void addHeadphones(const chain::Desk& desk, const std::optional<chain::DeviceId>& which,
                   Prediction& prediction) {
  const auto* headphones = headphonesOf(desk, which);
  if (!headphones) return;
  if (headphones->impedanceCurve) return addCurve(*headphones->impedanceCurve, prediction);
  if (!headphones->impedance) return;
  const auto& figure = *headphones->impedance;
  const auto rated =
      levels::rising(Estimate<Ohms>::of(figure.value), [](Ohms z) { return z.value(); });
  const Trust trust = trustOf(figure.value.nominal.value(), figure.provenance.confidence);
  add(prediction, "impedance_1k", rated, trust);
  Estimate<double> least;
  if (rated.low) least.low = kLeastPerRated * *rated.low;
  add(prediction, "impedance_least", least, trust);
}

}  // namespace linecheck::prediction
