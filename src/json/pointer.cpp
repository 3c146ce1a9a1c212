#include "json/pointer.h"

#include <algorithm>

namespace linecheck::json {
namespace {

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool continuesCharacter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

std::string pointerTo(std::string_view parent, std::string_view key) {
  std::string pointer(parent);
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

std::string pointerTo(std::string_view parent, std::size_t index) {
  return std::string(parent) + '/' + std::to_string(index);
}

std::string place(std::string_view documentName, std::string_view pointer) {
  std::string where(documentName);
  if (!pointer.empty()) where.append("#").append(pointer);
  std::ranges::replace_if(where, isControl, ' ');
  return where;
}

std::string inQuotes(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::size_t length = text.size();
  if (length > kLongest) {
    length = kLongest;
    while (length > 0 && continuesCharacter(text[length])) --length;
  }
  std::string result = "\"" + std::string(text.substr(0, length));
  std::ranges::replace_if(result, isControl, ' ');
  return result + (length < text.size() ? "…\"" : "\"");
}

}  // namespace linecheck::json
