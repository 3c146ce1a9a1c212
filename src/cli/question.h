#pragma once

#include <optional>
#include <string>

#include "cli/command.h"

namespace linecheck::cli {

/// Asks on stderr; none if there is no answer, for the input ended or Ctrl-C was pressed. The
/// session has somebody who can be asked.
[[nodiscard]] std::optional<std::string> ask(const Session& session, const std::string& question);

/// Whether the answer is yes. Anything else is no.
[[nodiscard]] bool agrees(const Session& session, const std::string& question);

}  // namespace linecheck::cli
