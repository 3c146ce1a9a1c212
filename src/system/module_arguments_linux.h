#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace linecheck::system {

/// One of a module's arguments: `key=value`, the value without quotes.
struct ModuleArgument {
  std::string_view key;
  std::string_view value;  ///< Letters, digits, '.', '-' and '_' only.
};

/// `arguments`, as a sound server keeps them of a loaded module, with these ones set to other
/// values; those that are not there come at the end, and all else stays to the letter. Values may
/// be quoted ('…' or "…"), and a backslash makes the next character plain, as PulseAudio reads
/// them. Empty if `arguments` cannot be read that way, or a key to be set stands there twice.
[[nodiscard]] std::optional<std::string> withArguments(std::string_view arguments,
                                                       const std::vector<ModuleArgument>& set);

}  // namespace linecheck::system
