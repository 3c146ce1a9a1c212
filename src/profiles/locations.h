#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace linecheck::profiles {

/// Where profiles are kept.
struct Locations {
  std::filesystem::path shipped;  ///< Come with the program.
  std::filesystem::path user;     ///< The user's own; need not exist. Empty if there is no home.
};

/// A variable of the environment, if it is set to something.
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// The shipped folder is the one named in LINECHECK_PROFILES; else the installed one, found from
/// the program's own place; else the one in the source tree that it was built from. The user's
/// is "device-profiles" in the program's folder for data, which is
/// $XDG_DATA_HOME/linecheck or ~/.local/share/linecheck on Linux, %APPDATA%\Linecheck on Windows
/// and ~/Library/Application Support/Linecheck on macOS.
[[nodiscard]] Locations locations(const Environment& environment);
/// With the environment of this process.
[[nodiscard]] Locations locations();

/// What differs between operating systems.
namespace system {

/// The folder of the running program.
[[nodiscard]] std::optional<std::filesystem::path> programFolder();
/// The folder of installed data, seen from that of the program.
[[nodiscard]] std::filesystem::path installedData(const std::filesystem::path& programFolder);
/// The user's folder for the program's data.
[[nodiscard]] std::optional<std::filesystem::path> userData(const Environment& environment);

}  // namespace system
}  // namespace linecheck::profiles
