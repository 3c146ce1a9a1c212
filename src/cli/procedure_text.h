#pragma once

#include <string>

#include "cli/measure_context.h"

namespace linecheck::cli {

/// A procedure's figures as a table for people; before it what the check of the path found, with
/// what to do about it and the menus of this operating system; behind it what is not as the desk
/// predicts.
[[nodiscard]] std::string procedureText(const ResultBeside& beside);

}  // namespace linecheck::cli
