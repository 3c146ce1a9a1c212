#pragma once

#include <string>

#include "chain/desk.h"
#include "cli/command.h"
#include "setup/progress.h"

namespace linecheck::cli {

/// Reads the system's sound settings and takes those of one output as of now: the one that `output`
/// names as `system::findEndpoint` does, or, if that is empty, the desk's; which one it was is told
/// on stderr. Where they cannot be read, or the system has no output, that is told, and the answer
/// is false. An error only for a name that does not fit.
[[nodiscard]] Result<bool> takeSystem(const Session& session, const chain::Desk& desk,
                                      const std::string& output, setup::Progress& progress);

}  // namespace linecheck::cli
