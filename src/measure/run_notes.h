#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "measure/parameters.h"
#include "units/decibels.h"
#include "units/level.h"

namespace linecheck::measure {

/// What a sequence was composed from: kept with its capture, so that this is never read as what it
/// is not.
struct RunNotes {
  std::string procedure;                 ///< Its id.
  int step = 1;                          ///< From 1.
  int outputs = 2;                       ///< Channels that were played to.
  Values values;                         ///< The procedure's own.
  DecibelsFs gateLevel;                  ///< As `GateOptions::level`.
  std::optional<Decibels> expectedGain;  ///< As `GateOptions::expectedGain`.

  bool operator==(const RunNotes&) const = default;
};

/// `usage`, naming what differs, unless a capture with the notes `saved` may be read as `wanted`.
/// The gain that is expected may differ, for it is judged and not played.
[[nodiscard]] Result<void> checkNotes(const RunNotes& saved, const RunNotes& wanted);

}  // namespace linecheck::measure
