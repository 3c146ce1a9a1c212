#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace linecheck::cli {

/// Columns that a text takes: its UTF-8 characters, which stand one column wide each in what
/// Linecheck prints.
[[nodiscard]] inline std::size_t columnsOf(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// `text` with spaces up to `width` columns, and at least one.
[[nodiscard]] inline std::string padded(std::string text, std::size_t width) {
  const std::size_t columns = columnsOf(text);
  return text.append(std::max<std::size_t>(1, width > columns ? width - columns : 0), ' ');
}

/// An id as words: "ground_loop" as "ground loop".
[[nodiscard]] inline std::string spaced(std::string_view id) {
  std::string text(id);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace linecheck::cli
