#pragma once

#include <string>
#include <vector>

namespace linecheck {

/// An English sentence with places %1, %2 … for its arguments, so that it can be translated.
struct Sentence {
  const char* text = "";
  std::vector<std::string> arguments{};

  /// The sentence in English with its arguments filled in.
  [[nodiscard]] std::string english() const;
};

}  // namespace linecheck
