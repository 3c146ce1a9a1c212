#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/interrupt.h"
#include "cli/measure_context.h"
#include "cli/severity.h"
#include "cli/stream_choice.h"
#include "measure/procedure_result.h"

/// What the parts of `measure KIND` share.
namespace linecheck::cli {

struct ProcedureArguments {
  const measure::Procedure* procedure = nullptr;
  StreamArguments stream;
  std::map<std::string, double> values;  ///< Those that were typed.
  std::vector<std::string> recordings;
  MeasureContext context;
  std::string save;
  std::optional<Severity> failOn;

  /// As typed, and else as they usually are. `usage` names the option that is missing or off.
  [[nodiscard]] Result<measure::Values> checkedValues(
      const measure::Values& usual = measure::Values()) const;
};

/// All that was measured, and why that is less than was asked for.
struct Measured {
  measure::ProcedureResult result;  ///< Of at least one recording.
  std::optional<Error> ended;       ///< What came in between; none if nothing did.
};

/// The error for a measurement that Ctrl-C ended.
[[nodiscard]] Error stoppedEarly();

/// Plays and captures all steps. An error, or Ctrl-C, after the first recording leaves what was
/// recorded until then.
[[nodiscard]] Result<Measured> measureLive(const Session& session,
                                           const ProcedureArguments& arguments,
                                           Interrupt& interrupt);

/// Reads saved captures again: the same figures, bit for bit. Settings that are not typed are those
/// that were saved; a typed one that differs is an error of `usage`.
[[nodiscard]] Result<Measured> measureFiles(const Session& session,
                                            const ProcedureArguments& arguments);

/// "run.wav" for the only step, from 0; "run-2.wav" for the second of several.
[[nodiscard]] std::filesystem::path fileOfStep(const std::filesystem::path& file, std::size_t step,
                                               std::size_t steps);

}  // namespace linecheck::cli
