#pragma once

#include <string>

#include "measure/procedure_result.h"

namespace linecheck::cli {

/// What the check of the path found, one line each with what to do about it and the menus of this
/// operating system; "The path is clean." if it found nothing.
[[nodiscard]] std::string pathText(const measure::PathReport& path);

/// Figures and statements of a procedure as a table for people, its path before them.
[[nodiscard]] std::string procedureText(const measure::ProcedureResult& result);

}  // namespace linecheck::cli
