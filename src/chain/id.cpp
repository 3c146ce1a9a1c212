#include "chain/id.h"

#include <algorithm>

namespace linecheck::chain {
namespace {

constexpr std::size_t kLongest = 64;

bool isLetterOrDigit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool isValidId(std::string_view text) {
  return !text.empty() && text.size() <= kLongest && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return c == '-' || isLetterOrDigit(c); });
}

std::string makeId(std::string_view name, const std::function<bool(const std::string&)>& isTaken) {
  // Room for a number behind it.
  constexpr std::size_t kLongestStem = kLongest - 12;
  std::string stem;
  for (const char original : name) {
    const char c = lower(original);
    if (isLetterOrDigit(c)) {
      stem += c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
    if (stem.size() == kLongestStem) break;
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  if (stem.empty()) stem = "part";

  std::string id = stem;
  for (int number = 2; isTaken(id); ++number) id = stem + '-' + std::to_string(number);
  return id;
}

}  // namespace linecheck::chain
