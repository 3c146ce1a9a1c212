#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chain/desk.h"
#include "json/value.h"
#include "setup/changes.h"
#include "setup/state.h"

/// How a guided set-up stands, for the command line.
namespace linecheck::cli {

struct SetupReport {
  const chain::Desk& desk;
  std::string file;
  std::vector<setup::StepState> steps;
  /// Whether all was measured that was wanted; empty if nothing was wanted.
  std::optional<bool> isComplete{};
  bool isCompared = false;
  /// What has changed since the readings of the state file; empty if it had none.
  std::optional<std::vector<setup::ReadingChange>> changes{};
};

/// The linecheck.setup/1 document; docs/command-line.md names the keys.
[[nodiscard]] json::Object setupJson(const SetupReport& report);
/// The same for people, to be printed.
[[nodiscard]] std::string setupText(const SetupReport& report);

}  // namespace linecheck::cli
