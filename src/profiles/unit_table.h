#pragma once

#include <array>
#include <span>
#include <string_view>

#include "profiles/sensitivity.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::profiles {

/// Which numbers make sense in a unit.
enum class Sign {
  any,
  notNegative,
  positive,  ///< Because its logarithm is taken.
};

/// A unit that a profile may write, and how it becomes a quantity. Every conversion grows with the
/// number, so that a range stays in order.
template <class T>
struct Unit {
  std::string_view word;
  T (*make)(double);
  Sign sign = Sign::any;
};

inline constexpr std::array<Unit<Ohms>, 8> kResistanceUnits{{
    {"ohm", [](double v) { return Ohms::of(v); }, Sign::notNegative},
    {"mohm", [](double v) { return Ohms::ofMilli(v); }, Sign::notNegative},
    {"kohm", [](double v) { return Ohms::ofKilo(v); }, Sign::notNegative},
    {"Mohm", [](double v) { return Ohms::of(v * 1e6); }, Sign::notNegative},
    {"Ω", [](double v) { return Ohms::of(v); }, Sign::notNegative},
    {"mΩ", [](double v) { return Ohms::ofMilli(v); }, Sign::notNegative},
    {"kΩ", [](double v) { return Ohms::ofKilo(v); }, Sign::notNegative},
    {"MΩ", [](double v) { return Ohms::of(v * 1e6); }, Sign::notNegative},
}};

/// RMS of a sine.
inline constexpr std::array<Unit<DecibelsU>, 4> kLevelUnits{{
    {"dBu", [](double v) { return DecibelsU::of(v); }},
    {"dBV", [](double v) { return dbuFromVolts(voltsFromDbv(DecibelsV::of(v))); }},
    {"V", [](double v) { return dbuFromVolts(Volts::of(v)); }, Sign::positive},
    {"mV", [](double v) { return dbuFromVolts(Volts::ofMilli(v)); }, Sign::positive},
}};

/// RMS.
inline constexpr std::array<Unit<Volts>, 7> kNoiseUnits{{
    {"V", [](double v) { return Volts::of(v); }, Sign::notNegative},
    {"mV", [](double v) { return Volts::ofMilli(v); }, Sign::notNegative},
    {"uV", [](double v) { return Volts::ofMicro(v); }, Sign::notNegative},
    {"µV", [](double v) { return Volts::ofMicro(v); }, Sign::notNegative},
    {"nV", [](double v) { return Volts::of(v * 1e-9); }, Sign::notNegative},
    {"dBu", [](double v) { return voltsFromDbu(DecibelsU::of(v)); }},
    {"dBV", [](double v) { return voltsFromDbv(DecibelsV::of(v)); }},
}};

/// RMS or DC, of a supply.
inline constexpr std::array<Unit<Volts>, 1> kSupplyUnits{{
    {"V", [](double v) { return Volts::of(v); }, Sign::positive},
}};

inline constexpr std::array<Unit<Watts>, 2> kPowerUnits{{
    {"W", [](double v) { return Watts::of(v); }, Sign::notNegative},
    {"mW", [](double v) { return Watts::ofMilli(v); }, Sign::notNegative},
}};

inline constexpr std::array<Unit<Decibels>, 1> kGainUnits{{
    {"dB", [](double v) { return Decibels::of(v); }},
}};

/// How much is kept away.
inline constexpr std::array<Unit<Decibels>, 1> kRejectionUnits{{
    {"dB", [](double v) { return Decibels::of(v); }, Sign::notNegative},
}};

/// A part of the signal's amplitude.
inline constexpr std::array<Unit<Decibels>, 2> kRatioUnits{{
    {"dB", [](double v) { return Decibels::of(v); }},
    {"%", [](double v) { return Decibels::fromAmplitudeRatio(v / 100.0); }, Sign::positive},
}};

inline constexpr std::array<Unit<Hertz>, 2> kFrequencyUnits{{
    {"Hz", [](double v) { return Hertz::of(v); }, Sign::positive},
    {"kHz", [](double v) { return Hertz::ofKilo(v); }, Sign::positive},
}};

inline constexpr std::array<Unit<DecibelsSpl>, 1> kSplUnits{{
    {"dB SPL", [](double v) { return DecibelsSpl::of(v); }},
}};

inline constexpr std::array<Unit<Sensitivity>, 2> kSensitivityUnits{{
    {"dB/mW", [](double v) { return Sensitivity::perMilliwatt(DecibelsSpl::of(v)); }},
    {"dB/V", [](double v) { return Sensitivity::perVolt(DecibelsSpl::of(v)); }},
}};

}  // namespace linecheck::profiles
