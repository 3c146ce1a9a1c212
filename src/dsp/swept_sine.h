#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct SweepSettings {
  Hertz from = Hertz::of(5.0);          ///< f1. A response is known from four times this on.
  std::optional<Hertz> to;              ///< f2, below Nyquist; by default 0.495 × the sample rate.
  Seconds duration = Seconds::of(5.0);  ///< Wanted; the nearest that keeps f1·L whole is taken.
  DecibelsFs level = DecibelsFs::of(-20.0);
  Seconds ramp = Seconds::ofMilli(50.0);  ///< Fade in and out, raised cosine, inside the duration.
};

/// The synchronized swept sine x(t) = A·sin(2π·f1·L·exp(t/L)) (Novak, Lotton, Simon, JAES 63
/// (2015) 786–798) with f1·L whole: it starts at phase 0, and its k-th harmonic is the sweep itself
/// L·ln k earlier, phase included.
class SweptSine {
 public:
  /// Errors (`usage`): frequencies not 0 < f1, 8·f1 ≤ f2 < Nyquist; a sweep too short for its ramps
  /// (L < 2 ramps), or longer than 20 million samples; a level above full scale.
  [[nodiscard]] static Result<SweptSine> make(const SweepSettings& settings, Hertz sampleRate);

  /// All samples, ramps included, in units of full scale.
  [[nodiscard]] std::span<const double> samples() const { return samples_; }
  [[nodiscard]] Hertz sampleRate() const { return sampleRate_; }
  [[nodiscard]] Hertz from() const { return from_; }
  [[nodiscard]] Hertz to() const { return to_; }
  [[nodiscard]] Seconds ramp() const { return ramp_; }
  /// L, the time in which the frequency grows by e.
  [[nodiscard]] Seconds growthTime() const { return growth_; }
  [[nodiscard]] Seconds duration() const;
  /// The instantaneous frequency f1·exp(t/L).
  [[nodiscard]] Hertz frequencyAt(Seconds time) const;

 private:
  SweptSine() = default;

  std::vector<double> samples_;
  Hertz sampleRate_, from_, to_;
  Seconds ramp_, growth_;
};

}  // namespace linecheck::dsp
