#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "units/decibels.h"

namespace linecheck::dsp {

/// The analysis windows on offer. Flat-tops (HFT…, Heinzel, Rüdiger, Schilling 2002) read a level
/// exactly and a frequency badly; never estimate a frequency under one.
enum class WindowKind {
  rectangular,
  hann,
  blackmanHarris4,
  blackmanHarris7,
  hft90d,
  hft144d,
  hft248d,
  kaiser,
};

/// A periodic (DFT-even) window of one length with the figures that scale a spectrum made with it.
struct Window {
  WindowKind kind = WindowKind::rectangular;
  std::vector<double> coefficients;
  double coherentGain = 1.0;   ///< mean(w): what a tone's bin is divided by, besides length / 2.
  double enbwBins = 1.0;       ///< N·Σw² / (Σw)²: equivalent noise bandwidth in bins.
  Decibels scallopingLoss;     ///< Positive: what a tone half-way between bins reads low.
  double firstNullBins = 1.0;  ///< Half width of the main lobe; for Kaiser √(1 + (β/π)²).
};

/// `length` ≥ 1 samples; `kaiserBeta` in 0…700 only matters for the Kaiser window.
[[nodiscard]] Window makeWindow(WindowKind kind, std::size_t length, double kaiserBeta = 20.0);

/// The name users read, e.g. "Blackman-Harris 7".
[[nodiscard]] std::string_view windowName(WindowKind kind);

}  // namespace linecheck::dsp
