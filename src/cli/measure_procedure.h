#pragma once

#include "cli/command.h"
#include "measure/procedure.h"

namespace linecheck::cli {

/// Adds `measure ID` with one option for each parameter of the procedure.
void addProcedure(CLI::App& measure, Session& session, const measure::Procedure& procedure);

/// Adds `measure level-match`.
void addLevelMatch(CLI::App& measure, Session& session);

/// Adds `measure all`.
void addCheckup(CLI::App& measure, Session& session);

}  // namespace linecheck::cli
