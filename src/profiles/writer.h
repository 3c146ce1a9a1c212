#pragma once

#include <string>

#include "json/value.h"
#include "profiles/profile.h"

namespace linecheck::profiles {

/// A profile as a document of the newest format. Figures are written as their source prints them;
/// equal sources share one entry of the table, whose keys are made from the citations. What `load`
/// then reads equals `profile`, if that keeps the rules of the format; it is for `load` to tell
/// where it does not. Thread-safe: yes.
[[nodiscard]] json::Object toJson(const Profile& profile);

/// The same as the content of a file.
[[nodiscard]] std::string toFileText(const Profile& profile);

}  // namespace linecheck::profiles
