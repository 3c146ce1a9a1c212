#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "units/decibels.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct DelayOptions {
  Hertz bandLow = Hertz::of(100.0);  ///< Of the phase that gives the fraction of a sample.
  std::optional<Hertz> bandHigh;     ///< By default 0.45 × the sample rate.
};

/// How a known stimulus came back.
struct DelayEstimate {
  double samples = 0.0;        ///< From sent[0] to its place in `received`; may be below 0.
  double standardError = 0.0;  ///< Of `samples`, from what does not fit.
  int polarity = 1;            ///< −1 if it came back inverted.
  Decibels gain;               ///< Least squares in the band, over all of the stimulus.
  double coherence = 0.0;      ///< 0…1, of the band: share of received power that fits.
};

/// Delay, polarity and gain of a broadband stimulus (a sweep, pseudo-random noise, no tone) in a
/// recording: whole samples from the cross-correlation's peak, the fraction from the phase of the
/// cross-spectrum, weighted by its magnitude (the maximum-likelihood weight in white noise) and
/// iterated. The path is taken for a pure delay; a corner inside the band shifts the result by its
/// own phase delay.
///
/// None unless the correlation's peak stands out so far that noise, hum and other signals do not
/// reach it. At least half of the stimulus must be in `received`. Both have the rate `sampleRate`
/// and at least 64 samples, together at most 2²³. Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] std::optional<DelayEstimate> estimateDelay(std::span<const double> sent,
                                                         std::span<const double> received,
                                                         Hertz sampleRate,
                                                         const DelayOptions& options = {});

}  // namespace linecheck::dsp
