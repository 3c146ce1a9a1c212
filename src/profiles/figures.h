#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <tuple>

#include "profiles/figure.h"
#include "profiles/unit_table.h"
#include "units/decibels.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::profiles {

/// The figures that a whole device, or one of its ports, can have beside its levels.
struct Figures {
  std::optional<Figure<Decibels>> dynamicRange;
  std::optional<Figure<Decibels>> signalToNoise;
  /// Distortion relative to the signal: 1 % is −40 dB.
  std::optional<Figure<Decibels>> thd;
  std::optional<Figure<Decibels>> thdPlusNoise;
  std::optional<Figure<Decibels>> sinad;
  std::optional<Figure<Decibels>> crosstalk;
  /// RMS noise of a microphone input, referred to its terminals.
  std::optional<Figure<Volts>> equivalentInputNoise;
  /// Room above 0 dBFS in the digital filters of a converter.
  std::optional<Figure<Decibels>> digitalHeadroom;
  std::optional<Figure<Hertz>> maximumSampleRate;
  std::optional<Figure<Hertz>> lowestFrequency;
  std::optional<Figure<Hertz>> highestFrequency;
  /// Of a pair of loudspeakers at 1 m.
  std::optional<Figure<DecibelsSpl>> maximumSpl;
  std::optional<Figure<Watts>> wooferPower;
  std::optional<Figure<Watts>> tweeterPower;

  bool operator==(const Figures&) const = default;
};

/// One figure's key in a profile, its name, its place in the model and the units it may have.
template <class T>
struct FigureEntry {
  std::string_view key;
  std::string_view name;
  std::optional<Figure<T>> Figures::*member;
  std::span<const Unit<T>> units;
  bool mayBeWeighted = false;
};

inline constexpr std::tuple kFigureEntries{
    FigureEntry<Decibels>{"dynamic_range", "dynamic range", &Figures::dynamicRange, kGainUnits,
                          true},
    FigureEntry<Decibels>{"signal_to_noise", "signal to noise", &Figures::signalToNoise, kGainUnits,
                          true},
    FigureEntry<Decibels>{"thd", "THD", &Figures::thd, kRatioUnits},
    FigureEntry<Decibels>{"thd_plus_noise", "THD + noise", &Figures::thdPlusNoise, kRatioUnits,
                          true},
    FigureEntry<Decibels>{"sinad", "SINAD", &Figures::sinad, kGainUnits, true},
    FigureEntry<Decibels>{"crosstalk", "crosstalk", &Figures::crosstalk, kGainUnits},
    FigureEntry<Volts>{"equivalent_input_noise", "equivalent input noise",
                       &Figures::equivalentInputNoise, kNoiseUnits, true},
    FigureEntry<Decibels>{"digital_headroom", "digital headroom", &Figures::digitalHeadroom,
                          kGainUnits},
    FigureEntry<Hertz>{"maximum_sample_rate", "maximum sample rate", &Figures::maximumSampleRate,
                       kFrequencyUnits},
    FigureEntry<Hertz>{"lowest_frequency", "lowest frequency", &Figures::lowestFrequency,
                       kFrequencyUnits},
    FigureEntry<Hertz>{"highest_frequency", "highest frequency", &Figures::highestFrequency,
                       kFrequencyUnits},
    FigureEntry<DecibelsSpl>{"maximum_spl", "maximum SPL", &Figures::maximumSpl, kSplUnits},
    FigureEntry<Watts>{"woofer_power", "woofer power", &Figures::wooferPower, kPowerUnits},
    FigureEntry<Watts>{"tweeter_power", "tweeter power", &Figures::tweeterPower, kPowerUnits},
};

}  // namespace linecheck::profiles
