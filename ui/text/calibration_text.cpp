#include "text/calibration_text.h"

#include <QCoreApplication>

#include "base/overloaded.h"
#include "text/device_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using measure::Misfit;
using Reason = Misfit::Reason;

class Text {
  Q_DECLARE_TR_FUNCTIONS(CalibrationText)
};

QString rate(const std::string& hz) {
  return sampleRateText(QString::fromStdString(hz).toInt());
}

// A few words, for the bar.
QString shortText(const Misfit& misfit) {
  const QString control = QString::fromStdString(misfit.control);
  switch (misfit.reason) {
    case Reason::tooOld:
      return Text::tr("too old");
    case Reason::datedAhead:
      return Text::tr("dated ahead");
    case Reason::rateDiffers:
      return Text::tr("rate differs");
    case Reason::controlDiffers:
      return Text::tr("%1 differs").arg(control);
    case Reason::controlUntold:
      return Text::tr("confirm %1").arg(control);
    case Reason::controlNew:
      return Text::tr("%1 not noted").arg(control);
  }
  return {};
}

}  // namespace

QString misfitText(const Misfit& misfit) {
  const QString control = QString::fromStdString(misfit.control);
  const QString recorded = QString::fromStdString(misfit.recorded);
  const QString wanted = QString::fromStdString(misfit.wanted);
  switch (misfit.reason) {
    case Reason::tooOld:
      return Text::tr("It is from %1, more than half a year ago.").arg(recorded);
    case Reason::datedAhead:
      return Text::tr("It is dated %1, which is yet to come.").arg(recorded);
    case Reason::rateDiffers:
      return Text::tr("The sample rate was %1 and is %2.")
          .arg(rate(misfit.recorded), rate(misfit.wanted));
    case Reason::controlDiffers:
      return Text::tr("%1 stood at “%2” and is at “%3”.").arg(control, recorded, wanted);
    case Reason::controlUntold:
      return Text::tr("It holds with %1 at “%2”. Is it still there?").arg(control, recorded);
    case Reason::controlNew:
      return Text::tr("It does not say where %1 stood.").arg(control);
  }
  return {};
}

QString misfitsText(const measure::CalibrationMatch& match) {
  QStringList lines;
  for (const Misfit& misfit : match.misfits) lines << misfitText(misfit);
  return lines.join(u'\n');
}

CalibrationLabel calibrationLabel(const std::optional<measure::CalibrationMatch>& match,
                                  bool isUsed) {
  if (!match || (match->applies() && !isUsed)) {
    return {Text::tr("○ Not calibrated"),
            Text::tr("The level of full scale is not known, so levels are read in dBFS. Press to "
                     "calibrate.")};
  }
  const QString what = Text::tr("0 dBFS is %1, %2.")
                           .arg(fullScaleText(match->record.fullScale, match->record.uncertainty),
                                originText(match->record.knownBy));
  if (!isUsed) {
    return {Text::tr("△ Calibration does not fit: %1").arg(shortText(match->misfits.front())),
            Text::tr("%1\n%2\nLevels are read in dBFS. Press to choose what to do.")
                .arg(what, misfitsText(*match))};
  }
  if (!match->applies()) {
    return {Text::tr("◐ Calibrated, on your word"), what + u'\n' + misfitsText(*match)};
  }
  if (std::holds_alternative<measure::KnownByProfile>(match->record.knownBy)) {
    return {Text::tr("◐ Calibrated (data sheet)"), what};
  }
  return {Text::tr("● Calibrated"), what + u'\n' + Text::tr("Press to change it.")};
}

QString cautionText(measure::ReadingCaution caution) {
  using measure::ReadingCaution;
  switch (caution) {
    case ReadingCaution::meterMayReadLow:
      return Text::tr("A meter that is not made for audio may read low at this frequency.");
    case ReadingCaution::coldLegAssumed:
      return Text::tr(
          "6.02 dB were added for the cold leg. If this jack drives only one leg, that "
          "is too much: measure from hot to cold instead.");
    case ReadingCaution::loadUnknown:
      return Text::tr("The input may take up to 0.2 dB off the output's voltage.");
    case ReadingCaution::inputFedByOneLeg:
      return Text::tr("6.02 dB were taken off, for the cable carries one leg only.");
  }
  return {};
}

QString fullScaleText(DecibelsU fullScale, const std::optional<Decibels>& uncertainty) {
  // A rounded uncertainty is never shown as none.
  const int decimals = uncertainty && uncertainty->value() < 0.2 ? 2 : 1;
  QString level = Reading{numberText(fullScale.value(), decimals), QStringLiteral("dBu")}.text();
  if (!uncertainty) return level;
  return level + QStringLiteral(" ± ") + decibelsReading(*uncertainty, decimals).text();
}

QString originText(const measure::KnownBy& knownBy) {
  return std::visit(
      Overloaded{
          [](const measure::KnownByMeter&) { return Text::tr("measured with a multimeter"); },
          [](const measure::KnownByLoop&) {
            return Text::tr("measured through a cable from a calibrated output");
          },
          [](const measure::KnownByProfile& known) {
            return known.confidence == profiles::Confidence::datasheet
                       ? Text::tr("from the data sheet, not measured")
                       : Text::tr("from the device profile, not measured");
          },
          [](const measure::KnownByUser&) { return Text::tr("as you typed it"); },
      },
      knownBy);
}

}  // namespace linecheck::ui
