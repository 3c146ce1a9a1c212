#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "profiles/library.h"

/// The user's own profiles, one file each below their folder.
namespace linecheck::profiles {

/// What to do where a profile with the same id is there already.
enum class Clash {
  refuse,         ///< Leave one of the user's own alone, and any of another device.
  replaceDevice,  ///< Replace one of the same kind, maker and model: it was edited.
  replaceAny,     ///< Replace whatever it is; the user was asked.
};

/// Writes a profile into the user's folder and says where: whole or not at all, over the file of
/// the user's profile with that id, or into a new one. A shipped profile of the same device is not
/// touched; the user's takes its place. No other file is ever written over. Faults of the profile,
/// a refused clash and `io` come back as errors.
[[nodiscard]] ResultOrErrors<std::filesystem::path> saveProfile(const Profile& profile,
                                                                const Library& library,
                                                                const Locations& locations,
                                                                Clash clash);

/// Why `saveProfile` would refuse the id; empty if it would not.
[[nodiscard]] std::string clashOf(const Profile& profile, const Library& library, Clash clash);

/// Deletes one of the user's own profiles; a shipped one of the same id is in use again. `notFound`
/// if there is none, `usage` if only the program brings one.
[[nodiscard]] Result<void> removeProfile(const std::string& id, const Library& library);

/// Writes one file to share, which `saveProfile` takes elsewhere. `usage` if the file is there
/// already and may not be replaced.
[[nodiscard]] Result<void> exportProfile(const Profile& profile, const std::filesystem::path& file,
                                         bool mayReplace);

}  // namespace linecheck::profiles
