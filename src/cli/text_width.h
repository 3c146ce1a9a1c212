#pragma once

#include <algorithm>
#include <string>

namespace linecheck::cli {

/// `text` with spaces up to `width` characters, and at least one; counts UTF-8 characters, which
/// stand one column wide each in what Linecheck prints.
[[nodiscard]] inline std::string padded(std::string text, std::size_t width) {
  const auto characters =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      }));
  return text.append(std::max<std::size_t>(1, width > characters ? width - characters : 0), ' ');
}

}  // namespace linecheck::cli
