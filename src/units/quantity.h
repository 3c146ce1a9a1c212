#pragma once

#include <compare>

namespace linecheck {

/// A physical quantity in the unit that its type names. It is made only by name
/// (`Volts::of(1.2)`, `1.2_V`), and has only the arithmetic that physics has:
/// `Volts + Volts`, `Volts * number`, `Volts / Volts → number`, `Volts / Ohms → Amperes`, …
template <class Tag>
class Quantity {
 public:
  constexpr Quantity() = default;

  /// `value` in the type's own unit. Any double, also negative, infinite or NaN.
  [[nodiscard]] static constexpr Quantity of(double value) { return Quantity(value); }
  /// `value` in thousandths of the unit.
  [[nodiscard]] static constexpr Quantity ofMilli(double value) { return Quantity(value * 1e-3); }
  /// `value` in millionths of the unit.
  [[nodiscard]] static constexpr Quantity ofMicro(double value) { return Quantity(value * 1e-6); }
  /// `value` in thousands of the unit.
  [[nodiscard]] static constexpr Quantity ofKilo(double value) { return Quantity(value * 1e3); }

  /// The number of units.
  [[nodiscard]] constexpr double value() const { return value_; }

  constexpr auto operator<=>(const Quantity&) const = default;

  constexpr Quantity operator-() const { return Quantity(-value_); }
  constexpr Quantity& operator+=(Quantity other) { return value_ += other.value_, *this; }
  constexpr Quantity& operator-=(Quantity other) { return value_ -= other.value_, *this; }

  friend constexpr Quantity operator+(Quantity a, Quantity b) {
    return Quantity(a.value_ + b.value_);
  }
  friend constexpr Quantity operator-(Quantity a, Quantity b) {
    return Quantity(a.value_ - b.value_);
  }
  friend constexpr Quantity operator*(Quantity a, double k) { return Quantity(a.value_ * k); }
  friend constexpr Quantity operator*(double k, Quantity a) { return Quantity(a.value_ * k); }
  friend constexpr Quantity operator/(Quantity a, double k) { return Quantity(a.value_ / k); }
  friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }

 private:
  explicit constexpr Quantity(double value) : value_(value) {}

  double value_ = 0.0;
};

using Volts = Quantity<struct VoltsTag>;      ///< RMS unless a name says peak.
using Amperes = Quantity<struct AmperesTag>;  ///< RMS unless a name says peak.
using Ohms = Quantity<struct OhmsTag>;
using Watts = Quantity<struct WattsTag>;
using VoltAmperes = Quantity<struct VoltAmperesTag>;  ///< Apparent power.
using Hertz = Quantity<struct HertzTag>;
using Seconds = Quantity<struct SecondsTag>;
using Metres = Quantity<struct MetresTag>;

// Ohm's law and power, U = R·I and P = U·I.
constexpr Amperes operator/(Volts u, Ohms r) {
  return Amperes::of(u.value() / r.value());
}
constexpr Ohms operator/(Volts u, Amperes i) {
  return Ohms::of(u.value() / i.value());
}
constexpr Volts operator*(Amperes i, Ohms r) {
  return Volts::of(i.value() * r.value());
}
constexpr Volts operator*(Ohms r, Amperes i) {
  return i * r;
}
constexpr Watts operator*(Volts u, Amperes i) {
  return Watts::of(u.value() * i.value());
}
constexpr Watts operator*(Amperes i, Volts u) {
  return u * i;
}
constexpr Amperes operator/(Watts p, Volts u) {
  return Amperes::of(p.value() / u.value());
}

// Cycles and periods: a frequency times a time is a plain number.
constexpr double operator*(Hertz f, Seconds t) {
  return f.value() * t.value();
}
constexpr double operator*(Seconds t, Hertz f) {
  return f * t;
}
constexpr Seconds operator/(double cycles, Hertz f) {
  return Seconds::of(cycles / f.value());
}
constexpr Hertz operator/(double cycles, Seconds t) {
  return Hertz::of(cycles / t.value());
}

inline namespace literals {

constexpr Volts operator""_V(long double v) {
  return Volts::of(static_cast<double>(v));
}
constexpr Volts operator""_V(unsigned long long v) {
  return Volts::of(static_cast<double>(v));
}
constexpr Ohms operator""_ohm(long double v) {
  return Ohms::of(static_cast<double>(v));
}
constexpr Ohms operator""_ohm(unsigned long long v) {
  return Ohms::of(static_cast<double>(v));
}
constexpr Hertz operator""_Hz(long double v) {
  return Hertz::of(static_cast<double>(v));
}
constexpr Hertz operator""_Hz(unsigned long long v) {
  return Hertz::of(static_cast<double>(v));
}
constexpr Seconds operator""_s(long double v) {
  return Seconds::of(static_cast<double>(v));
}
constexpr Seconds operator""_s(unsigned long long v) {
  return Seconds::of(static_cast<double>(v));
}

}  // namespace literals
}  // namespace linecheck
