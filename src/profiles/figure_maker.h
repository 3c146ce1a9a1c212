#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "profiles/figure.h"
#include "profiles/unit_table.h"

namespace linecheck::profiles {

/// What is wrong with one number in a unit of this sign, as a sentence; empty if nothing is.
[[nodiscard]] std::string numberFault(double number, std::string_view unit, Sign sign);
/// What is wrong with the numbers of a figure in a unit of this sign, as a sentence; empty if
/// nothing is. The rules are those of the format.
[[nodiscard]] std::string numbersFault(const Written& written, Sign sign);

/// "ohm, mohm, kohm": the units of a table, for a message.
template <class T>
[[nodiscard]] std::string unitNames(std::span<const Unit<T>> units) {
  std::string names;
  for (const Unit<T>& unit : units) names += (names.empty() ? "" : ", ") + std::string(unit.word);
  return names;
}

/// A figure as somebody gives it who read it somewhere; `badInput` if the unit is not in the table,
/// or the numbers make no sense in it.
template <class T, std::size_t N>
[[nodiscard]] Result<Figure<T>> makeFigure(const Written& written,
                                           const std::array<Unit<T>, N>& units,
                                           const Provenance& provenance) {
  for (const Unit<T>& unit : units) {
    if (unit.word != written.unit) continue;
    if (std::string fault = numbersFault(written, unit.sign); !fault.empty()) {
      return fail(ErrorCode::badInput, std::move(fault));
    }
    Figure<T> figure;
    figure.written = written;
    figure.provenance = provenance;
    if (written.low) figure.value.low = unit.make(*written.low);
    if (written.high) figure.value.high = unit.make(*written.high);
    figure.value.nominal =
        unit.make(written.value ? *written.value : (*written.low + *written.high) / 2.0);
    return figure;
  }
  return fail(ErrorCode::badInput,
              "The unit must be one of " + unitNames(std::span<const Unit<T>>(units)) + ".");
}

}  // namespace linecheck::profiles
