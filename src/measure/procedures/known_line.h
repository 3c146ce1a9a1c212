#pragma once

#include <complex>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::measure {

/// What was found at a frequency that is known beforehand.
struct KnownLine {
  std::complex<double> amplitude;  ///< Peak in units of full scale; phase at the first sample.
  double errorPower = 0.0;         ///< Mean |error|² of the amplitude, from what lies beside.

  /// It stands out of what lies beside it: noise alone does so once in 160,000 times.
  [[nodiscard]] bool isFound() const;
  /// |amplitude| less what noise adds to it on average.
  [[nodiscard]] double peak() const;
  [[nodiscard]] DecibelsFs level() const;
  /// One standard deviation of the level, and of the phase in radians, for a line that is found.
  [[nodiscard]] Decibels levelSe() const;
  [[nodiscard]] double phaseSe() const;
  /// A peak that the line does not exceed, found or not: two standard deviations above.
  [[nodiscard]] double bound() const;
};

/// Reads lines of known frequency under a 7-term Blackman-Harris window: of duration T, all that is
/// further than 7/T away is down by 180 dB, so that a line 160 dB below its neighbour is still
/// read. That costs 4.2 dB of noise against least squares without a window.
class LineReader {
 public:
  /// How far a line reaches to both sides, in 1/T.
  static constexpr double kReachBins = 7.0;

  LineReader(std::span<const double> samples, Hertz sampleRate);

  /// `frequency` more than 7/T away from 0, Nyquist and any other line.
  [[nodiscard]] KnownLine at(Hertz frequency) const;
  /// The frequency of a strong line that lies within 1/T of `near`, by the slope of its phase.
  [[nodiscard]] Hertz follow(Hertz near) const;

 private:
  struct Demodulated;
  [[nodiscard]] Demodulated demodulate(double cyclesPerSample) const;

  Hertz sampleRate_;
  std::vector<double> windowed_;
  double weight_ = 0.0;  ///< Σw.
  double spread_ = 0.0;  ///< Σw·(n − centre)² / Σw, in samples².
};

}  // namespace linecheck::measure
