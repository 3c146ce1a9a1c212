#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/stream_choice.h"
#include "json/value.h"
#include "measure/calibration_reading.h"
#include "measure/calibration_store.h"

/// What the parts of the command `calibrate` share.
namespace linecheck::cli {

/// Which channels a calibration is of, and how the controls stand.
struct CalibrationArguments {
  StreamArguments stream;
  std::vector<int> channels = {1};
  std::vector<std::string> controls;

  void addTo(CLI::App& command);
  /// Channels, ascending and without doubles.
  [[nodiscard]] std::vector<int> sortedChannels() const;
  /// `usage` for one that is not written "name=value", or twice.
  [[nodiscard]] Result<measure::ControlSettings> settings() const;
};

/// The meter and what it read.
struct MeterArguments {
  std::optional<std::string> reading;
  double percent = 1.0;
  double digits = 1.0;
  bool isTrueRms = false;
  measure::Probes probes = measure::Probes::unbalanced;

  void addTo(CLI::App& command);
  /// A reading at this tone, before it is judged.
  [[nodiscard]] measure::KnownByMeter at(const measure::MeterDisplay& display,
                                         const measure::TestTone& tone) const;
  [[nodiscard]] measure::MeterBand band() const {
    return isTrueRms ? measure::MeterBand::wide : measure::MeterBand::unknown;
  }
};

/// Now, in whole seconds.
[[nodiscard]] std::chrono::sys_seconds today();

/// The user's calibrations, or every fault of their file on stderr and none.
[[nodiscard]] std::optional<measure::Calibrations> openCalibrations(const Session& session);

/// Saves the records and prints them with what to be wary of.
[[nodiscard]] Result<ExitCode> saveAndPrint(const Session& session,
                                            const std::vector<measure::CalibrationRecord>& records,
                                            const std::vector<measure::ReadingCaution>& cautions);

/// Tells all of a document's errors on stderr; the exit status of the first.
[[nodiscard]] ExitCode tellErrors(const Session& session, const Errors& errors);

/// One record for people, on one line.
[[nodiscard]] std::string recordText(const measure::CalibrationRecord& record);
/// The record as in the file, with its number, from 1, in front; an unknown uncertainty is null.
[[nodiscard]] json::Object recordJson(std::size_t number, const measure::CalibrationRecord& record);

// Each adds one subcommand of `calibrate`.
void addCalibrateFromProfile(CLI::App& command, Session& session);
void addCalibrateInput(CLI::App& command, Session& session);
void addCalibrateList(CLI::App& command, Session& session);
void addCalibrateOutput(CLI::App& command, Session& session);
void addCalibrateRemove(CLI::App& command, Session& session);

}  // namespace linecheck::cli
