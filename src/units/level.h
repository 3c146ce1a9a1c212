#pragma once

#include <compare>
#include <limits>

#include "units/decibels.h"
#include "units/quantity.h"

namespace linecheck {

/// A level: a point on a decibel scale with a fixed reference. Two levels differ by `Decibels`;
/// a level plus `Decibels` is a level; a sum of two levels, or of levels on different scales,
/// does not compile. Silence is −∞, an unknown level is `std::optional`.
template <class Scale>
class Level {
 public:
  /// Silence.
  constexpr Level() = default;

  [[nodiscard]] static constexpr Level of(double decibels) { return Level(decibels); }
  [[nodiscard]] static constexpr Level silence() { return Level(); }

  /// Decibels above the scale's reference.
  [[nodiscard]] constexpr double value() const { return value_; }
  [[nodiscard]] constexpr bool isSilent() const {
    return value_ == -std::numeric_limits<double>::infinity();
  }

  constexpr auto operator<=>(const Level&) const = default;
  constexpr Level& operator+=(Decibels gain) { return value_ += gain.value(), *this; }
  constexpr Level& operator-=(Decibels gain) { return value_ -= gain.value(), *this; }

  friend constexpr Level operator+(Level level, Decibels gain) {
    return Level(level.value_ + gain.value());
  }
  friend constexpr Level operator+(Decibels gain, Level level) { return level + gain; }
  friend constexpr Level operator-(Level level, Decibels gain) {
    return Level(level.value_ - gain.value());
  }
  friend constexpr Decibels operator-(Level a, Level b) {
    return Decibels::of(a.value_ - b.value_);
  }

 private:
  explicit constexpr Level(double value) : value_(value) {}

  double value_ = -std::numeric_limits<double>::infinity();
};

/// dBFS as in AES17: 0 dBFS is the RMS of a full-scale sine, so a sine of peak 1.0 reads 0 dBFS.
using DecibelsFs = Level<struct FullScale>;
/// dBTP (ITU-R BS.1770): the peak of the reconstructed waveform against 1.0. Not an RMS level.
using DecibelsTruePeak = Level<struct TruePeakScale>;
/// Sample peak against 1.0, in decibels. Not an RMS level.
using DecibelsPeak = Level<struct SamplePeakScale>;
/// dBu: 0 dBu is √0.6 V ≈ 0.7746 V RMS.
using DecibelsU = Level<struct Dbu>;
/// dBV: 0 dBV is 1 V RMS.
using DecibelsV = Level<struct Dbv>;
/// dB SPL: 0 dB is 20 µPa RMS.
using DecibelsSpl = Level<struct SoundPressure>;

/// The voltage of 0 dBu, √0.6 V.
inline constexpr double kVoltsAtZeroDbu = 0.774596669241483377;

/// Level of a signal of the given RMS, in units where full scale is ±1.
[[nodiscard]] inline DecibelsFs dbfsFromRms(double rms) {
  return DecibelsFs::of(20.0 * std::log10(rms) + 3.0102999566398119521);
}
/// Level of a sine of the given peak amplitude, in units where full scale is ±1.
[[nodiscard]] inline DecibelsFs dbfsFromSinePeak(double peak) {
  return DecibelsFs::of(20.0 * std::log10(peak));
}
/// Level of a signal of the given mean square (RMS²), in units where full scale is ±1.
[[nodiscard]] inline DecibelsFs dbfsFromMeanSquare(double meanSquare) {
  return DecibelsFs::of(10.0 * std::log10(meanSquare) + 3.0102999566398119521);
}
/// RMS of a signal at this level, in units where full scale is ±1.
[[nodiscard]] inline double rmsFromDbfs(DecibelsFs level) {
  return std::pow(10.0, (level.value() - 3.0102999566398119521) / 20.0);
}
/// Peak amplitude of a sine at this level, in units where full scale is ±1.
[[nodiscard]] inline double sinePeakFromDbfs(DecibelsFs level) {
  return std::pow(10.0, level.value() / 20.0);
}

[[nodiscard]] inline DecibelsU dbuFromVolts(Volts rms) {
  return DecibelsU::of(20.0 * std::log10(rms.value() / kVoltsAtZeroDbu));
}
[[nodiscard]] inline Volts voltsFromDbu(DecibelsU level) {
  return Volts::of(kVoltsAtZeroDbu * std::pow(10.0, level.value() / 20.0));
}
[[nodiscard]] inline DecibelsV dbvFromVolts(Volts rms) {
  return DecibelsV::of(20.0 * std::log10(rms.value()));
}
[[nodiscard]] inline Volts voltsFromDbv(DecibelsV level) {
  return Volts::of(std::pow(10.0, level.value() / 20.0));
}

}  // namespace linecheck
