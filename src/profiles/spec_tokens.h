#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linecheck::profiles::spec {

/// A piece of a pasted line.
struct Token {
  enum class Kind { number, word, symbol };
  Kind kind = Kind::symbol;
  std::size_t begin = 0;  ///< In bytes.
  std::size_t length = 0;
  std::string text;    ///< As written, with "ohm" for the sign.
  std::string folded;  ///< Lower case, without accents.
  double value = 0.0;  ///< Of a number.
  std::string fault;   ///< Why a number is none, or more than one; else empty.

  [[nodiscard]] bool isNumber() const { return kind == Kind::number; }
  [[nodiscard]] bool isWord() const { return kind == Kind::word; }
  [[nodiscard]] bool is(std::string_view what) const { return !isNumber() && folded == what; }
  [[nodiscard]] std::size_t end() const { return begin + length; }
};

/// Parts a line into numbers, words and symbols. Signs that mean the same become one: every dash
/// "-", "+/-" "±", "…" "..", "≤" "<", "≈" "~". A line break is the symbol ";".
[[nodiscard]] std::vector<Token> tokens(std::string_view line);

}  // namespace linecheck::profiles::spec
