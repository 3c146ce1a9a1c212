#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measure/calibration_record.h"

/// From what a meter or a cable tells to the level of full scale. Pure functions.
namespace linecheck::measure {

/// A voltage as a meter's display has it.
struct MeterDisplay {
  Volts reading;    ///< RMS.
  Volts lastDigit;  ///< One step of the last digit that was typed.
};

/// Reads "1.23V", "500 mV", "0,775 V". The digits count: "1.230V" is a finer reading than "1.23V".
/// `usage` without a number or a unit.
[[nodiscard]] Result<MeterDisplay> parseMeterDisplay(std::string_view text);

/// Readings outside are a slip, or no line level.
inline constexpr Volts kLowestReading = Volts::ofMilli(1.0);
inline constexpr Volts kHighestReading = Volts::of(30.0);

/// Above this a meter that is not made for audio may read low.
inline constexpr Hertz kHighestForAnyMeter = Hertz::of(400.0);

/// The frequency at which any meter for mains voltage reads right.
inline constexpr Hertz kMeterFrequency = Hertz::of(60.0);

/// What may be wrong with a reading that is not refused.
enum class ReadingCaution {
  meterMayReadLow,   ///< The tone is above kHighestForAnyMeter.
  coldLegAssumed,    ///< One leg was read; the other was taken to carry as much.
  loadUnknown,       ///< What the input takes off the output's voltage is not known.
  inputFedByOneLeg,  ///< The cable carries one leg of a balanced output.
};

/// The level of full scale at a jack.
struct FullScaleReading {
  DecibelsU fullScale;
  std::optional<Decibels> uncertainty;  ///< ±. None if that of the output behind it is not known.
  std::vector<ReadingCaution> cautions;
};

enum class MeterBand {
  unknown,
  wide,  ///< The meter states true RMS up to audio frequencies.
};

/// Full scale = the reading in dBu − the tone's level in dBFS; one leg of a balanced jack carries
/// half of its voltage, which adds 20·lg 2 = 6.02 dB. `known.level` is what was played (an output)
/// or captured (an input). The uncertainty is −20·lg(1 − e), the wider side of the relative error
/// e = percent/100 + digits · lastDigit / reading. `usage` for a reading outside kLowestReading …
/// kHighestReading, one coarser than half of itself, a level above 0 dBFS or below −60 dBFS, or a
/// full scale that no device has (outside −80 … +40 dBu).
[[nodiscard]] Result<FullScaleReading> fullScaleFromMeter(const KnownByMeter& known,
                                                          MeterBand band = MeterBand::unknown);

/// A cable from a calibrated output to an input.
struct LoopReading {
  DecibelsU outputFullScale;
  std::optional<Decibels> outputUncertainty;
  DecibelsFs played;
  DecibelsFs captured;
  /// What the divider of both impedances takes off, ≥ 0 dB, if both are known.
  std::optional<Decibels> loss;
  bool isOneLeg = false;  ///< An unbalanced cable on a balanced output: half of its voltage.
};

/// Taken for the divider of an output and an input of unknown impedance: 100 Ω into 5 kΩ is 0.17
/// dB.
inline constexpr Decibels kUnknownLoopLoss = Decibels::of(0.2);

/// Full scale of the input = outputFullScale + played − loss − captured. `usage` if the capture
/// clips (above −0.1 dBFS), is too weak to tell (below −80 dBFS), or gives a full scale that no
/// device has.
[[nodiscard]] Result<FullScaleReading> fullScaleFromLoop(const LoopReading& loop);

/// How far the gain of a loop has moved since it was recorded.
[[nodiscard]] Decibels loopDrift(const LoopGainRecord& record, DecibelsFs played,
                                 DecibelsFs captured);
/// A drift beyond what converters do by themselves: a control was turned.
[[nodiscard]] bool isVolumeChange(Decibels drift);

}  // namespace linecheck::measure
