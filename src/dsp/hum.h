#pragma once

#include <optional>
#include <span>
#include <vector>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// One harmonic of the mains in a signal.
struct HumHarmonic {
  int order = 0;                ///< 1 is the mains frequency itself.
  Hertz frequency;              ///< order × fundamental.
  DecibelsFs level;             ///< Least-squares amplitude as a sine's level.
  Decibels levelStandardError;  ///< One standard error, from the local noise floor.
  bool detected = false;        ///< Stands out of its local noise floor.
};

/// What a signal holds of the mains frequency and its harmonics.
struct HumEstimate {
  bool present = false;                ///< The joint test rejected "noise only".
  Hertz fundamental;                   ///< Common to all harmonics; meaningless unless present.
  Hertz fundamentalStandardError;      ///< One standard error.
  DecibelsFs total;                    ///< Power sum of the detected harmonics; silence if none.
  double falseAlarmRate = 0.0;         ///< Of the presence test, per analysed signal.
  std::vector<HumHarmonic> harmonics;  ///< Orders 1…n, as far as Nyquist allows.
  /// Mains frequency over time, one value per analysed segment, where the signal is long enough
  /// for the grid's drift to matter; else one value.
  std::vector<Hertz> track;
};

/// Where to look for the mains.
struct HumSearch {
  bool try50Hz = true;
  bool try60Hz = true;
  /// Half width of the search. 0.5 Hz is EN 50160's ±1 % for an interconnected grid; up to 5 Hz
  /// for generators and islands.
  Hertz halfWidth = Hertz::of(0.5);
  int harmonics = 20;  ///< Greatest order to estimate, 1…50.
};

/// Harmonic least-squares estimate of mains hum (Nielsen et al., Signal Processing 135 (2017)
/// 188–197). `samples` in units of full scale, at `sampleRate` ≥ 1 kHz; at least 0.5 s, or nothing
/// is found. Thread-safe: yes.
[[nodiscard]] HumEstimate estimateHum(std::span<const double> samples, Hertz sampleRate,
                                      const HumSearch& search = {});

}  // namespace linecheck::dsp
