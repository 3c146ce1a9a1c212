#pragma once

#include <optional>
#include <string>
#include <vector>

#include "measure/gate.h"
#include "measure/reading.h"
#include "prediction/finding.h"
#include "prediction/loop.h"
#include "prediction/prediction.h"

namespace linecheck::prediction {

/// Two standard deviations: beyond that it is no chance.
inline constexpr double kCoverage = 2.0;

/// A measured figure beside what the chain predicts.
struct ComparedFigure {
  measure::Figure measured;
  ExpectedFigure expected;
  /// Measured − predicted best value, or from the nearest bound where there is none; 0 between
  /// open bounds. Empty if nothing was measured.
  std::optional<double> difference;
  double uncertainty = 0.0;  ///< One standard deviation of both together, beside the bounds.
  /// Outside of the predicted range by more than kCoverage of it.
  bool isBeyond = false;
};

struct Comparison {
  std::vector<ComparedFigure> figures;   ///< In the reading's order; of those that are predicted.
  std::vector<Unpredicted> unpredicted;  ///< Of those that were measured.
  std::vector<Finding> findings;         ///< One for each kind and channel, or for all alike.
};

/// Holds a reading against the prediction of its procedure, and looks for what explains where they
/// differ. What is better than predicted is no finding: less noise, distortion or crosstalk, later
/// clipping. The loop is the one that the prediction was made for.
/// Where the chain cannot tell the loop's gain, the check of the path can: `path`, if it was made.
[[nodiscard]] Comparison compare(const Loop& loop, const measure::Reading& reading,
                                 const Prediction& prediction,
                                 const measure::PathReport* path = nullptr);

}  // namespace linecheck::prediction
