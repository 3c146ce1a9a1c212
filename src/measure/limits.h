#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "measure/reading.h"

namespace linecheck::measure {

/// Between which bounds a curve has to lie, in its own units: x rising, straight lines between the
/// points (over log x where x is a frequency), nothing asked beyond their ends. NaN is no bound.
struct Limits {
  struct Point {
    double x = 0.0;
    double lower = 0.0;
    double upper = 0.0;
  };
  std::vector<Point> points;
};

/// Reads `x,lower,upper` line by line; a line of names may come first, an empty field is no bound,
/// lines that are empty or begin with # are passed over. `badInput` with "name:line" for a line
/// that is none of that, for x that do not rise, for a lower bound above the upper one, and if
/// there is no point at all.
[[nodiscard]] Result<Limits> parseLimits(std::string_view csv, const std::string& name);

/// As parseLimits reads it, with a line of names.
[[nodiscard]] std::string limitsCsv(const Limits& limits);

/// The bounds `tolerance` ≥ 0 on both sides of a curve, in its unit of y. What is no number in it
/// is no point.
[[nodiscard]] Limits limitsAround(const Trace& trace, double tolerance);

/// How a curve lies within its limits.
struct Judgement {
  bool isWithin = true;
  bool isComplete = true;  ///< False if the curve does not reach over all of the limits.
  /// Where it is farthest out, or nearest to a bound; none if no bound was met.
  std::optional<double> x;
  /// From that bound to the curve: positive is out.
  double excess = 0.0;
};

/// Judges the points of a curve. Thread-safe: yes.
[[nodiscard]] Judgement judge(const Trace& trace, const Limits& limits);

/// The bounds at `x` ≥ 0; NaN beyond the limits' ends and where there is none.
[[nodiscard]] Limits::Point boundsAt(const Limits& limits, double x, Unit xUnit);

}  // namespace linecheck::measure
