#pragma once

#include <cmath>
#include <compare>

namespace linecheck {

/// A difference between two levels, or a gain, in decibels. −∞ is the gain of an open switch.
class Decibels {
 public:
  constexpr Decibels() = default;

  [[nodiscard]] static constexpr Decibels of(double decibels) { return Decibels(decibels); }
  /// 20·log10(ratio) of two amplitudes, voltages or pressures; ratio ≥ 0.
  [[nodiscard]] static Decibels fromAmplitudeRatio(double ratio) {
    return Decibels(20.0 * std::log10(ratio));
  }
  /// 10·log10(ratio) of two powers; ratio ≥ 0.
  [[nodiscard]] static Decibels fromPowerRatio(double ratio) {
    return Decibels(10.0 * std::log10(ratio));
  }

  [[nodiscard]] constexpr double value() const { return value_; }
  [[nodiscard]] double amplitudeRatio() const { return std::pow(10.0, value_ / 20.0); }
  [[nodiscard]] double powerRatio() const { return std::pow(10.0, value_ / 10.0); }

  constexpr auto operator<=>(const Decibels&) const = default;
  constexpr Decibels operator-() const { return Decibels(-value_); }
  constexpr Decibels& operator+=(Decibels other) { return value_ += other.value_, *this; }
  constexpr Decibels& operator-=(Decibels other) { return value_ -= other.value_, *this; }

  friend constexpr Decibels operator+(Decibels a, Decibels b) {
    return Decibels(a.value_ + b.value_);
  }
  friend constexpr Decibels operator-(Decibels a, Decibels b) {
    return Decibels(a.value_ - b.value_);
  }
  friend constexpr Decibels operator*(Decibels a, double k) { return Decibels(a.value_ * k); }
  friend constexpr Decibels operator*(double k, Decibels a) { return Decibels(a.value_ * k); }

 private:
  explicit constexpr Decibels(double value) : value_(value) {}

  double value_ = 0.0;
};

/// 20/ln 10: a small relative change of an amplitude, in decibels.
inline constexpr double kDecibelsPerNeper = 8.685889638065036553;

inline namespace literals {

constexpr Decibels operator""_dB(long double v) {
  return Decibels::of(static_cast<double>(v));
}
constexpr Decibels operator""_dB(unsigned long long v) {
  return Decibels::of(static_cast<double>(v));
}

}  // namespace literals
}  // namespace linecheck
