#include "chain/bounds.h"

#include <fmt/format.h>

namespace linecheck::chain {

std::optional<std::string> outside(const Bounds& bounds, double number) {
  if (number >= bounds.low && number <= bounds.high) return std::nullopt;
  const std::string_view space = bounds.unit.empty() ? "" : " ";
  return fmt::format("{} lies between {} and {}{}{}.", bounds.what, bounds.low, bounds.high, space,
                     bounds.unit);
}

}  // namespace linecheck::chain
