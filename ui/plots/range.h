#pragma once

namespace linecheck::ui {

/// A stretch of an axis, in the axis's own linear coordinate; low < high.
struct Range {
  double low = 0.0;
  double high = 1.0;

  [[nodiscard]] double span() const { return high - low; }
  /// 0 at `low`, 1 at `high`.
  [[nodiscard]] double shareOf(double value) const { return (value - low) / span(); }
  [[nodiscard]] double valueAt(double share) const { return low + share * span(); }

  bool operator==(const Range&) const = default;
};

/// Scaled about `anchor`, which stays where it is: `factor` < 1 zooms in.
[[nodiscard]] Range zoomed(const Range& range, double anchor, double factor);
[[nodiscard]] Range shifted(const Range& range, double by);
/// Inside `limits`, moved before it is cut, and no narrower than `leastSpan`.
[[nodiscard]] Range within(const Range& range, const Range& limits, double leastSpan);

}  // namespace linecheck::ui
