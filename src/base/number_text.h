#pragma once

#include <string>
#include <string_view>

namespace linecheck {

/// A number as users read it, in any locale: fixed decimals, a true minus sign, "−∞", and a thin
/// space before the unit: "−96.2 dBFS". Never "−0.0". An empty unit leaves the number alone.
[[nodiscard]] std::string numberText(double value, int decimals, std::string_view unit = {});

/// A probability worked out from measurements, 0…1: "94 %". Nothing is ever quite sure, or quite
/// out of the question: "99 %" at most, "< 1 %" at least.
[[nodiscard]] std::string probabilityText(double probability);

}  // namespace linecheck
