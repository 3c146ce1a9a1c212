#include "profiles/locations.h"

namespace linecheck::profiles::system {

std::optional<std::filesystem::path> programFolder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::nullopt : std::optional(program.parent_path());
}

std::filesystem::path installedData(const std::filesystem::path& programFolder) {
  return programFolder.parent_path() / "share" / "linecheck";
}

// XDG Base Directory Specification: a relative path counts as not set.
std::optional<std::filesystem::path> userData(const Environment& environment) {
  if (const auto data = environment("XDG_DATA_HOME")) {
    if (const std::filesystem::path folder = *data; folder.is_absolute()) {
      return folder / "linecheck";
    }
  }
  if (const auto home = environment("HOME")) {
    return std::filesystem::path(*home) / ".local" / "share" / "linecheck";
  }
  return std::nullopt;
}

}  // namespace linecheck::profiles::system
