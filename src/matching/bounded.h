#pragma once

#include <cmath>
#include <limits>
#include <optional>

#include "chain/device.h"
#include "units/decibels.h"
#include "units/interval.h"
#include "units/level.h"
#include "units/quantity.h"

namespace linecheck::matching {

/// How many times one thing is another.
using Ratio = Quantity<struct RatioTag>;

/// What is known of a figure: its best value, the least and the greatest that it can be, each empty
/// where nobody knows. Like levels::Estimate, but without the list of what is missing, and small
/// and trivial to copy: a comparison holds millions of them. `T` is a quantity, a level, decibels
/// or a travel. Where they are known, `low ≤ nominal ≤ high`.
template <class T>
class Bounded {
 public:
  constexpr Bounded() = default;
  [[nodiscard]] static Bounded exactly(T value) {
    return raw(number(value), number(value), number(value));
  }
  /// A figure that gives no range counts as exact; one that gives one bound is open on the other
  /// side.
  [[nodiscard]] static Bounded of(const Interval<T>& figure) {
    if (figure.isExact()) return exactly(figure.nominal);
    return {figure.nominal, figure.low, figure.high};
  }
  Bounded(std::optional<T> nominal, std::optional<T> low, std::optional<T> high)
      : nominal_(number(nominal)), low_(number(low)), high_(number(high)) {}

  [[nodiscard]] std::optional<T> nominal() const { return told(nominal_); }
  [[nodiscard]] std::optional<T> low() const { return told(low_); }
  [[nodiscard]] std::optional<T> high() const { return told(high_); }
  /// Neither a best value nor a bound.
  [[nodiscard]] bool isUnknown() const {
    return std::isnan(nominal_) && std::isnan(low_) && std::isnan(high_);
  }
  /// Known, without any doubt.
  [[nodiscard]] bool isExact() const { return low_ == high_ && low_ == nominal_; }

  [[nodiscard]] bool operator==(const Bounded& other) const {
    return nominal() == other.nominal() && low() == other.low() && high() == other.high();
  }

  /// For arithmetic in this folder: plain numbers in the unit of `T`, NaN for what is empty, so
  /// that whatever is worked out from the unknown is unknown.
  [[nodiscard]] static constexpr Bounded raw(double nominal, double low, double high) {
    Bounded made;
    made.nominal_ = nominal;
    made.low_ = low;
    made.high_ = high;
    return made;
  }
  [[nodiscard]] constexpr double rawNominal() const { return nominal_; }
  [[nodiscard]] constexpr double rawLow() const { return low_; }
  [[nodiscard]] constexpr double rawHigh() const { return high_; }

 private:
  static constexpr double kEmpty = std::numeric_limits<double>::quiet_NaN();

  static double number(chain::Travel travel) { return travel.fraction; }
  template <class U>
  static double number(U value) {
    return value.value();
  }
  static double number(std::optional<T> value) { return value ? number(*value) : kEmpty; }
  static std::optional<T> told(double number) {
    if (std::isnan(number)) return std::nullopt;
    if constexpr (requires { T::of(number); }) {
      return T::of(number);
    } else {
      return T{number};
    }
  }

  double nominal_ = kEmpty;
  double low_ = kEmpty;
  double high_ = kEmpty;
};

}  // namespace linecheck::matching
