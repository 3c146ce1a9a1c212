#include "base/number_text.h"

#include <fmt/format.h>

#include <cmath>

namespace linecheck {

std::string numberText(double value, int decimals, std::string_view unit) {
  std::string text = std::isinf(value) ? "∞" : fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool isZero = text.find_first_not_of("0.") == std::string::npos;
  if (value < 0.0 && !isZero) text.insert(0, "−");
  if (!unit.empty()) text.append("\u2009").append(unit);
  return text;
}

}  // namespace linecheck
