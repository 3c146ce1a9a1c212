#pragma once

#include <QString>

#include "units/decibels.h"
#include "units/quantity.h"

namespace linecheck::ui {

/// A number as it is shown, apart from its unit so that the unit can be drawn lighter.
struct Reading {
  QString number;
  QString unit;  ///< Empty for what is unknown.

  /// Both, a thin space between them.
  [[nodiscard]] QString text() const;

  bool operator==(const Reading&) const = default;
};

/// "—": there is no such figure. A tooltip says why.
[[nodiscard]] Reading unknownReading();
/// As linecheck::numberText.
[[nodiscard]] QString numberText(double value, int decimals);
[[nodiscard]] Reading decibelsReading(Decibels value, int decimals = 1);
/// "50.02 Hz", "1.0000 kHz": `decimals` counts at Hz; kHz show up to three more, four at most.
[[nodiscard]] Reading frequencyReading(Hertz frequency, int decimals = 1);
/// `figures` significant ones with the SI prefix that fits: "7.75 V", "316 mV", "5.20 µV".
[[nodiscard]] Reading voltsReading(Volts volts, int figures = 3);
/// 0…1 as "94 %".
[[nodiscard]] Reading percentReading(double share);
/// As linecheck::probabilityText.
[[nodiscard]] QString probabilityText(double probability);

}  // namespace linecheck::ui
