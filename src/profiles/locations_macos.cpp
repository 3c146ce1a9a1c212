#include <mach-o/dyld.h>

#include <cstdint>

#include "profiles/locations.h"

namespace linecheck::profiles::system {

std::optional<std::filesystem::path> programFolder() {
  std::uint32_t size = 0;
  _NSGetExecutablePath(nullptr, &size);
  std::string program(size, '\0');
  if (_NSGetExecutablePath(program.data(), &size) != 0) return std::nullopt;
  program.resize(program.find('\0'));
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(program, error);
  return error ? std::nullopt : std::optional(real.parent_path());
}

std::filesystem::path installedData(const std::filesystem::path& programFolder) {
  return programFolder.parent_path() / "Resources";
}

std::optional<std::filesystem::path> userData(const Environment& environment) {
  const auto home = environment("HOME");
  if (!home) return std::nullopt;
  return std::filesystem::path(*home) / "Library" / "Application Support" / "Linecheck";
}

}  // namespace linecheck::profiles::system
