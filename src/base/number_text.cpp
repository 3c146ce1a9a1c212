#include "base/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace linecheck {

std::string numberText(double value, int decimals, std::string_view unit) {
  std::string text = std::isinf(value) ? "∞" : fmt::format("{:.{}f}", std::abs(value), decimals);
  const bool isZero = text.find_first_not_of("0.") == std::string::npos;
  if (value < 0.0 && !isZero) text.insert(0, "−");
  if (!unit.empty()) text.append("\u2009").append(unit);
  return text;
}

std::string probabilityText(double probability) {
  if (probability < 0.005) return "<\u20091\u2009%";
  return numberText(100.0 * std::min(probability, 0.99), 0, "%");
}

}  // namespace linecheck
