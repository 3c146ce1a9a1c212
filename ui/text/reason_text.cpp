#include "text/reason_text.h"

#include <QCoreApplication>
#include <cmath>

#include "text/reading.h"

namespace linecheck::ui {
namespace {

using matching::Reason;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Match)
};

QString decibels(double value) {
  return decibelsReading(Decibels::of(value), std::abs(value) < 10.0 ? 1 : 0).text();
}

QString spl(double value) {
  return Reading{numberText(value, 0), QStringLiteral("dB SPL")}.text();
}

QString ofUnit(double value, int decimals, const char* unit) {
  return Reading{numberText(value, decimals), QString::fromUtf8(unit)}.text();
}

}  // namespace

bool isInFavour(Reason::Kind kind) {
  switch (kind) {
    case Reason::Kind::headroom:
    case Reason::Kind::sourceImpedanceGood:
    case Reason::Kind::silent:
    case Reason::Kind::builtInEnough:
    case Reason::Kind::builtInEnoughForListening:
      return true;
    default:
      return false;
  }
}

QString reasonText(const Reason& reason) {
  using Kind = Reason::Kind;
  const double figure = reason.figure;
  const double limit = reason.limit;
  const bool isWorstKnown = std::isfinite(figure);
  switch (reason.kind) {
    case Kind::dangerous:
      return Text::tr(
                 "A small slip of the knob takes you to %1, above %2. Turn down before you "
                 "put them on.")
          .arg(spl(figure), spl(limit));
    case Kind::headroom:
      return Text::tr("%1 in reserve above the loudest peaks.").arg(decibels(figure));
    case Kind::headroomSmall:
      return Text::tr("Only %1 in reserve; %2 would be ample.")
          .arg(decibels(figure), decibels(limit));
    case Kind::headroomShort:
      return Text::tr("The loudest peaks are %1 out of reach.").arg(decibels(figure));
    case Kind::currentShort:
      return Text::tr("The loudest peaks are %1 out of reach: they take %2, more than it gives.")
          .arg(decibels(figure), ofUnit(limit, 0, "mA"));
    case Kind::feedShort:
      return Text::tr("What feeds it is too low by %1: it would take %2 at the input.")
          .arg(decibels(figure), voltsReading(Volts::of(limit)).text());
    case Kind::headroomMaybeShort:
      return Text::tr("The figures are loose: it may fall %1 short.").arg(decibels(figure));
    case Kind::maximumUnknown:
      return Text::tr("How loud it gets is not known: the output's limit is not told.");
    case Kind::sensitivityUnknown:
      return Text::tr("How loud it gets is not known: the headphones' sensitivity is not told.");
    case Kind::impedanceUnknown:
      return Text::tr("The headphones' impedance is not told.");
    case Kind::sourceImpedanceGood:
      return isWorstKnown ? Text::tr("Its impedance is low: the headphones have %1 times as much.")
                                .arg(numberText(figure, figure < 20.0 ? 1 : 0))
                          : Text::tr("Its impedance is next to nothing.");
    case Kind::sourceImpedanceHigh:
      return Text::tr(
                 "Its impedance is high: the headphones have %1 times as much; %2 times "
                 "would be good.")
          .arg(numberText(figure, 1), numberText(limit, 0));
    case Kind::sourceImpedanceUnknown:
      return Text::tr("The output's impedance is not told.");
    case Kind::responseBends:
      return Text::tr("The tone changes: its impedance bends the response by %1.")
          .arg(decibels(figure));
    case Kind::responseUnknown:
      return isWorstKnown
                 ? Text::tr("The tone may change by up to %1; there is no impedance curve.")
                       .arg(decibels(figure))
                 : Text::tr("The tone may change; there is no impedance curve.");
    case Kind::hissAudible:
      return Text::tr("You will hear it hiss: %1 of noise, and %2 can be heard.")
          .arg(ofUnit(figure, 0, "dB SPL(A)"), ofUnit(limit, 0, "dB SPL(A)"));
    case Kind::silent:
      return Text::tr("No hiss: its noise stays at %1.").arg(ofUnit(figure, 0, "dB SPL(A)"));
    case Kind::noiseUnknown:
      return Text::tr("Whether it hisses is not known, and these headphones are sensitive.");
    case Kind::gainUnknown:
      return Text::tr("Its gain is not told, so neither is how far your feed drives it.");
    case Kind::knobLow:
      return Text::tr("You would listen with the knob at %1 of its turn, almost shut.")
          .arg(percentReading(figure).text());
    case Kind::knobNarrow:
      return Text::tr("Quiet to loud is only %1 of the knob's turn.")
          .arg(percentReading(figure).text());
    case Kind::inferredRating:
      return Text::tr("Its limit is inferred from a rating into %1.").arg(ofUnit(figure, 0, "Ω"));
    case Kind::builtInEnough:
      return Text::tr("The built-in output is enough: no amplifier is needed.");
    case Kind::builtInEnoughForListening:
      return Text::tr("Short of the target, but enough for music at your level, with %1 to spare.")
          .arg(decibels(figure));
  }
  return {};
}

}  // namespace linecheck::ui
