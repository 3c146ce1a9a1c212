#include "chain/text_fault.h"

#include <algorithm>

#include "base/utf8.h"

namespace linecheck::chain {
namespace {

constexpr std::size_t kLongest = 1000;

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

}  // namespace

std::optional<std::string> textFault(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.size() > kLongest) return "This text is too long; shorten it.";
  if (!isUtf8(text)) return "This text is not UTF-8.";
  if (std::ranges::any_of(text, isControl)) return "This text must be one line without tabs.";
  if (std::ranges::all_of(text, [](char c) { return c == ' '; })) {
    return "This text has nothing but blanks in it.";
  }
  return std::nullopt;
}

}  // namespace linecheck::chain
