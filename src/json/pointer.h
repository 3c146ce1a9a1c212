#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace linecheck::json {

/// The JSON pointer (RFC 6901) of a member of the object at `parent`.
[[nodiscard]] std::string pointerTo(std::string_view parent, std::string_view key);
/// The JSON pointer of an item, counted from 0, of the list at `parent`.
[[nodiscard]] std::string pointerTo(std::string_view parent, std::size_t index);

/// "file.json#/ports/0/impedance", or only the name for the whole document.
[[nodiscard]] std::string place(std::string_view documentName, std::string_view pointer);

/// Text from a document, in quotes for a message: one line, shortened if it is long.
[[nodiscard]] std::string inQuotes(std::string_view text);

}  // namespace linecheck::json
