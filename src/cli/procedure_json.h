#pragma once

#include "cli/measure_context.h"
#include "json/value.h"

namespace linecheck::cli {

/// The linecheck.measurement/1 document of a procedure.
[[nodiscard]] json::Object procedureJson(const ResultBeside& beside);

}  // namespace linecheck::cli
