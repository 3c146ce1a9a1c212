#pragma once

#include <optional>

namespace linecheck {

/// What is known of a figure: its best value and, where its source gives one, the range in which
/// it lies. `low ≤ nominal ≤ high` where the bounds are given.
template <class T>
struct Interval {
  T nominal{};
  std::optional<T> low{};
  std::optional<T> high{};

  [[nodiscard]] bool isExact() const { return !low && !high; }
  bool operator==(const Interval&) const = default;
};

}  // namespace linecheck
