#pragma once

#include <string>

#include "json/value.h"

namespace linecheck::json {

/// The document as text, without a newline at its end; `indent` is the number of spaces per level,
/// 0 writes one line. A number has the fewest digits that read back as the same double. Bytes that
/// are not UTF-8 (a file name can hold them) become U+FFFD. Thread-safe: yes.
[[nodiscard]] std::string toText(const Value& value, int indent = 2);

/// How a document is laid out for readers.
struct Layout {
  int indent = 2;                 ///< As above.
  bool plainListsInline = false;  ///< A list without objects and lists in it takes one line.
};

[[nodiscard]] std::string toText(const Value& value, const Layout& layout);

}  // namespace linecheck::json
