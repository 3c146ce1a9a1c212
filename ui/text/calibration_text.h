#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "measure/calibration_match.h"
#include "measure/calibration_reading.h"

/// Calibrations in words.
namespace linecheck::ui {

/// What the device bar says of one.
struct CalibrationLabel {
  QString text;
  QString toolTip;

  bool operator==(const CalibrationLabel&) const = default;
};

/// `isUsed`: levels are read with it, be it on the user's word.
[[nodiscard]] CalibrationLabel calibrationLabel(
    const std::optional<measure::CalibrationMatch>& match, bool isUsed);

/// "The sample rate was 48 kHz and is 96 kHz."
[[nodiscard]] QString misfitText(const measure::Misfit& misfit);
/// All of them, one per line.
[[nodiscard]] QString misfitsText(const measure::CalibrationMatch& match);
[[nodiscard]] QString cautionText(measure::ReadingCaution caution);
/// "20.00 dBu ± 0.10 dB", "20.0 dBu ± 0.5 dB"
[[nodiscard]] QString fullScaleText(DecibelsU fullScale,
                                    const std::optional<Decibels>& uncertainty);
/// "measured with a multimeter", "from a data sheet, not measured"
[[nodiscard]] QString originText(const measure::KnownBy& knownBy);

}  // namespace linecheck::ui
