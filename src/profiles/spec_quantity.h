#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "profiles/figure.h"
#include "profiles/spec_tokens.h"

namespace linecheck::profiles::spec {

enum class Dimension { none, resistance, decibels, level, power, voltage, frequency, other };

/// A number, or a range of numbers, with its unit, at tokens [first, end).
struct Quantity {
  Written written;  ///< Its unit is one of the profile format.
  Dimension dimension = Dimension::none;
  std::optional<Weighting> weighting;  ///< "dBA"
  std::string fault;                   ///< Why it cannot be read for sure; else empty.
  std::size_t first = 0;
  std::size_t end = 0;

  /// Whether it is this number and no range.
  [[nodiscard]] bool isExactly(double number) const {
    return written.value == number && !written.low && !written.high;
  }
};

/// A unit without a number: the "mW" of "dB/mW".
[[nodiscard]] Dimension dimensionOf(const Token& token);

/// The quantity that begins at token `at` with its bound or its number; nothing if none does.
[[nodiscard]] std::optional<Quantity> quantityAt(std::span<const Token> tokens, std::size_t at);

}  // namespace linecheck::profiles::spec
