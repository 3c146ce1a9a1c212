#pragma once

#include <span>
#include <vector>

#include "units/quantity.h"

namespace linecheck::dsp {

/// Fractional-octave smoothing: each power becomes the mean over log-frequency of the powers within
/// ±½·octaves around it. Powers are taken as even from half-way to the point before (in
/// log-frequency) to half-way to the next, so any grid will do, linear or logarithmic, and a linear
/// one stays as it is where its points are farther apart than the width. At the ends, the mean is
/// over the part of the width that lies on the grid: a constant stays that constant everywhere.
///
/// Energy-true: away from the ends ∫ power d(ln f) is kept, as a mean of decibels would not.
///
/// `frequencies` rising, above 0 except perhaps the first, whose power is then left as it is;
/// `powers` as many, linear and ≥ 0; `octaves` above 0, usually 1/48…1. Thread-safe: yes.
[[nodiscard]] std::vector<double> smoothPowers(std::span<const Hertz> frequencies,
                                               std::span<const double> powers, double octaves);

/// A linear spectrum (bin k at k × binWidth) on a rising grid of frequencies: the mean of the bins
/// up to half-way to the neighbours, partial bins counted by their part; where that is narrower
/// than a bin, along a straight line in decibels between two bins. 0 beyond the last bin.
/// Thread-safe: yes.
[[nodiscard]] std::vector<double> resampleSpectrum(std::span<const double> powers, Hertz binWidth,
                                                   std::span<const Hertz> grid);

}  // namespace linecheck::dsp
