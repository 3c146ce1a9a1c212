#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "audio/backend.h"
#include "audio/device_choice.h"
#include "profiles/figure.h"
#include "units/calibration.h"

namespace linecheck::measure {

/// How the controls of a device stand, in the user's own words: "gain" → "12 o'clock". No program
/// can read most of them, so each is only as good as what was told.
using ControlSettings = std::map<std::string, std::string>;

/// What the meter's probes touched.
enum class Probes {
  unbalanced,   ///< Tip and sleeve, or an RCA's pin and shell: all of the voltage.
  hotToCold,    ///< Both legs of a balanced jack: all of the voltage.
  hotToGround,  ///< One leg of a balanced jack that drives both: half of the voltage.
};

/// A meter's stated accuracy: a share of the reading and a count of its last digit.
struct MeterAccuracy {
  double percent = 1.0;
  double digits = 1.0;

  bool operator==(const MeterAccuracy&) const = default;
};

/// A tone that a multimeter read at the jack.
struct KnownByMeter {
  Volts reading;    ///< RMS, as the meter showed it.
  Volts lastDigit;  ///< What one step of its last digit is worth.
  Hertz frequency;
  DecibelsFs level;  ///< Played, or captured from an input.
  MeterAccuracy accuracy;
  Probes probes = Probes::unbalanced;

  bool operator==(const KnownByMeter&) const = default;
};

/// Through a cable from an output whose full scale is known.
struct KnownByLoop {
  DecibelsU outputFullScale;
  DecibelsFs played;
  DecibelsFs captured;

  bool operator==(const KnownByLoop&) const = default;
};

/// The maximum level of a port in a device profile: nobody measured this very device.
struct KnownByProfile {
  std::string profile;
  std::string port;
  profiles::Confidence confidence = profiles::Confidence::estimate;

  bool operator==(const KnownByProfile&) const = default;
};

/// The user typed it, and says no more.
struct KnownByUser {
  bool operator==(const KnownByUser&) const = default;
};

using KnownBy = std::variant<KnownByMeter, KnownByLoop, KnownByProfile, KnownByUser>;

/// Which level at some channels of a device is 0 dBFS, and all that this holds for.
struct FullScaleRecord {
  audio::DeviceId device;
  audio::Direction direction = audio::Direction::output;
  std::vector<int> channels;  ///< From 1; ascending, at least one.
  int sampleRate = 48000;     ///< Hz.
  ControlSettings controls;
  DecibelsU fullScale;
  std::optional<Decibels> uncertainty;  ///< ±; not negative. None: nobody said.
  KnownBy knownBy;
  std::chrono::sys_seconds when{};

  [[nodiscard]] Calibration calibration() const { return Calibration::withFullScaleAt(fullScale); }
  bool operator==(const FullScaleRecord&) const = default;
};

/// The gain of a cable from an output back to an input, as it once was: a later one that differs
/// tells that somebody turned a control.
struct LoopGainRecord {
  audio::DeviceId output;
  int outputChannel = 1;  ///< From 1.
  audio::DeviceId input;
  int inputChannel = 1;    ///< From 1.
  int sampleRate = 48000;  ///< Hz.
  ControlSettings controls;
  Decibels gain;  ///< Captured dBFS − played dBFS.
  std::chrono::sys_seconds when{};

  bool operator==(const LoopGainRecord&) const = default;
};

using CalibrationRecord = std::variant<FullScaleRecord, LoopGainRecord>;

/// All that the user has calibrated, in the order in which it was saved.
using Calibrations = std::vector<CalibrationRecord>;

}  // namespace linecheck::measure
