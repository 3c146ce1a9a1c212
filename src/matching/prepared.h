#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include "matching/knob_law.h"
#include "matching/match.h"

/// What a comparison works out once for each output and each load, as plain numbers: V, Ω, dB.
/// NaN is the unknown, so that all that follows from it is unknown too.
namespace linecheck::matching {

inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

struct Triple {
  double nominal = kUnknown;
  double low = kUnknown;
  double high = kUnknown;

  template <class T>
  [[nodiscard]] static Triple of(const Bounded<T>& figure) {
    return {figure.rawNominal(), figure.rawLow(), figure.rawHigh()};
  }
  template <class T>
  [[nodiscard]] Bounded<T> as() const {
    return Bounded<T>::raw(nominal, low, high);
  }
  friend Triple operator+(const Triple& a, const Triple& b) {
    return {a.nominal + b.nominal, a.low + b.low, a.high + b.high};
  }
};

/// 20·log10 by the natural logarithm, which is twice as fast.
[[nodiscard]] inline double amplitudeDecibels(double ratio) {
  return kDecibelsPerNeper * std::log(ratio);
}
[[nodiscard]] Triple decibelsOf(const Triple& ratio);

struct PreparedOutput {
  PreparedOutput(const Output& output, const Request& request, const KnobLaws& laws);

  struct RatedAt {
    double load;
    Triple voltage;
  };

  const Output* output;
  Triple impedance;
  Triple maximum;
  std::vector<RatedAt> ratings;
  /// What full scale gives with the knob fully up and without load at each step, dBV; what no step
  /// holds back is +∞. At least one.
  std::vector<Triple> steps;
  Triple noise;  ///< dBV
  KnobLimits knob;
  bool isGainKnown = true;
  bool isBuiltIn = false;  ///< Of a computer or an interface: nothing to buy.
};

struct PreparedLoad {
  PreparedLoad(const Load& load, const Request& request);

  const Load* load;
  Triple impedance;
  Triple atOneVolt;
  double least = kUnknown, greatest = kUnknown;  ///< Impedance over frequency.
  DeviationBasis basis = DeviationBasis::none;
  double currentAtTarget = kUnknown;
  /// Such that outputs without power are usually enough for them.
  bool isUndemanding = false;
};

}  // namespace linecheck::matching
