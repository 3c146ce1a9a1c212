#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "dsp/window.h"
#include "units/level.h"

namespace linecheck::measure {

/// One picture of the live spectrum, handed from the analysis thread to the window.
///
/// Powers are linear and scaled for tones: a sine of peak 1.0 on a bin centre reads 1.0 there
/// (0 dBFS). Divide by `enbwBins` to integrate noise. Bin k lies at k × sampleRate / fftLength.
struct SpectrumFrame {
  std::uint64_t sequence = 0;  ///< Counts up by one per frame; 0 is "nothing yet".
  int sampleRate = 48000;      ///< Hz.
  std::size_t fftLength = 0;
  dsp::WindowKind window = dsp::WindowKind::blackmanHarris7;
  double enbwBins = 1.0;
  int averages = 0;              ///< In the average so far; overlapping ones count in part.
  std::vector<float> average;    ///< fftLength/2 + 1 averaged powers.
  std::vector<float> peakHold;   ///< Greatest power since reset, same length; empty if off.
  DecibelsFs rms;                ///< Of the newest block.
  DecibelsPeak peak;             ///< Of the newest block.
  std::uint64_t lostFrames = 0;  ///< In the last 5 s; with any, no figure is shown.
};

}  // namespace linecheck::measure
