#pragma once

namespace linecheck::cli {

/// Whether somebody sits at a terminal who can be asked.
[[nodiscard]] bool isTerminalAttended();

}  // namespace linecheck::cli
