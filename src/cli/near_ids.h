#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "profiles/library.h"

namespace linecheck::cli {

/// The words that somebody may have meant, up to three, the nearest first.
[[nodiscard]] std::vector<std::string> nearWords(std::string_view typed,
                                                 const std::vector<std::string>& among);

/// A sentence that names the ids which somebody may have meant, up to three, or else where all of
/// them are listed: "Did you mean topping-l30-ii?"
[[nodiscard]] std::string nearIdsText(std::string_view typed,
                                      const std::vector<const profiles::Library::Entry*>& among);

}  // namespace linecheck::cli
