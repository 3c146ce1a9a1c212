#pragma once

#include "cli/desk_check.h"
#include "json/value.h"

namespace linecheck::cli {

/// The keys of linecheck.check/1, all but "schema". docs/command-line.md describes them.
void addDeskCheck(json::Object& document, const chain::Desk& desk, const DeskCheck& check);

}  // namespace linecheck::cli
