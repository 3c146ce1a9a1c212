#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "chain/device.h"
#include "diagnosis/cause.h"
#include "measure/gate.h"
#include "measure/level_match.h"
#include "measure/reading.h"
#include "prediction/loop.h"
#include "units/calibration.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

/// What is found out about a desk beside its description. Each is fed in from outside, with the
/// time at which it was so.
namespace linecheck::setup {

/// What the operating system says of the output that is used. Empty is what it does not tell.
struct SystemReading {
  std::string endpoint{};  ///< Its name as the system shows it.
  std::optional<chain::OperatingSystem> system{};
  std::optional<double> volume{};        ///< The slider, 0…1; PulseAudio goes past 1.
  std::optional<Decibels> volumeGain{};  ///< What the system says that this does.
  std::optional<bool> isMuted{};
  std::optional<double> balance{};  ///< −1 left only, 0 both alike, +1 right only.
  std::optional<int> bits{};        ///< Of the format, those that carry sound.
  std::optional<bool> isFloat{};
  std::optional<Hertz> sampleRate{};
  std::optional<bool> isExclusive{};  ///< One program has the device alone.
  std::optional<bool> hasEnhancements{};
  std::vector<std::string> effects{};  ///< Names of the effects that may act.

  bool operator==(const SystemReading&) const = default;
};

/// What the check of the path found, in a loop from an output to an input.
struct PathReading {
  measure::PathReport report;
  std::optional<Hertz> sampleRate{};  ///< Of the stream.
  /// The gain that the check held the loop against: saved while all was right, or typed. Empty
  /// where 0 dB was a mere assumption, which proves nothing of any volume.
  std::optional<Decibels> expectedGain{};
  prediction::LoopChoice loop{};  ///< The jacks that the cable joined, where somebody has told.
};

/// What one measurement of levels found: the gain of the loop and where it clips. The reading is
/// that of the procedure "headroom" or, without consent to a loud tone, "path".
struct LevelReading {
  std::string procedure = "headroom";
  measure::Reading reading;
  /// Of the output that was measured, from its calibration: what 0 dBFS is at the jack.
  std::optional<DecibelsU> fullScaleOut{};
  std::optional<Decibels> fullScaleOutSe{};
  prediction::LoopChoice loop{};  ///< The jacks that the cable joined, where somebody has told.
};

/// What the hum check found.
struct NoiseReading {
  diagnosis::Cause cause = diagnosis::Cause::unknown;  ///< The likeliest.
  double probability = 0.0;
  std::optional<bool> isAudible{};    ///< In the desk's headphones.
  std::optional<DecibelsFs> noise{};  ///< Broadband, 20 Hz–20 kHz, RMS.
  std::optional<Decibels> noiseSe{};
  std::optional<DecibelsFs> hum{};  ///< All mains lines together; silent: none seen.
  std::optional<Decibels> humSe{};
  std::optional<Hertz> mainsFrequency{};  ///< As it was seen in the hum.

  bool operator==(const NoiseReading&) const = default;
};

/// By how much the headphones (A) are louder than the monitors (B).
struct MatchReading {
  measure::LevelDifference difference;
  bool isByEar = false;

  bool operator==(const MatchReading&) const = default;
};

/// A reading and when it was taken.
template <class T>
struct Taken {
  T reading;
  std::chrono::sys_seconds at{};
  /// What of the desk it depends on, as text; see readingBasis.
  std::string basis{};
};

/// The newest of each kind.
struct Readings {
  std::optional<Taken<SystemReading>> system{};
  std::optional<Taken<PathReading>> path{};
  std::optional<Taken<LevelReading>> level{};
  std::optional<Taken<NoiseReading>> noise{};
  std::optional<Taken<MatchReading>> match{};
};

}  // namespace linecheck::setup
