#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/desk_file.h"
#include "cli/severity.h"
#include "measure/calibrated.h"
#include "measure/procedure_run.h"
#include "prediction/compare.h"

namespace linecheck::cli {

/// A result with what the desk predicts and what its levels are in dBu, as far as either is known.
struct ResultBeside {
  const measure::ProcedureResult& result;
  measure::CalibratedResult calibrated;
  std::optional<prediction::Comparison> comparison;
  const prediction::Loop* loop = nullptr;  ///< Of the comparison.
};

/// `found` if the path's check or the comparison with the desk found something that bad: what the
/// path does for certain is `bad`, the rest `attention`.
[[nodiscard]] ExitCode exitCodeFor(const ResultBeside& beside, std::optional<Severity> failOn);

/// What the commands under `measure` know beside the device: the desk, the calibrations, and how
/// the controls stand.
class MeasureContext {
 public:
  void addTo(CLI::App& command);

  /// Reads the chain and the calibrations. Faults of a chain file go to stderr, and the answer is
  /// an error; calibrations that cannot be read are told and done without.
  [[nodiscard]] Result<void> load(const Session& session);
  /// The gate with the gain that this loop ought to have: as typed, else as saved, else 0 dB.
  [[nodiscard]] measure::GateOptions gate(const audio::StreamConfig& stream) const;
  [[nodiscard]] bool hasExpectedGain() const { return expectedGain_.has_value(); }
  [[nodiscard]] ResultBeside beside(const measure::ProcedureResult& result) const;

 private:
  std::string chain_;
  std::string from_;
  std::string to_;
  std::optional<double> expectedGain_;
  std::vector<std::string> controls_;
  std::shared_ptr<DeskFile> file_;
  std::optional<prediction::Loop> loop_;
  measure::Calibrations calibrations_;
  measure::ControlSettings settings_;
};

}  // namespace linecheck::cli
