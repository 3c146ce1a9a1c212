#pragma once

#include <string>
#include <string_view>

namespace linecheck {

/// A number as users read it, in any locale: fixed decimals, a true minus sign, "−∞", and a thin
/// space before the unit: "−96.2 dBFS". Never "−0.0". An empty unit leaves the number alone.
[[nodiscard]] std::string numberText(double value, int decimals, std::string_view unit = {});

}  // namespace linecheck
