#include <windows.h>

#include "profiles/locations.h"

namespace linecheck::profiles::system {

std::optional<std::filesystem::path> programFolder() {
  std::wstring program(32768, L'\0');  // The longest path that Windows has.
  const DWORD length =
      GetModuleFileNameW(nullptr, program.data(), static_cast<DWORD>(program.size()));
  if (length == 0 || length == program.size()) return std::nullopt;
  program.resize(length);
  return std::filesystem::path(program).parent_path();
}

std::filesystem::path installedData(const std::filesystem::path& programFolder) {
  return programFolder.parent_path() / "share" / "linecheck";
}

std::optional<std::filesystem::path> userData(const Environment& environment) {
  const auto data = environment("APPDATA");
  if (!data) return std::nullopt;
  return std::filesystem::path(*data) / "Linecheck";
}

}  // namespace linecheck::profiles::system
