#pragma once

#include <filesystem>
#include <string_view>

#include "chain/desk.h"
#include "profiles/library.h"

namespace linecheck::chain::testing {

/// The profiles that are shipped, without any of the user's.
inline const profiles::Library& shippedLibrary() {
  static const profiles::Library kLibrary = profiles::Library::load(
      {std::filesystem::path(LINECHECK_SOURCE_DIR) / "device-profiles", {}});
  return kLibrary;
}

inline const profiles::Profile* shippedProfile(std::string_view id) {
  const profiles::Library::Entry* entry = shippedLibrary().find(id);
  return entry ? &entry->profile : nullptr;
}

}  // namespace linecheck::chain::testing
