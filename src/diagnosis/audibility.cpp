#include "diagnosis/audibility.h"

#include <algorithm>
#include <cmath>

#include "diagnosis/audibility_words.h"
#include "diagnosis/baseline.h"
#include "diagnosis/ear_path.h"
#include "levels/loudness.h"
#include "matching/curves.h"

namespace linecheck::diagnosis {
namespace {

using levels::Estimate;

// Of a level's standard error on either side: 95 of 100.
constexpr double kCoverage = 1.96;
constexpr int kBoundOrders = 3;

struct Captured {
  int order = 1;
  Hertz frequency;
  Strength strength;
};

std::vector<Captured> capturedOf(const dsp::HumEstimate& hum, const Evidence* baseline) {
  std::vector<Captured> result;
  if (hum.present) {
    const dsp::HumEstimate none;
    for (const auto& [order, over] : overBaseline(hum, baseline ? baseline->hum : none)) {
      result.push_back({order, order * hum.fundamental, over});
    }
    return result;
  }
  if (!hum.detectionLimit) return result;
  const double mains = hum.fundamental.value() > 55.0 ? 60.0 : 50.0;
  for (int order = 1; order <= kBoundOrders; ++order) {
    result.push_back({order, Hertz::of(order * mains), {*hum.detectionLimit, {}, true}});
  }
  return result;
}

// At the listening point.
Estimate<DecibelsU> voltageOf(const Strength& strength, const InputScale& scale) {
  const DecibelsU best = scale.calibration.toDbu(strength.level);
  const Decibels either =
      kCoverage * strength.standardError + scale.uncertainty.value_or(Decibels());
  if (strength.isBound) return {{}, {}, best + either, {}};
  return {best, best - either, best + either, {}};
}

std::optional<bool> audible(const HarmonicAudibility& harmonic) {
  if (!harmonic.threshold) return std::nullopt;
  if (harmonic.spl.low && *harmonic.spl.low > *harmonic.threshold) return true;
  if (harmonic.spl.high && *harmonic.spl.high <= *harmonic.threshold) return false;
  return std::nullopt;
}

std::optional<bool> anyAudible(const std::vector<HarmonicAudibility>& harmonics) {
  bool isAllKnown = !harmonics.empty();
  for (const HarmonicAudibility& harmonic : harmonics) {
    if (harmonic.isAudible == true) return true;
    isAllKnown = isAllKnown && harmonic.isAudible.has_value();
  }
  return isAllKnown ? std::optional(false) : std::nullopt;
}

}  // namespace

std::optional<Decibels> HarmonicAudibility::margin() const {
  const auto& level = spl.nominal ? spl.nominal : spl.high;
  if (!level || !threshold) return std::nullopt;
  return *level - *threshold;
}

Audibility audibilityOf(const Evidence& evidence, const chain::Desk& desk, const ListeningPoint& at,
                        const std::optional<InputScale>& scale, const Evidence* baseline) {
  Audibility result;
  const std::optional<EarPath> path = earPath(desk, at);
  if (path) result.headphones = path->headphones;
  levels::MissingSet missing;
  for (const Captured& captured : capturedOf(evidence.hum, baseline)) {
    HarmonicAudibility harmonic;
    harmonic.order = captured.order;
    harmonic.frequency = captured.frequency;
    harmonic.captured = captured.strength.level;
    harmonic.isBound = captured.strength.isBound;
    harmonic.threshold = matching::hearingThreshold(captured.frequency);
    if (path) {
      const auto voltage = scale ? voltageOf(captured.strength, *scale) : Estimate<DecibelsU>{};
      harmonic.spl = levels::loudnessAt(desk, path->headphones, voltage + path->gain);
      missing.insert(harmonic.spl.missing);
      if (path->isPlaying) harmonic.isAudible = audible(harmonic);
    }
    result.harmonics.push_back(std::move(harmonic));
  }
  result.isAudible = anyAudible(result.harmonics);
  result.sentence =
      audibilitySentence(result, evidence.hum.present ? evidence.hum.total : DecibelsFs::silence());
  if (!result.isAudible) {
    result.needs = audibilityNeeds(desk, path, scale.has_value(), missing);
  }
  return result;
}

}  // namespace linecheck::diagnosis
