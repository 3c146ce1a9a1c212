#pragma once

#include <filesystem>
#include <string>

namespace linecheck {

/// A path as UTF-8 for a message; never throws for a name that the system's encoding lacks.
[[nodiscard]] inline std::string pathText(const std::filesystem::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

}  // namespace linecheck
