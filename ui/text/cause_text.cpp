#include "text/cause_text.h"

#include <QCoreApplication>
#include <cmath>

#include "text/reading.h"
#include "text/sentence_text.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using diagnosis::ChangeVerdict;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Causes)
};

QString strengthText(bool isFor, double decibels) {
  if (decibels >= 10.0) return isFor ? Text::tr("strongly for it") : Text::tr("strongly against");
  if (decibels >= 3.0) return isFor ? Text::tr("clearly for it") : Text::tr("clearly against");
  return isFor ? Text::tr("a little for it") : Text::tr("a little against");
}

}  // namespace

QString causeText(Cause cause) {
  return translated({diagnosis::causeName(cause), {}});
}

QString causeAbout(Cause cause) {
  switch (cause) {
    case Cause::noHum:
      return Text::tr("Nothing stands above the chain's own noise.");
    case Cause::groundLoop:
      return Text::tr("Mains current runs through the shield of a cable.");
    case Cause::magneticPickup:
      return Text::tr("A transformer's or a screen's field reaches into a cable.");
    case Cause::supplyRipple:
      return Text::tr("What a power supply leaves of the rectified mains.");
    case Cause::earthLeakage:
      return Text::tr("Supplies without an earth leak a little mains onto the ground.");
    case Cause::dimmer:
      return Text::tr("A dimmer cuts the mains wave; its edges reach the line.");
    case Cause::mainsHash:
      return Text::tr("Switching supplies and lamps throw bursts onto the mains.");
    case Cause::computerHash:
      return Text::tr("The computer's whine, which wanders with what it does.");
    case Cause::usbFrames:
      return Text::tr("USB's clock of 1 kHz and 8 kHz, through its ground.");
    case Cause::mobilePhone:
      return Text::tr("A phone's bursts, picked up by an input.");
    case Cause::interfaceNoise:
      return Text::tr("The interface has it without your chain, too.");
    case Cause::gainHiss:
      return Text::tr("Too much gain behind too little level.");
    case Cause::unknown:
      return Text::tr("It fits none of the causes that Linecheck knows.");
  }
  return {};
}

BannerState::Tone toneOf(Cause cause) {
  switch (cause) {
    case Cause::noHum:
      return BannerState::Tone::good;
    case Cause::interfaceNoise:
    case Cause::gainHiss:
    case Cause::unknown:
      return BannerState::Tone::attention;
    default:
      return BannerState::Tone::bad;
  }
}

std::vector<WhyLine> whyLines(const diagnosis::Evidence& evidence,
                              const diagnosis::CauseProbability& cause) {
  std::vector<WhyLine> lines;
  for (const diagnosis::Move& move : cause.moves) {
    const auto* observation = evidence.find(move.trait);
    if (observation == nullptr) continue;
    const double moves = move.moves.value();
    const bool isFor = moves >= 0.0;
    lines.push_back({isFor, strengthText(isFor, std::abs(moves)),
                     (isFor ? QStringLiteral("+") : QString()) + decibelsReading(move.moves).text(),
                     observationText(*observation)});
  }
  return lines;
}

QString changeText(const diagnosis::Change& change) {
  const double by = change.change.value();
  if (!std::isfinite(by)) return by < 0.0 ? Text::tr("gone") : Text::tr("new");
  const QString amount = decibelsReading(Decibels::of(std::abs(by))).text();
  // In the noise on one side, or on both.
  if (change.isBound && by == 0.0) return Text::tr("in the noise both times");
  if (change.isBound && change.isLeast) {
    return by < 0.0 ? Text::tr("at most %1 less").arg(amount)
                    : Text::tr("at least %1 more").arg(amount);
  }
  if (change.isBound) {
    return by < 0.0 ? Text::tr("at least %1 less").arg(amount)
                    : Text::tr("at most %1 more").arg(amount);
  }
  const QString error = decibelsReading(change.standardError).text();
  if (std::abs(by) < 0.05) return Text::tr("%1, ± %2").arg(amount, error);
  return by < 0.0 ? Text::tr("%1 less, ± %2").arg(amount, error)
                  : Text::tr("%1 more, ± %2").arg(amount, error);
}

QString changeWord(ChangeVerdict verdict) {
  switch (verdict) {
    case ChangeVerdict::less:
      return Text::tr("It changed");
    case ChangeVerdict::more:
      return Text::tr("It got worse");
    case ChangeVerdict::unchanged:
      return Text::tr("It did not change");
    case ChangeVerdict::cannotTell:
      return Text::tr("That cannot be told yet");
  }
  return {};
}

}  // namespace linecheck::ui
