#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "levels/estimate.h"
#include "measure/reading.h"
#include "prediction/trust.h"

namespace linecheck::prediction {

/// What a chain says of a figure before it is measured, in that figure's unit.
struct ExpectedFigure {
  std::string id;
  measure::Unit unit = measure::Unit::db;
  std::optional<int> channel;
  levels::Estimate<double> value;
  Trust trust;
};

/// A word that a measurement should tell.
struct ExpectedStatement {
  std::string id;
  std::string word;
  std::optional<int> channel;
};

/// A curve that a measurement should show.
struct ExpectedTrace {
  measure::Trace trace;
  Trust trust;
};

/// A figure of which the chain gives bounds at the most, and what would have to be told to know it.
struct Unpredicted {
  std::string id;
  std::optional<int> channel;
  levels::MissingSet missing;

  bool operator==(const Unpredicted&) const = default;
};

struct Prediction {
  std::vector<ExpectedFigure> figures;
  std::vector<ExpectedStatement> statements;
  std::vector<ExpectedTrace> traces;
  std::vector<Unpredicted> unpredicted;

  /// Null if nothing is said of it.
  [[nodiscard]] const ExpectedFigure* figure(std::string_view id,
                                             std::optional<int> channel = {}) const;
  [[nodiscard]] const ExpectedStatement* statement(std::string_view id,
                                                   std::optional<int> channel = {}) const;
};

}  // namespace linecheck::prediction
