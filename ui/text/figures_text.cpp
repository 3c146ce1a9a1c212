#include "text/figures_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace linecheck::ui {
namespace {

class Text {
  Q_DECLARE_TR_FUNCTIONS(Figures)
};

Figure unknown(const QString& name, const QString& why) {
  return {name, unknownReading(), why};
}

// As many decimals as the uncertainty has to say something about, which is rounded up.
Reading mainsReading(const dsp::HumEstimate& hum) {
  const double error = hum.fundamentalStandardError.value();
  const int decimals =
      error > 0.0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(error))), 2, 4) : 4;
  const double unit = std::pow(10.0, -decimals);
  return {numberText(hum.fundamental.value(), decimals) + QStringLiteral(" ± ") +
              numberText(std::ceil(error / unit) * unit, decimals),
          QStringLiteral("Hz")};
}

QString thdnName() {
  return QStringLiteral("THD+N");
}

void addHum(Figures& figures, const dsp::HumEstimate& hum, const LevelScale& scale) {
  if (hum.present) {
    figures.push_back(
        {Text::tr("Hum in all"), scale.read(hum.total),
         Text::tr("The mains and its harmonics together, those that were detected.")});
    figures.push_back({Text::tr("Mains"), mainsReading(hum),
                       Text::tr("The mains frequency and its standard error.")});
    return;
  }
  figures.push_back(unknown(Text::tr("Hum in all"), Text::tr("No hum was detected.")));
  figures.push_back(
      unknown(Text::tr("Mains"), Text::tr("Without hum there is no mains frequency to read.")));
}

void addTone(Figures& figures, const std::optional<dsp::ToneAnalysis>& tone,
             const LevelScale& scale) {
  if (tone) {
    figures.push_back(
        {Text::tr("Tone"), scale.read(tone->level, 2),
         Text::tr("A steady tone at %1.").arg(frequencyReading(tone->frequency, 2).text())});
    figures.push_back({thdnName(), decibelsReading(tone->thdn),
                       Text::tr("All that is not the tone, 20 Hz to 20 kHz, against the tone.")});
    return;
  }
  const QString why = Text::tr("There is no steady test tone in the signal.");
  figures.push_back(unknown(Text::tr("Tone"), why));
  figures.push_back(unknown(thdnName(), why));
}

void addNoise(Figures& figures, const dsp::NoiseFigures& noise, const LevelScale& scale) {
  figures.push_back(
      {Text::tr("Noise"), scale.read(noise.unweighted),
       Text::tr("All that is no test tone, hum included. Unweighted, 20 Hz to 20 kHz.")});
  figures.push_back({Text::tr("Noise, A-weighted"), scale.read(noise.aWeighted),
                     Text::tr("As loud as the ear finds it. A-weighting hides hum: 50 Hz counts "
                              "30 dB less.")});
}

}  // namespace

Figures resultFigures(const std::optional<LiveLevel>& level,
                      const measure::ChannelAnalysis* analysis, const LevelScale& scale) {
  const QString notYet = Text::tr("Nothing has been measured yet.");
  Figures figures;
  if (level) {
    figures.push_back({Text::tr("Level"), scale.read(level->rms),
                       Text::tr("RMS. 0 dBFS is the RMS of a full-scale sine.")});
    figures.push_back({Text::tr("Peak"),
                       {numberText(level->peak.value(), 1), unitName(LevelUnit::dbfs)},
                       Text::tr("The greatest sample against full scale.")});
  } else {
    figures.push_back(unknown(Text::tr("Level"), notYet));
    figures.push_back(unknown(Text::tr("Peak"), notYet));
  }
  if (analysis == nullptr) {
    for (const QString& name : {Text::tr("Hum in all"), Text::tr("Mains"), Text::tr("Tone"),
                                thdnName(), Text::tr("Noise"), Text::tr("Noise, A-weighted")}) {
      figures.push_back(unknown(name, Text::tr("This takes a few seconds without a gap.")));
    }
    return figures;
  }
  addHum(figures, analysis->hum, scale);
  addTone(figures, analysis->tone, scale);
  addNoise(figures, analysis->noise, scale);
  return figures;
}

}  // namespace linecheck::ui
