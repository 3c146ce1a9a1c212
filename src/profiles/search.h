#pragma once

#include <string_view>

#include "profiles/profile.h"

namespace linecheck::profiles {

/// How well a profile answers a query: each word must be found in the maker, the model, its other
/// names, or the kind ("amp" finds an amplifier), or it is 0. A whole word counts more than its
/// beginning, and that more than its inside; the model more than the maker, and that more than
/// the kind. Case, accents, spaces and hyphens do not matter: "l30ii" finds the L30 II.
[[nodiscard]] int relevance(const Profile& profile, std::string_view query);

}  // namespace linecheck::profiles
