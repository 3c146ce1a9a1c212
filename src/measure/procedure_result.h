#pragma once

#include <vector>

#include "measure/procedure.h"

namespace linecheck::measure {

/// One run of a procedure, all its steps.
struct ProcedureResult {
  const Procedure* procedure = nullptr;
  Values values;
  std::vector<Recording> recordings;
  Reading reading;  ///< Empty if a path was not usable: no figure is shown from it.

  /// The path's check, of the first step that had one; none if no step has a loop.
  [[nodiscard]] const PathReport* path() const;
};

/// Reads the figures off the recordings of all steps, if their paths are usable.
[[nodiscard]] ProcedureResult resultOf(const Procedure& procedure, const Values& values,
                                       std::vector<Recording> recordings);

}  // namespace linecheck::measure
