#pragma once

#include <cmath>

#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::profiles {

/// How loud headphones are for a given drive: the sound pressure at 1 mW, or at 1 V. One becomes
/// the other only with the impedance: dB/V = dB/mW + 10·log10(1000 Ω / Z).
class Sensitivity {
 public:
  enum class Reference { milliwatt, volt };

  constexpr Sensitivity() = default;
  [[nodiscard]] static constexpr Sensitivity perMilliwatt(DecibelsSpl level) {
    return {level, Reference::milliwatt};
  }
  [[nodiscard]] static constexpr Sensitivity perVolt(DecibelsSpl level) {
    return {level, Reference::volt};
  }

  [[nodiscard]] constexpr Reference reference() const { return reference_; }
  /// Sound pressure at 1 V RMS; `impedance` > 0.
  [[nodiscard]] DecibelsSpl atOneVolt(Ohms impedance) const {
    return reference_ == Reference::volt ? level_ : level_ + voltOverMilliwatt(impedance);
  }
  /// Sound pressure at 1 mW; `impedance` > 0.
  [[nodiscard]] DecibelsSpl atOneMilliwatt(Ohms impedance) const {
    return reference_ == Reference::milliwatt ? level_ : level_ - voltOverMilliwatt(impedance);
  }

  constexpr bool operator==(const Sensitivity&) const = default;

 private:
  constexpr Sensitivity(DecibelsSpl level, Reference reference)
      : level_(level), reference_(reference) {}

  /// 1 V into the impedance, over 1 mW.
  static Decibels voltOverMilliwatt(Ohms impedance) {
    return Decibels::fromPowerRatio(1000.0 / impedance.value());
  }

  DecibelsSpl level_;
  Reference reference_ = Reference::milliwatt;
};

}  // namespace linecheck::profiles
