#pragma once

#include <QString>
#include <optional>

#include "matching/bounded.h"

namespace linecheck::ui {

/// A figure that may have bounds, in two parts so that the range can be drawn lighter: "104" and
/// "(100–108)"; "≥ 100" where only a bound is known; "—" where nothing is.
struct BoundedText {
  QString number;
  QString range;
  bool isKnown = false;

  /// Both, in one line, with the unit if there is one and anything is known.
  [[nodiscard]] QString text(const QString& unit = {}) const;

  bool operator==(const BoundedText&) const = default;
};

/// Plain numbers in the unit that is shown. Bounds that are infinite are none.
[[nodiscard]] BoundedText boundedText(std::optional<double> nominal, std::optional<double> lowest,
                                      std::optional<double> highest, int decimals);

/// `scale` takes the type's own unit to the one that is shown: 1000 for milliwatts.
template <class T>
[[nodiscard]] BoundedText boundedText(const matching::Bounded<T>& figure, int decimals,
                                      double scale = 1.0) {
  const auto number = [scale](double raw) {
    return std::isnan(raw) ? std::nullopt : std::optional(raw * scale);
  };
  return boundedText(number(figure.rawNominal()), number(figure.rawLow()), number(figure.rawHigh()),
                     decimals);
}

}  // namespace linecheck::ui
