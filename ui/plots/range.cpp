#include "plots/range.h"

#include <algorithm>

namespace linecheck::ui {

Range zoomed(const Range& range, double anchor, double factor) {
  return {anchor + (range.low - anchor) * factor, anchor + (range.high - anchor) * factor};
}

Range shifted(const Range& range, double by) {
  return {range.low + by, range.high + by};
}

Range within(const Range& range, const Range& limits, double leastSpan) {
  const double span = std::clamp(range.span(), std::min(leastSpan, limits.span()), limits.span());
  const double middle = (range.low + range.high) / 2;
  const double low = std::clamp(middle - span / 2, limits.low, limits.high - span);
  return {low, low + span};
}

}  // namespace linecheck::ui
