#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

/// Test signals in units where full scale is ±1, in double precision. Levels follow AES17: a sine
/// of peak 1 is 0 dBFS. All are pure functions: the same arguments give the same samples.
namespace linecheck::dsp {

/// One sine, peak · sin(2π·frequency·t + phase).
struct Sine {
  Hertz frequency;
  double peak = 1.0;   ///< In units of full scale.
  double phase = 0.0;  ///< Radians at sample 0 of the signal.
};

/// Adds a sine to `out`, whose first sample is number `firstSample` of the signal: blocks of any
/// length join without a seam, and the phase stays exact for days. Realtime-safe: yes.
void addSine(std::span<double> out, const Sine& sine, Hertz sampleRate,
             std::uint64_t firstSample = 0);

/// A sine of exactly this frequency, starting at its zero crossing.
[[nodiscard]] std::vector<double> tone(Hertz frequency, DecibelsFs level, Hertz sampleRate,
                                       std::size_t length);

/// The frequency nearest to `wanted` that has a whole number of periods in `fftLength` samples,
/// prime to that length, so that every sample of the period differs and quantisation errors do not
/// repeat. Between the first bin and Nyquist; `fftLength` ≥ 3.
[[nodiscard]] Hertz coherentFrequency(Hertz wanted, Hertz sampleRate, std::size_t fftLength);

/// Sines of equal level with Schroeder's phases (IEEE Trans. IT-16 (1970) 85–89), which keep the
/// crest factor of evenly spaced lines below 2 and that of others well below that of sines in
/// phase. `frequencies` ascending; `level` is the RMS level of the sum.
[[nodiscard]] std::vector<double> multitone(std::span<const Hertz> frequencies, DecibelsFs level,
                                            Hertz sampleRate, std::size_t length);

/// Gaussian noise of constant density up to Nyquist; `level` is its RMS level.
[[nodiscard]] std::vector<double> whiteNoise(DecibelsFs level, std::size_t length,
                                             std::uint64_t seed);

/// Gaussian noise of equal power per octave, see PinkNoise; `level` is its RMS level.
[[nodiscard]] std::vector<double> pinkNoise(DecibelsFs level, Hertz sampleRate, std::size_t length,
                                            std::uint64_t seed);

/// Fades a signal in and out along a raised cosine, so that it starts and stops without a click.
/// A signal shorter than two ramps gets ramps of half its length. Realtime-safe: yes.
void applyRamps(std::span<double> signal, Hertz sampleRate,
                Seconds duration = Seconds::ofMilli(50.0));

}  // namespace linecheck::dsp
