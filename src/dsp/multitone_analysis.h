#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/spectrum.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct MultitoneOptions {
  Hertz bandLow = Hertz::of(20.0);  ///< Of noise and distortion.
  Hertz bandHigh = Hertz::of(20000.0);
};

struct MultitoneLine {
  Hertz frequency;  ///< As received, by the recording clock.
  DecibelsFs level;
  double phase = 0.0;  ///< Of the sine at sample 0, −π…π.
};

struct MultitoneAnalysis {
  std::vector<MultitoneLine> lines;  ///< In the order of the frequencies given.
  DecibelsFs signal;                 ///< Power sum of the lines.
  /// Tones received / sent − 1 in millionths; none if the tones do not stand out of the noise.
  std::optional<double> clockPpm;
  DecibelsFs noiseAndDistortion;  ///< All else in the band.
  /// The spectrum of all else, a sine of peak 1 reading 1; the bins at the tones, which cannot be
  /// told from them, hold what their neighbours hold.
  std::vector<double> powers;
  SpectrumScale scale;
};

/// Level and phase of known tones that sound together, by least squares under a Hann window, with
/// one clock ratio for all of them; and noise and distortion in the notches between them.
///
/// `frequencies` rising, as sent. The recording's clock may be up to 150 ppm off. `samples` hold
/// the steady tones alone, no ramps. A distortion product that falls on a tone is not seen.
///
/// None if `samples` are too short to tell the tones apart (8 periods of the lowest, 8 of the
/// smallest difference and of the distance to Nyquist, at least 1024 samples), too long (2²³) or
/// not finite. Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] std::optional<MultitoneAnalysis> analyzeMultitone(
    std::span<const double> samples, Hertz sampleRate, std::span<const Hertz> frequencies,
    const MultitoneOptions& options = {});

}  // namespace linecheck::dsp
