#include "system/module_arguments_linux.h"

namespace linecheck::system {
namespace {

constexpr std::string_view kBlanks = " \t\n\r";

/// Where the value that begins at `start` ends; empty if a quote is not closed.
std::optional<std::size_t> endOfValue(std::string_view text, std::size_t start) {
  char quote = 0;
  if (start < text.size() && (text[start] == '"' || text[start] == '\'')) quote = text[start];
  for (std::size_t at = quote != 0 ? start + 1 : start; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (quote != 0 ? text[at] == quote : kBlanks.find(text[at]) != kBlanks.npos) {
      return quote != 0 ? at + 1 : at;
    }
  }
  if (quote != 0) return std::nullopt;
  return text.size();
}

/// One argument; false if `key` is set twice, or `arguments` cannot be read.
bool setArgument(std::string& arguments, const ModuleArgument& set) {
  const std::string_view text = arguments;
  std::optional<std::size_t> valueAt;
  std::size_t valueLength = 0;
  for (std::size_t at = text.find_first_not_of(kBlanks); at != text.npos;) {
    const std::size_t equals = text.find('=', at);
    if (equals == text.npos || equals == at) return false;
    const std::string_view key = text.substr(at, equals - at);
    if (key.find_first_of(kBlanks) != key.npos) return false;
    const auto end = endOfValue(text, equals + 1);
    if (!end) return false;
    if (key == set.key) {
      if (valueAt) return false;
      valueAt = equals + 1;
      valueLength = *end - equals - 1;
    }
    at = text.find_first_not_of(kBlanks, *end);
  }
  if (valueAt) {
    arguments.replace(*valueAt, valueLength, set.value);
  } else {
    if (!arguments.empty()) arguments += ' ';
    arguments.append(set.key).append(1, '=').append(set.value);
  }
  return true;
}

}  // namespace

std::optional<std::string> withArguments(std::string_view arguments,
                                         const std::vector<ModuleArgument>& set) {
  std::string changed(arguments);
  for (const ModuleArgument& argument : set) {
    if (!setArgument(changed, argument)) return std::nullopt;
  }
  return changed;
}

}  // namespace linecheck::system
