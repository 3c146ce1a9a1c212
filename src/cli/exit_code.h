#pragma once

#include "base/error.h"

namespace linecheck::cli {

/// What the program's exit status means; a contract with scripts.
enum class ExitCode : int {
  done = 0,
  found = 1,        ///< Done, and something at or above --fail-on was found.
  badInput = 2,     ///< Bad usage or a bad input file.
  audioDevice = 3,  ///< A device could not be opened, lacks what was asked, or was lost.
  invalid = 4,      ///< The measurement lost samples or could not be made.
};

/// The exit status that reports an error of this kind.
[[nodiscard]] ExitCode exitCodeFor(ErrorCode code);

}  // namespace linecheck::cli
