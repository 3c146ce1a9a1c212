#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "measure/reading.h"

namespace linecheck::measure {

/// What a linecheck.measurement/1 document of a procedure tells, to lay it over a new run.
struct SavedReading {
  std::string kind;  ///< The procedure's id; this program need not know it.
  Reading reading;   ///< Without figures if the path was not usable.
};

/// Reads what `procedureJson` wrote: each value comes back as it was, but for gaps that were −∞.
/// Keys that it does not know are passed over, for later programs write more. Errors: as
/// `json::parseFile`; `badInput` with its place for what is no such document, `unsupported` for one
/// of a later version.
[[nodiscard]] Result<SavedReading> loadReading(const std::filesystem::path& file);

}  // namespace linecheck::measure
