#pragma once

#include "json/value.h"
#include "measure/procedure_result.h"

namespace linecheck::cli {

/// `path` of linecheck.measurement/1: what the check of the path found; null if none was made.
[[nodiscard]] json::Value pathJson(const measure::PathReport* path);

/// The linecheck.measurement/1 document of a procedure.
[[nodiscard]] json::Object procedureJson(const measure::ProcedureResult& result);

}  // namespace linecheck::cli
