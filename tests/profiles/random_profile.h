#pragma once

#include "profiles/profile.h"

namespace linecheck::profiles {

/// Any profile that keeps the rules of the format, drawn inside a RapidCheck property.
[[nodiscard]] Profile randomProfile();

}  // namespace linecheck::profiles
