#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linecheck::chain {

/// Why this cannot be a name or another text of the user's; nothing if it can. It is empty, or one
/// line of UTF-8 with more than blanks, of at most 1000 bytes.
[[nodiscard]] std::optional<std::string> textFault(std::string_view text);

}  // namespace linecheck::chain
