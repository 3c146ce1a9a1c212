// What was seen in a capture, in words.
#include <QCoreApplication>
#include <cmath>

#include "text/cause_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using diagnosis::Observation;
using diagnosis::Trait;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Observations)
};

QString decibels(double value) {
  return decibelsReading(Decibels::of(std::abs(value))).text();
}

/// What stands so far above its floor, or was looked for in vain.
QString overFloor(const Observation& seen, const QString& there, const QString& notThere) {
  const bool isSeen = seen.kind != Observation::Kind::atMost && seen.value > 0.0;
  return isSeen ? there.arg(decibels(seen.value)) : notThere;
}

/// A ratio that is below or above 0 dB; a bound says so.
QString ratio(const Observation& seen, const QString& below, const QString& above) {
  const QString text = (seen.value < 0.0 ? below : above);
  const QString amount = decibels(seen.value);
  const bool isFurther = (seen.kind == Observation::Kind::atMost && seen.value < 0.0) ||
                         (seen.kind == Observation::Kind::atLeast && seen.value >= 0.0);
  return text.arg(isFurther                                  ? Text::tr("at least %1").arg(amount)
                  : seen.kind == Observation::Kind::measured ? amount
                                                             : Text::tr("at most %1").arg(amount));
}

QString levelText(const Observation& seen) {
  const QString level = numberText(seen.value, 1) + QStringLiteral("\u2009dBFS");
  return Text::tr("The broadband noise is at %1").arg(level);
}

}  // namespace

QString observationText(const Observation& seen) {
  switch (seen.trait) {
    case Trait::humOverFloor:
      return overFloor(seen, Text::tr("Mains lines stand %1 above the noise beside them"),
                       Text::tr("No line of the mains stands above the noise"));
    case Trait::evenToOdd:
      return ratio(seen, Text::tr("Even harmonics are %1 weaker than odd ones"),
                   Text::tr("Even harmonics are %1 stronger than odd ones"));
    case Trait::oddToFundamental:
      return ratio(seen, Text::tr("Odd harmonics are %1 weaker than the fundamental"),
                   Text::tr("Odd harmonics are %1 stronger than the fundamental"));
    case Trait::highToFundamental:
      return ratio(seen, Text::tr("Harmonics from the 11th up are %1 weaker than the fundamental"),
                   Text::tr("Harmonics from the 11th up are %1 stronger than the fundamental"));
    case Trait::tripleToOdd:
      return ratio(seen, Text::tr("Every third harmonic is %1 weaker than its odd neighbours"),
                   Text::tr("Every third harmonic is %1 stronger than its odd neighbours"));
    case Trait::harmonicDecay:
      return ratio(seen, Text::tr("Odd harmonics fall by %1 per octave"),
                   Text::tr("Odd harmonics rise by %1 per octave"));
    case Trait::gatedNoise:
      return overFloor(seen, Text::tr("Noise above 1 kHz pulses with the mains by %1"),
                       Text::tr("The noise does not pulse with the mains"));
    case Trait::mainsSpikes:
      return overFloor(seen, Text::tr("Spikes in step with the mains stand out by %1"),
                       Text::tr("There are no spikes in step with the mains"));
    case Trait::clicks:
      return seen.kind == Observation::Kind::atMost || seen.value <= 0.0
                 ? Text::tr("There is no crackle")
                 : Text::tr("It crackles %1 times a second").arg(numberText(seen.value, 1));
    case Trait::frameLines:
      return overFloor(seen, Text::tr("Lines at multiples of 1 kHz stand out by %1"),
                       Text::tr("There are no lines at multiples of 1 kHz"));
    case Trait::microframeLines:
      return overFloor(seen, Text::tr("Lines at multiples of 8 kHz stand out by %1"),
                       Text::tr("There are no lines at multiples of 8 kHz"));
    case Trait::wanderingLines:
      return overFloor(seen, Text::tr("Tones that wander stand out by %1"),
                       Text::tr("No tone wanders"));
    case Trait::loadNoise:
      return overFloor(seen, Text::tr("The noise of the highs comes and goes by %1"),
                       Text::tr("The noise of the highs is steady"));
    case Trait::phoneBursts:
      return overFloor(seen, Text::tr("Bursts at 216.7 Hz, as phones send them, stand out by %1"),
                       Text::tr("There are no bursts of a phone"));
    case Trait::screenLines:
      return overFloor(seen,
                       Text::tr("A line at 15.6 kHz, as tube screens make it, stands out by %1"),
                       Text::tr("There is no line of a tube screen"));
    case Trait::strayLines:
      return overFloor(seen, Text::tr("Steady tones that belong to nothing known stand out by %1"),
                       Text::tr("There are no steady tones of other kinds"));
    case Trait::noiseLevel:
      return levelText(seen);
    case Trait::noiseTilt:
      return ratio(seen, Text::tr("The noise falls by %1 per decade"),
                   Text::tr("The noise rises by %1 per decade"));
    case Trait::restlessTones:
      return overFloor(seen, Text::tr("Tones that do not keep still stand out by %1"),
                       Text::tr("All tones keep still"));
    case Trait::programme:
      return overFloor(seen, Text::tr("Music or voices stand above the pauses by %1"),
                       Text::tr("Nothing is playing"));
    case Trait::rumble:
      return overFloor(seen, Text::tr("Rumble below 30 Hz stands out by %1"),
                       Text::tr("There is no rumble"));
    case Trait::baselineExcess:
      return overFloor(seen, Text::tr("It stands %1 above the interface's own loopback"),
                       Text::tr("The interface's own loopback has as much of it"));
    case Trait::channelBalance:
      return ratio(seen, Text::tr("It is %1 weaker on the left than on the right"),
                   Text::tr("It is %1 stronger on the left than on the right"));
  }
  return {};
}

}  // namespace linecheck::ui
