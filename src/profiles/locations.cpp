#include "profiles/locations.h"

#include <cstdlib>

namespace linecheck::profiles {
namespace {

constexpr const char* kFolder = "device-profiles";

std::filesystem::path shippedFolder(const Environment& environment) {
  if (const auto named = environment("LINECHECK_PROFILES")) return *named;
  if (const auto program = system::programFolder()) {
    std::error_code error;
    std::filesystem::path installed = system::installedData(*program) / kFolder;
    if (std::filesystem::is_directory(installed, error)) return installed;
  }
  return LINECHECK_PROFILES_DIR;
}

}  // namespace

Locations locations(const Environment& environment) {
  const auto data = system::userData(environment);
  return {shippedFolder(environment), data ? *data / kFolder : std::filesystem::path()};
}

Locations locations() {
  return locations([](const char* name) -> std::optional<std::string> {
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0' ? std::optional<std::string>(value) : std::nullopt;
  });
}

}  // namespace linecheck::profiles
