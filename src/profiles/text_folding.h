#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linecheck::profiles {

/// The words of a text, for comparing what people type: lower case, without accents, parted at
/// everything that is neither letter nor digit. Latin, Greek and Cyrillic letters are folded,
/// others stay as they are; bytes that are not UTF-8 part words. Thread-safe: yes.
[[nodiscard]] std::vector<std::string> foldedWords(std::string_view text);

}  // namespace linecheck::profiles
