#include "plots/spectrum_export.h"

#include <cmath>

namespace linecheck::ui {
namespace {

QString levelText(double dbfs) {
  return std::isfinite(dbfs) ? QString::number(dbfs, 'f', 2) : QString();
}

}  // namespace

QString spectrumAsCsv(const measure::SpectrumFrame& frame, double lowHz, double highHz,
                      const std::optional<Calibration>& calibration) {
  const bool held = frame.peakHold.size() == frame.average.size();
  QString csv = QStringLiteral("frequency_hz,average_dbfs");
  if (held) csv += QStringLiteral(",peak_hold_dbfs");
  if (calibration) csv += QStringLiteral(",average_dbu");
  csv += u'\n';
  for (std::size_t k = 0; k < frame.average.size(); ++k) {
    const double hz =
        static_cast<double>(k) * frame.sampleRate / static_cast<double>(frame.fftLength);
    if (hz < lowHz || hz > highHz) continue;
    const DecibelsFs average = DecibelsFs::of(Decibels::fromPowerRatio(frame.average[k]).value());
    csv += QString::number(hz, 'f', 4) + u',' + levelText(average.value());
    if (held) {
      csv += u',' + levelText(Decibels::fromPowerRatio(frame.peakHold[k]).value());
    }
    if (calibration) csv += u',' + levelText(calibration->toDbu(average).value());
    csv += u'\n';
  }
  return csv;
}

}  // namespace linecheck::ui
