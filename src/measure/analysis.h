#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "dsp/hum.h"
#include "dsp/line_search.h"
#include "dsp/tone.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// What is known beforehand of the signal to analyse.
struct AnalysisOptions {
  dsp::HumSearch hum;     ///< Which mains to look for.
  dsp::ToneOptions tone;  ///< Band of the noise, harmonics of the THD.
  /// The tone that was played. Without one, a line at the mains frequency or its harmonics is hum
  /// and not a test tone, however strong.
  std::optional<Hertz> stimulus;
  /// Bits of an integer source, to know its greatest sample; none for floating point.
  std::optional<int> bitDepth;
};

/// Everything that Linecheck reads off one channel of a capture.
struct ChannelAnalysis {
  DecibelsPeak peak;
  DecibelsFs rms;
  std::optional<DecibelsTruePeak> truePeak;  ///< None at rates that the meter does not know.
  DecibelsPeak dc;                           ///< |mean| against 1.0.
  std::int64_t clippedSamples = 0;
  std::optional<dsp::ToneAnalysis> tone;
  dsp::NoiseFigures noise;
  dsp::HumEstimate hum;
  std::vector<dsp::SpectralLine>
      lines;  ///< All narrow lines, hum and tone among them; no folded overtones.
};

/// `samples` of one channel in units of full scale, finite, at `sampleRate` ≥ 1 kHz.
/// Thread-safe: yes. Realtime-safe: no.
[[nodiscard]] ChannelAnalysis analyzeChannel(std::span<const double> samples, Hertz sampleRate,
                                             const AnalysisOptions& options = {});

}  // namespace linecheck::measure
