#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"

namespace linecheck {

/// Writes a file whole or not at all: the content goes into a new file beside it ("<name>.part"),
/// which then takes its place and its permissions. A link is followed. `io` if that fails; what was
/// there before is there still.
[[nodiscard]] Result<void> replaceFile(const std::filesystem::path& file, std::string_view content);

}  // namespace linecheck
