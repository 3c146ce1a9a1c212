#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "dsp/random.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// Gaussian noise whose density falls by 3.01 dB per octave from 4 Hz to 0.45 × the sample rate,
/// equal per octave within ±0.1 dB. Below that its density levels out.
///
/// A ladder of real poles and zeros, two pairs an octave, gives the slope; a short symmetric FIR
/// takes out what sampling does to the ladder near Nyquist.
class PinkNoise {
 public:
  /// `level` is the RMS level of all of it; `sampleRate` in 8…768 kHz.
  PinkNoise(DecibelsFs level, Hertz sampleRate, std::uint64_t seed);

  /// The next sample, in units of full scale. Realtime-safe: yes.
  double next();

  /// |H|² of the filter at a frequency from 0 to Nyquist, for white noise of variance 1.
  [[nodiscard]] double powerGain(Hertz frequency) const;

 private:
  struct PolePair {
    double pole = 0.0;
    double zero = 0.0;
    double input = 0.0;
    double output = 0.0;
  };
  static constexpr std::size_t kTaps = 63;

  [[nodiscard]] double ladderPowerGain(double radians) const;
  [[nodiscard]] double correctionGain(double radians) const;
  void designCorrection();

  Random random_;
  double sampleRate_;
  double scale_ = 1.0;
  std::vector<PolePair> ladder_;
  std::array<double, kTaps> taps_{};
  std::array<double, 2 * kTaps> history_{};  ///< Each sample twice, so that a window is contiguous.
  std::size_t position_ = 0;
};

}  // namespace linecheck::dsp
