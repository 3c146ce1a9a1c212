#pragma once

#include <cstddef>
#include <span>

#include "dsp/averaging.h"
#include "dsp/spectrum.h"
#include "dsp/tone.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// Welch's averaged spectrum of a signal without a tone, and the noise figures read off it.
class NoiseMeter {
 public:
  /// For stretches of at least `stretch` samples ≥ 1. The frame is `fftLength`, or one with bins
  /// of about 1.5 Hz if that is 0, but never more than a quarter of the stretch, so that the
  /// figures do not rest on the middle of one frame. Frames overlap where there are few.
  NoiseMeter(WindowKind window, std::size_t fftLength, std::size_t stretch, Hertz sampleRate);

  /// The next samples of a stretch.
  void add(std::span<const double> samples);
  /// What follows does not continue what came before.
  void startStretch() { frames_.reset(); }

  /// In the band, cut at Nyquist; silence before the first whole frame.
  [[nodiscard]] NoiseFigures figures(Hertz low, Hertz high) const;
  /// Mean power of the bins around a frequency, without those next to it; powers as in
  /// PowerSpectrum.
  [[nodiscard]] double meanPowerAround(Hertz frequency) const;

 private:
  Hertz sampleRate_;
  PowerSpectrum spectrum_;
  SpectrumAverage average_;
  OverlappedFrames frames_;
};

}  // namespace linecheck::dsp
