#pragma once

#include <optional>

#include "matching/prepared.h"

namespace linecheck::matching {

/// The greatest sine that an output gives across a load, by its own limits.
struct Drive {
  Triple voltage;
  Limit limit = Limit::voltage;
  double ratedAt = kUnknown;  ///< The load of the rating that it was inferred from.
};

/// What is left at a load of the voltage without load, 0 to 1. Where it is not known it is at most
/// all of it.
[[nodiscard]] Triple shareAt(const PreparedOutput& output, const PreparedLoad& load);

/// From the greatest level without load and the ratings by load. A rating into this very load
/// counts; those into others bound it as an amplifier behaves: the voltage into more is no lower,
/// the current into less no lower. Into less than any rating the current counts as the limit.
[[nodiscard]] Drive driveInto(const PreparedOutput& output, const PreparedLoad& load,
                              const Triple& share);

}  // namespace linecheck::matching
