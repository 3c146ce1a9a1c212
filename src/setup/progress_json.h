#pragma once

#include "base/result.h"
#include "json/document.h"
#include "json/format.h"
#include "json/value.h"
#include "setup/progress.h"

namespace linecheck::setup {

/// "linecheck.setup-state/1"
[[nodiscard]] const json::Format& progressFormat();

[[nodiscard]] json::Object toJson(const Progress& progress);

/// Reads what `toJson` wrote, or all that is wrong with it. Whether the desk is still the same does
/// not matter here; see stillValid.
[[nodiscard]] ResultOrErrors<Progress> readProgress(const json::Document& document);

}  // namespace linecheck::setup
