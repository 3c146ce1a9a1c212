#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/device.h"
#include "chain/place.h"
#include "measure/reading.h"
#include "units/decibels.h"

namespace linecheck::prediction {

/// Something that would explain a finding.
struct Cause {
  /// "control-elsewhere", "system-volume-elsewhere", "one-contact-lost", "mono-sum",
  /// "sixteen-bits", "hum", "overdriven", "other-output", "system-mixer", "past-mixer".
  std::string id;
  chain::Place where;                      ///< A device, its port or control, or a cable.
  std::optional<chain::Setting> stands{};  ///< As the chain has it.
  std::optional<chain::Setting> would{};   ///< Where it would have to stand.
  Decibels left{};                         ///< What it would leave unexplained.

  bool operator==(const Cause&) const = default;
};

/// A figure that is not what the chain predicts. Its words are in texts.h.
struct Finding {
  /// "gain-off", "loop-gain-off" (against the gain that the check of the path expects),
  /// "noise-high", "distortion-high", "clips-early", "crosstalk-high", "output-impedance-off",
  /// "headphone-impedance-off", "limiter-found", "limiter-missing".
  std::string id;
  std::string figure;  ///< Or of a statement.
  measure::Unit unit = measure::Unit::db;
  std::optional<int> channel;  ///< Empty: all alike.
  /// Measured − predicted; from the nearest bound where there is no best value. Of a statement 0.
  double difference = 0.0;
  double uncertainty = 0.0;     ///< One standard deviation of both together.
  std::vector<Cause> causes{};  ///< The likeliest first; may be empty.

  bool operator==(const Finding&) const = default;
};

}  // namespace linecheck::prediction
