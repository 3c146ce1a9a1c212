#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "base/result.h"
#include "json/document.h"
#include "measure/calibration_record.h"
#include "profiles/locations.h"

/// The user's calibrations, kept in one file, "linecheck.calibrations/1".
namespace linecheck::measure {

/// "calibrations.json" in the program's folder for the user's data, which is that of the user's
/// profiles. Empty if there is no home.
[[nodiscard]] std::filesystem::path calibrationsFile(const profiles::Environment& environment);
/// With the environment of this process.
[[nodiscard]] std::filesystem::path calibrationsFile();

/// The calibrations of a document, or everything that is wrong with it, each fault with its JSON
/// pointer; a key that nobody knows is one. `unsupported` if it is newer than this program.
[[nodiscard]] ResultOrErrors<Calibrations> readCalibrations(const json::Document& document);

/// None if the file is not there. A broken one is told and never touched.
[[nodiscard]] ResultOrErrors<Calibrations> loadCalibrations(const std::filesystem::path& file);

/// The text of the file.
[[nodiscard]] std::string toText(const Calibrations& calibrations);

/// Adds a record in place of what is there for the same channels, rate and settings: a record of
/// several channels keeps those that the new one does not tell. Returns all there
/// are now. Reads the file anew, so that nothing another program saved meanwhile is lost, and
/// writes it whole or not at all. A file with faults stays as it is, and they are returned;
/// `notFound` if there is no home.
[[nodiscard]] ResultOrErrors<Calibrations> addCalibration(const std::filesystem::path& file,
                                                          const CalibrationRecord& record);

/// Removes the record at `index`, from 0, and returns what is left; `notFound` if there is none.
[[nodiscard]] ResultOrErrors<Calibrations> removeCalibration(const std::filesystem::path& file,
                                                             std::size_t index);

}  // namespace linecheck::measure
