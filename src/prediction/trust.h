#pragma once

#include <optional>

#include "profiles/figure.h"
#include "units/decibels.h"

namespace linecheck::prediction {

/// What a prediction rests on: how far off its figures may be beyond the ranges that they give
/// themselves, and the weakest source among them. docs/measurements.md gives the table.
struct Trust {
  double uncertainty = 0.0;  ///< One standard deviation, in the figure's unit.
  std::optional<profiles::Confidence> weakest{};

  /// Another figure that adds to it, independent of those before.
  void add(double standard, profiles::Confidence confidence);
  void add(const Trust& other);
};

/// The standard uncertainty of a level or gain that its source gives without a range.
[[nodiscard]] Decibels levelTrust(profiles::Confidence confidence);
/// Of a noise, distortion or crosstalk.
[[nodiscard]] Decibels noiseTrust(profiles::Confidence confidence);
/// Of an impedance, as a part of it.
[[nodiscard]] double impedanceTrust(profiles::Confidence confidence);

/// A figure with a range carries its uncertainty there.
template <class T>
void addLevel(Trust& trust, const profiles::Figure<T>& figure) {
  const auto confidence = figure.provenance.confidence;
  trust.add(figure.value.isExact() ? levelTrust(confidence).value() : 0.0, confidence);
}
template <class T>
void addNoise(Trust& trust, const profiles::Figure<T>& figure) {
  const auto confidence = figure.provenance.confidence;
  trust.add(figure.value.isExact() ? noiseTrust(confidence).value() : 0.0, confidence);
}

}  // namespace linecheck::prediction
