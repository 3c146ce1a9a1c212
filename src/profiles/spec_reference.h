#pragma once

#include <optional>
#include <span>
#include <string>

#include "profiles/sensitivity.h"
#include "profiles/spec_quantity.h"
#include "profiles/spec_tokens.h"

namespace linecheck::profiles::spec {

/// What follows the decibels of a sensitivity: "/mW", "SPL/V @ 1 kHz", "(1 kHz, 1 mW)".
struct ReferenceClause {
  std::optional<Sensitivity::Reference> reference;
  std::string fault;    ///< A reference that is neither 1 mW nor 1 V; else empty.
  std::size_t end = 0;  ///< The first token after it.
};

/// Reads from token `at`, the first one after the decibels.
[[nodiscard]] ReferenceClause referenceAt(std::span<const Token> tokens, std::size_t at);

/// The reference that "1 mW" or "1 V" names.
[[nodiscard]] std::optional<Sensitivity::Reference> referenceOf(const Quantity& quantity);

}  // namespace linecheck::profiles::spec
