#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dsp/overtones.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::dsp {

/// One harmonic of the mains in a signal.
struct HumHarmonic {
  int order = 0;                ///< 1 is the mains frequency itself.
  Hertz frequency;              ///< order × fundamental.
  DecibelsFs level;             ///< Least-squares amplitude as a sine's level.
  Decibels levelStandardError;  ///< One standard error, from the local noise floor; +∞ in silence.
  bool detected = false;        ///< Stands out of its local noise floor, as steady as the mains.
  /// Lies on a stimulus, on a folded overtone as loud, or on a tone too loud to be hum (20 dB above
  /// all low harmonics): `level` is that tone's, and it is never detected.
  bool covered = false;
  /// Where hum is not present: no steady line of this order was above it anywhere in the search, in
  /// 999 of 1000 signals. None where hum is present, and in silence.
  std::optional<DecibelsFs> ceiling{};
};

/// What a signal holds of the mains frequency and its harmonics.
struct HumEstimate {
  bool present = false;                ///< The joint test rejected "noise only".
  Hertz fundamental;                   ///< Common to all harmonics; meaningless unless present.
  Hertz fundamentalStandardError;      ///< One standard error.
  DecibelsFs total;                    ///< Power sum of the detected harmonics; silence if none.
  double falseAlarmRate = 0.0;         ///< Of the presence test, per analysed signal.
  std::vector<HumHarmonic> harmonics;  ///< Orders 1…n, as far as Nyquist allows.
  /// Mains frequency over time where hum is present: one value for each second (or a little more)
  /// of a signal of 2 s or more, evenly spaced; else one value. Constant unless the drift is more
  /// than noise explains.
  std::vector<Hertz> track;
  /// The weakest single line at order 1, 2 or 3 that would have been found in 99 of 100 such
  /// signals. None if the floor could not be estimated: too short, or digital silence.
  std::optional<DecibelsFs> detectionLimit;
};

/// Where to look for the mains.
struct HumSearch {
  bool try50Hz = true;
  bool try60Hz = true;
  /// Half width of the search. 0.5 Hz is EN 50160's ±1 % for an interconnected grid; up to 5 Hz
  /// for generators and islands.
  Hertz halfWidth = Hertz::of(0.5);
  int harmonics = 20;  ///< Greatest order to estimate, 1…50.
  /// Of the presence test, per analysed signal of Gaussian noise of any smooth spectrum; in (0, 1).
  double falseAlarmRate = 1e-6;
  /// Tones that are being played. Harmonics that fall on one of them, or on one of its multiples
  /// (its distortion), are covered and tell nothing of the mains.
  std::vector<Hertz> stimulus;
  /// Of tones in the signal, played or not. A line that may be a folded overtone is covered.
  std::vector<Overtones> overtones;
};

/// Harmonic least-squares estimate of mains hum (Nielsen et al., Signal Processing 135 (2017)
/// 188–197). `samples` in units of full scale, at `sampleRate` ≥ 1 kHz; at least 0.5 s and all
/// finite, or nothing is found. Thread-safe: yes.
///
/// Hum is present where the generalised likelihood ratio of orders 1, 2 and 3, or of 6 and 12
/// (three-phase rectifiers), exceeds what noise reaches at the stated false-alarm rate, and the
/// evidence is lines: at one common fundamental, above the floor on both sides, without neighbours
/// of their own strength within 9 Hz, and steady. High orders alone never make hum, because music
/// and test tones meet them (550 Hz is 11 × 50 and 10 × 55). A steady tone at exactly 50, 100 or
/// 150 Hz that somebody plays cannot be told from hum; name it in `stimulus`.
///
/// A signal is analysed in equal blocks of at most 12 s (less where the search is wide), within
/// which the drift of the grid is followed and taken out; hum has to be present in half of them,
/// and levels are the mean power over those.
[[nodiscard]] HumEstimate estimateHum(std::span<const double> samples, Hertz sampleRate,
                                      const HumSearch& search = {});

}  // namespace linecheck::dsp
