#include "profiles/figure.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace linecheck::profiles {
namespace {

/// As few digits as the number needs, a true minus and never an exponent: "0.00006".
std::string inDigits(double number) {
  std::array<char, 400> text{};
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed).ptr;
  const std::string digits(text.data(), end);
  return number < 0.0 ? "−" + digits.substr(1) : digits;
}

/// Signs in place of the letters that are easier to type, after a thin space.
std::string unitSuffix(std::string unit) {
  if (const auto at = unit.find("ohm"); at != std::string::npos) unit.replace(at, 3, "Ω");
  if (unit == "uV") unit = "µV";
  return "\u2009" + unit;
}

}  // namespace

std::string toText(const Written& written) {
  const std::string unit = unitSuffix(written.unit);
  const std::string value = written.value ? inDigits(*written.value) : "";
  const std::string low = written.low ? inDigits(*written.low) : "";
  const std::string high = written.high ? inDigits(*written.high) : "";
  if (!low.empty() && !high.empty()) {
    return value.empty() ? fmt::format("{}–{}{}", low, high, unit)
                         : fmt::format("{}{} ({}–{})", value, unit, low, high);
  }
  // A bound on which the value sits is all that the source says.
  const std::string bound = !low.empty()    ? "at least " + low
                            : !high.empty() ? "at most " + high
                                            : "";
  if (bound.empty()) return fmt::format("{}{}", value, unit);
  if (value == low || value == high) return fmt::format("{}{}", bound, unit);
  return fmt::format("{}{} ({})", value, unit, bound);
}

}  // namespace linecheck::profiles
