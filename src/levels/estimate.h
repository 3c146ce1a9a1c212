#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "levels/missing.h"
#include "units/interval.h"

namespace linecheck::levels {

/// What is known of something worked out: its best value, how small and how large it can be, and
/// what would have to be told to know it better. Whatever is not known is empty; an empty bound is
/// open. Where it is known, `low ≤ nominal ≤ high`. Something that there is not at all, such as the
/// greatest input of headphones, is empty and lacks nothing.
template <class T>
struct Estimate {
  std::optional<T> nominal{};
  std::optional<T> low{};
  std::optional<T> high{};
  MissingSet missing{};

  [[nodiscard]] static Estimate exactly(T value) { return {value, value, value, {}}; }
  [[nodiscard]] static Estimate unknown(Missing lacking) { return {{}, {}, {}, {lacking}}; }
  [[nodiscard]] static Estimate atLeast(T bound, Missing lacking) {
    return {{}, bound, {}, {lacking}};
  }
  [[nodiscard]] static Estimate atMost(T bound, Missing lacking) {
    return {{}, {}, bound, {lacking}};
  }
  /// A figure that gives no range counts as exact; one that gives one bound is open on the other
  /// side.
  [[nodiscard]] static Estimate of(const Interval<T>& figure) {
    if (figure.isExact()) return exactly(figure.nominal);
    return {figure.nominal, figure.low, figure.high, {}};
  }

  [[nodiscard]] bool isUnknown() const { return !nominal && !low && !high; }

  bool operator==(const Estimate&) const = default;
};

/// Everything that either of them lacks.
[[nodiscard]] inline MissingSet joined(MissingSet a, const MissingSet& b) {
  a.insert(b);
  return a;
}

/// `f` of all that can be known: only where every part is.
template <class F, class... T>
[[nodiscard]] auto ifKnown(const F& f, const std::optional<T>&... parts)
    -> std::optional<decltype(f(*parts...))> {
  if ((parts.has_value() && ...)) return f(*parts...);
  return std::nullopt;
}

/// ∞ − ∞, such as silence over silence, is nothing that one could know.
template <class T>
[[nodiscard]] std::optional<T> unlessUndefined(std::optional<T> value) {
  return value && std::isnan(value->value()) ? std::nullopt : value;
}

/// A function that grows with its argument.
template <class T, class F>
[[nodiscard]] auto rising(const Estimate<T>& a, const F& f) {
  return Estimate<decltype(f(std::declval<T>()))>{ifKnown(f, a.nominal), ifKnown(f, a.low),
                                                  ifKnown(f, a.high), a.missing};
}

/// A function that falls as its argument grows.
template <class T, class F>
[[nodiscard]] auto falling(const Estimate<T>& a, const F& f) {
  return Estimate<decltype(f(std::declval<T>()))>{ifKnown(f, a.nominal), ifKnown(f, a.high),
                                                  ifKnown(f, a.low), a.missing};
}

/// A function that grows with both arguments.
template <class A, class B, class F>
[[nodiscard]] auto rising(const Estimate<A>& a, const Estimate<B>& b, const F& f) {
  return Estimate<decltype(f(std::declval<A>(), std::declval<B>()))>{
      ifKnown(f, a.nominal, b.nominal), ifKnown(f, a.low, b.low), ifKnown(f, a.high, b.high),
      joined(a.missing, b.missing)};
}

template <class A, class B>
[[nodiscard]] auto operator+(const Estimate<A>& a, const Estimate<B>& b)
    -> Estimate<decltype(std::declval<A>() + std::declval<B>())> {
  auto sum = rising(a, b, [](A x, B y) { return x + y; });
  sum.nominal = unlessUndefined(sum.nominal);
  sum.low = unlessUndefined(sum.low);
  sum.high = unlessUndefined(sum.high);
  return sum;
}

/// The two are taken as independent: the bounds of a difference may be too wide, never too narrow.
template <class A, class B>
[[nodiscard]] auto operator-(const Estimate<A>& a, const Estimate<B>& b)
    -> Estimate<decltype(std::declval<A>() - std::declval<B>())> {
  const auto minus = [](A x, B y) { return x - y; };
  return {unlessUndefined(ifKnown(minus, a.nominal, b.nominal)),
          unlessUndefined(ifKnown(minus, a.low, b.high)),
          unlessUndefined(ifKnown(minus, a.high, b.low)), joined(a.missing, b.missing)};
}

/// The lesser of the two. One bound from above is enough, for the lesser lies below it too.
template <class T>
[[nodiscard]] Estimate<T> lesser(const Estimate<T>& a, const Estimate<T>& b) {
  const auto least = [](T x, T y) { return std::min(x, y); };
  Estimate<T> result = rising(a, b, least);
  if (!result.high) result.high = a.high ? a.high : b.high;
  return result;
}

}  // namespace linecheck::levels
