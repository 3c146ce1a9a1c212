#pragma once

#include <optional>
#include <vector>

#include "base/sentence.h"
#include "chain/desk.h"
#include "diagnosis/evidence.h"
#include "diagnosis/suspect.h"
#include "levels/estimate.h"
#include "units/calibration.h"

namespace linecheck::diagnosis {

/// How a capture's levels become volts at the listening point.
struct InputScale {
  Calibration calibration;
  std::optional<Decibels> uncertainty;  ///< ±; none: nobody said, taken as exact.
};

/// One harmonic at the ear.
struct HarmonicAudibility {
  int order = 1;
  Hertz frequency;
  DecibelsFs captured;   ///< Of a bound the most that it can be.
  bool isBound = false;  ///< Not seen, or not to be told from the interface's own.
  levels::Estimate<DecibelsSpl> spl;
  std::optional<DecibelsSpl> threshold;  ///< ISO 226; none below 20 Hz and above 12.5 kHz.
  std::optional<bool> isAudible;         ///< Empty where the bounds allow either.

  /// Best value above the threshold; of a bound the most that it can be.
  [[nodiscard]] std::optional<Decibels> margin() const;
};

/// Whether the hum of a capture can be heard in the desk's headphones. Each harmonic alone, against
/// silence: music would hide more of it.
struct Audibility {
  /// The detected harmonics; where no hum was found the first three, as bounds.
  std::vector<HarmonicAudibility> harmonics;
  std::optional<chain::DeviceId> headphones;
  std::optional<bool> isAudible;  ///< Whether any is. Empty: not known.
  Sentence sentence;              ///< How it stands.
  std::vector<Sentence> needs;    ///< What would have to be told to know.
};

/// The capture was made at `at`, with a line input as the only load. Interference of the
/// interface's own is taken off if there is a baseline; `baseline` may be null. Thread-safe: yes.
[[nodiscard]] Audibility audibilityOf(const Evidence& evidence, const chain::Desk& desk,
                                      const ListeningPoint& at,
                                      const std::optional<InputScale>& scale,
                                      const Evidence* baseline = nullptr);

}  // namespace linecheck::diagnosis
