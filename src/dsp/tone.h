#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/window.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

struct ToneHarmonic {
  int order = 0;  ///< 2 is the second harmonic.
  Hertz frequency;
  DecibelsFs level;
};

/// A test tone and what is not the tone, as AES17 has it. Ratios are to the fundamental. Of a tone
/// that drifts slowly, frequency and level are means.
struct ToneAnalysis {
  Hertz frequency;
  DecibelsFs level;
  Decibels thd;    ///< Harmonics 2…n, power sum; −∞ without any below the band's end.
  Decibels thdn;   ///< All that is not the fundamental, in the band.
  Decibels sinad;  ///< −THD+N.
  Decibels snr;    ///< Fundamental to what is neither tone nor harmonic.
  /// Effective bits of a converter with this noise and distortion: (SINAD − level − 1.76) / 6.02,
  /// SINAD in dB and the tone's level in dBFS, so that a tone below full scale costs no bits.
  double enobBits = 0.0;
  std::vector<ToneHarmonic> harmonics;
};

/// Noise in a band; what is left of the signal once the tone and its harmonics are removed.
struct NoiseFigures {
  Hertz bandLow, bandHigh;
  DecibelsFs unweighted;
  DecibelsFs aWeighted;  ///< IEC 61672.
  DecibelsFs itu468;     ///< ITU-R BS.468 curve (0 dB at 1 kHz), RMS.
  DecibelsFs ccirRms;    ///< The same curve with 0 dB at 2 kHz, RMS (AES17's CCIR-RMS).
};

struct ToneOptions {
  /// The tone that was played, if known: it is then looked for within 1 % of this and need not be
  /// the strongest.
  std::optional<Hertz> expected;
  int harmonics = 10;                               ///< THD counts orders 2…this.
  Hertz bandLow = Hertz::of(20.0);                  ///< Of THD+N, SNR and noise.
  Hertz bandHigh = Hertz::of(20000.0);              ///< Cut at Nyquist.
  WindowKind window = WindowKind::blackmanHarris7;  ///< Of the residual's spectrum.
  /// Of the residual's spectrum; 0 gives bins of about 1.5 Hz. At most a quarter of the signal is
  /// used, so that the figures do not rest on the middle of one frame.
  std::size_t fftLength = 0;
};

struct ToneAndNoise {
  std::optional<ToneAnalysis> tone;  ///< None if nothing stands out as one steady tone.
  NoiseFigures noise;
};

/// Fits the strongest tone in the band and its harmonics by least squares, removes them, and
/// measures the rest. No figure depends on the window, the FFT length or the number of averages
/// beyond the statistics of the noise itself; only under the rectangular window a loud hum leaks a
/// little into the weighted noise figures. Slow drift of frequency and level is followed, not taken
/// for noise.
///
/// What counts as a tone: it keeps its level within about 1 dB, for at least a quarter of the
/// signal and at least 4096 samples and eight periods; it stands 14 dB above the spectrum
/// around it; and, unless it is the expected one, its harmonics and all else in the band are
/// together 6 dB below it, and it is not where mains hum is strongest (45–66 Hz, and up to the
/// fourth harmonic of 50 and 60 Hz within 1 %). So music, noise, hum and two equal tones have none.
/// A tone that is on for a part of the signal is measured there, noise included. Hum beside a tone
/// is noise. Without a tone the noise is that of the whole signal, without DC.
///
/// `samples` finite, in units of full scale; `sampleRate` ≥ 1 kHz. Silence has noise of −∞; a
/// signal that is too short to resolve the band's lower end has its noise where it can be resolved.
/// Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] ToneAndNoise analyzeTone(std::span<const double> samples, Hertz sampleRate,
                                       const ToneOptions& options = {});

}  // namespace linecheck::dsp
