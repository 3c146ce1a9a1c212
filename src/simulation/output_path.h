#pragma once

#include <array>
#include <complex>
#include <optional>

#include "units/level.h"
#include "units/quantity.h"
#include "units/reactance.h"

namespace linecheck::simulation {

/// Left and right; channels beyond the second are like the right one.
template <class T>
using Stereo = std::array<T, 2>;

struct ChannelGain {
  Decibels gain;
  bool isInverted = false;  ///< Polarity.

  [[nodiscard]] double factor() const {
    return isInverted ? -gain.amplitudeRatio() : gain.amplitudeRatio();
  }
};

/// y = x + quadratic·x² + cubic·x³, where 1 is full scale.
struct Nonlinearity {
  double quadratic = 0.0;
  double cubic = 0.0;

  /// Level of the harmonic of `order` 1…3 of a sine of this level: with its peak A
  /// A + ¾·a3·A³, ½·a2·A², ¼·a3·A³. Silence for higher orders.
  [[nodiscard]] DecibelsFs harmonicLevel(int order, DecibelsFs input) const;
  /// Level of one intermodulation product of two sines with peaks A and B. Order 2: a2·A·B, each of
  /// the lines at f2 ± f1. Order 3: ¾·a3·A²·B, each of the lines at 2·f1 ± f2; for those at
  /// 2·f2 ± f1 change the two levels.
  [[nodiscard]] DecibelsFs productLevel(int order, DecibelsFs first, DecibelsFs second) const;
};

/// An amplifier's end of range.
struct AmplifierClipping {
  DecibelsFs level = DecibelsFs::of(0.0);  ///< A sine of this level just reaches the limit.
  /// None clips hard. Else it is linear up to `level − softness`, o, and from there up to the limit
  /// c follows y = o + (c − o)·tanh((|x| − o) / (c − o)), whose slope is continuous. > 0 dB.
  std::optional<Decibels> softness;
};

/// What drives the load: Thevenin's source with (resistance + 1/(s·seriesCapacitor)) in series and
/// s·parallelInductor across its terminals (a coupling capacitor, a transformer's winding). Both
/// belong to its output impedance.
struct SourceImpedance {
  Ohms resistance;  ///< ≥ 0.
  std::optional<Farads> seriesCapacitor;
  std::optional<Henries> parallelInductor;

  /// Output impedance at s = i·2π·frequency.
  [[nodiscard]] std::complex<double> at(Hertz frequency) const;
};

/// A driver: resistance + resonance, Z = R + P·x / (x² + x + …), see `at`.
struct HeadphonesLoad {
  Ohms resistance = Ohms::of(32.0);   ///< In series, > 0.
  Ohms peak = Ohms::of(30.0);         ///< What the resonance adds at its frequency, > 0.
  Hertz resonance = Hertz::of(90.0);  ///< > 0.
  double quality = 1.5;               ///< Of the resonance, > 0.

  /// resistance + peak / (1 + i·quality·(f/f0 − f0/f)), in ohms.
  [[nodiscard]] std::complex<double> at(Hertz frequency) const;
};

/// From the converter to the output's terminals, in this order.
struct OutputPath {
  Stereo<ChannelGain> gain{};
  Nonlinearity nonlinearity;
  std::optional<DecibelsFs> converterClip;  ///< Hard; a sine of this level just reaches it.
  std::optional<AmplifierClipping> amplifierClip;
  SourceImpedance source;
  std::optional<Ohms> load;                  ///< > 0; none is open.
  std::optional<HeadphonesLoad> headphones;  ///< Beside the load.
  /// The harness that measures a load: `source`, not 0 Ω, is a resistor behind the left output,
  /// whose near end goes to the left input and whose far end, with the load, to the right one.
  /// Nothing hears the right output.
  bool isHeardAtBothEnds = false;

  /// Gain from the source's inner voltage to its terminals, by analogue circuit theory.
  [[nodiscard]] std::complex<double> divider(Hertz frequency) const;
};

}  // namespace linecheck::simulation
