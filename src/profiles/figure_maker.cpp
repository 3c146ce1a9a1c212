#include "profiles/figure_maker.h"

#include <cmath>

namespace linecheck::profiles {

std::string numberFault(double number, std::string_view unit, Sign sign) {
  const std::string figure = "A figure in " + std::string(unit);
  // All units without a rule for the sign are decibels.
  if (!(std::abs(number) <= (sign == Sign::any ? 1000.0 : 1e12))) {
    return figure + " cannot be that great.";
  }
  if (sign == Sign::notNegative && number < 0.0) return figure + " cannot be negative.";
  if (sign == Sign::positive && number <= 0.0) return figure + " must be greater than 0.";
  return {};
}

std::string numbersFault(const Written& written, Sign sign) {
  if (!written.value && !(written.low && written.high)) {
    return written.low || written.high ? "A range with an open end needs a value beside it."
                                       : "The number is missing.";
  }
  if (written.low && written.high && *written.low > *written.high) {
    return "The lower bound is above the upper one.";
  }
  if (written.value && ((written.low && *written.value < *written.low) ||
                        (written.high && *written.value > *written.high))) {
    return "The value lies outside its range.";
  }
  for (const std::optional<double>& number : {written.value, written.low, written.high}) {
    if (!number) continue;
    if (std::string fault = numberFault(*number, written.unit, sign); !fault.empty()) return fault;
  }
  return {};
}

}  // namespace linecheck::profiles
