#include "plots/spectrum_export.h"

#include <cmath>
#include <vector>

namespace linecheck::ui {
namespace {

QString levelText(double dbfs) {
  return std::isfinite(dbfs) ? QString::number(dbfs, 'f', 2) : QString();
}

QString levelText(const measure::SpectrumFrame& frame, std::size_t bin) {
  return levelText(Decibels::fromPowerRatio(frame.average[bin]).value());
}

double frequencyOf(const measure::SpectrumFrame& frame, std::size_t bin) {
  return static_cast<double>(bin) * frame.sampleRate / static_cast<double>(frame.fftLength);
}

// Calls `write(bin, hz)` for the bins in view.
template <class Write>
void eachBin(const measure::SpectrumFrame& frame, double lowHz, double highHz, Write write) {
  for (std::size_t bin = 0; bin < frame.average.size(); ++bin) {
    const double hz = frequencyOf(frame, bin);
    if (hz >= lowHz && hz <= highHz) write(bin, hz);
  }
}

bool haveSameBins(const measure::SpectrumFrame& a, const measure::SpectrumFrame& b) {
  return a.fftLength == b.fftLength && a.sampleRate == b.sampleRate;
}

}  // namespace

QString spectrumAsCsv(const measure::SpectrumFrame& frame, const SpectrumOverlays& overlays,
                      double lowHz, double highHz, const std::optional<Calibration>& calibration) {
  const bool held = frame.peakHold.size() == frame.average.size();
  QString csv = QStringLiteral("frequency_hz,average_dbfs");
  if (held) csv += QStringLiteral(",peak_hold_dbfs");
  if (calibration) csv += QStringLiteral(",average_dbu");
  std::vector<const measure::SpectrumFrame*> beside;
  QString below;
  for (const OverlaySlot slot : kOverlaySlots) {
    const auto& overlay = overlays[slot];
    if (!overlay) continue;
    const QString name = overlayMark(slot).toLower() + QStringLiteral("_dbfs\n");
    const measure::SpectrumFrame& kept = overlay->frame;
    if (haveSameBins(frame, kept)) {
      csv += u',' + name.chopped(1);
      beside.push_back(&kept);
      continue;
    }
    below += QStringLiteral("\nfrequency_hz,") + name;
    eachBin(kept, lowHz, highHz, [&](std::size_t bin, double hz) {
      below += QString::number(hz, 'f', 4) + u',' + levelText(kept, bin) + u'\n';
    });
  }
  csv += u'\n';
  eachBin(frame, lowHz, highHz, [&](std::size_t bin, double hz) {
    csv += QString::number(hz, 'f', 4) + u',' + levelText(frame, bin);
    if (held) csv += u',' + levelText(Decibels::fromPowerRatio(frame.peakHold[bin]).value());
    if (calibration) {
      const auto average = DecibelsFs::of(Decibels::fromPowerRatio(frame.average[bin]).value());
      csv += u',' + levelText(calibration->toDbu(average).value());
    }
    for (const auto* kept : beside) csv += u',' + levelText(*kept, bin);
    csv += u'\n';
  });
  return csv + below;
}

}  // namespace linecheck::ui
