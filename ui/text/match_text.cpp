#include "text/match_text.h"

#include <QCoreApplication>
#include <cmath>

#include "matching/dose.h"
#include "text/bounded_text.h"
#include "text/headphones_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using matching::Limit;
using matching::Reason;
using matching::SourceFigure;
using matching::Verdict;

class Text {
  Q_DECLARE_TR_FUNCTIONS(Match)
};

QString decibels(double value) {
  return decibelsReading(Decibels::of(value), std::abs(value) < 10.0 ? 1 : 0).text();
}

QString ofUnit(double value, int decimals, const char* unit) {
  return Reading{numberText(value, decimals), QString::fromUtf8(unit)}.text();
}

QString partText(const SourceFigure& figure) {
  using Part = SourceFigure::Part;
  const QString detail = QString::fromStdString(figure.detail);
  switch (figure.part) {
    case Part::sourceImpedance:
      return Text::tr("Output impedance");
    case Part::maximumLevel:
      return Text::tr("Greatest level of the output");
    case Part::ratedPower:
      return detail.isEmpty() ? Text::tr("Rated power")
                              : Text::tr("Rated power into %1 Ω").arg(detail);
    case Part::outputNoise:
      return Text::tr("Noise of the output");
    case Part::gainStep:
      return detail.isEmpty() ? Text::tr("Gain") : Text::tr("Gain at %1").arg(detail);
    case Part::taper:
      return Text::tr("Volume control");
    case Part::impedance:
      return Text::tr("Impedance of the headphones");
    case Part::impedanceCurve:
      return Text::tr("Impedance curve of the headphones");
    case Part::sensitivity:
      return Text::tr("Sensitivity of the headphones");
    case Part::driver:
      return Text::tr("Driver of the headphones");
  }
  return {};
}

QString bestSentence(const matching::Match& best, const QString& source, const QString& phones) {
  if (const auto headroom = best.headroom.nominal()) {
    const double reserve = headroom->value();
    const QString room = reserve >= 0.0
                             ? Text::tr("%1 in reserve").arg(decibels(reserve))
                             : Text::tr("%1 short of the target").arg(decibels(-reserve));
    QString hiss;
    if (best.reasons.find(Reason::Kind::silent)) hiss = Text::tr(", no hiss");
    if (best.reasons.find(Reason::Kind::hissAudible)) hiss = Text::tr(", but it hisses");
    const QString pattern =
        best.verdict == Verdict::good || best.verdict == Verdict::fair
            ? Text::tr("%1 drives the %2 best: %3%4")
            : Text::tr("Nothing here drives the %2 well; %1 comes nearest: %3%4");
    return pattern.arg(source, phones, room, hiss);
  }
  return Text::tr("Nobody can say yet what drives the %1 best").arg(phones);
}

}  // namespace

QString verdictText(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return Text::tr("Good");
    case Verdict::fair:
      return Text::tr("Fair");
    case Verdict::unknown:
      return Text::tr("Unknown");
    case Verdict::poor:
      return Text::tr("Poor");
    case Verdict::dangerous:
      return Text::tr("Dangerous");
  }
  return {};
}

BannerState::Tone verdictTone(Verdict verdict) {
  switch (verdict) {
    case Verdict::good:
      return BannerState::Tone::good;
    case Verdict::fair:
      return BannerState::Tone::attention;
    case Verdict::unknown:
      return BannerState::Tone::quiet;
    case Verdict::poor:
    case Verdict::dangerous:
      return BannerState::Tone::bad;
  }
  return BannerState::Tone::quiet;
}

QString outputText(const matching::Output& output) {
  return Text::tr("%1, %2").arg(QString::fromStdString(output.device),
                                QString::fromStdString(output.name));
}

QString limitText(Limit limit) {
  switch (limit) {
    case Limit::voltage:
      return Text::tr("Its voltage is the limit.");
    case Limit::current:
      return Text::tr("Its current is the limit.");
    case Limit::ratedPower:
      return Text::tr("Its rating into this load is the limit.");
    case Limit::feed:
      return Text::tr("What feeds it is the limit.");
  }
  return {};
}

QString confidenceText(profiles::Confidence confidence) {
  switch (confidence) {
    case profiles::Confidence::datasheet:
      return Text::tr("from the maker");
    case profiles::Confidence::measured:
      return Text::tr("measured");
    case profiles::Confidence::article:
      return Text::tr("from an article");
    case profiles::Confidence::derived:
      return Text::tr("worked out");
    case profiles::Confidence::estimate:
      return Text::tr("an estimate");
  }
  return {};
}

QString sourceText(const SourceFigure& figure) {
  QString text = partText(figure);
  if (!figure.value.empty()) text += QStringLiteral(": ") + QString::fromStdString(figure.value);
  text += QStringLiteral(" (") + confidenceText(figure.provenance.confidence) + u')';
  if (!figure.provenance.source.citation.empty()) {
    text += QStringLiteral(" – ") + QString::fromStdString(figure.provenance.source.citation);
  }
  if (!figure.provenance.where.empty()) {
    text += QStringLiteral(", ") + QString::fromStdString(figure.provenance.where);
  }
  return text;
}

QStringList evidenceLines(const matching::Evidence& evidence) {
  QStringList lines;
  for (const SourceFigure& figure : evidence.sources) lines << sourceText(figure);
  return lines;
}

QString loadText(const matching::Load& load) {
  QStringList parts;
  if (!load.impedance.isUnknown()) {
    parts << boundedText(load.impedance, 0).text(QStringLiteral("Ω"));
  }
  if (load.sensitivity) {
    const bool isPerVolt =
        load.sensitivity->nominal.reference() == profiles::Sensitivity::Reference::volt;
    const auto level = [&](const profiles::Sensitivity& sensitivity) {
      // The figure as it is given: at the impedance of which its reference is no matter.
      const Ohms any = Ohms::of(1.0);
      return isPerVolt ? sensitivity.atOneVolt(any).value()
                       : sensitivity.atOneMilliwatt(any).value();
    };
    const auto bound = [&](const std::optional<profiles::Sensitivity>& given) {
      return given ? std::optional(level(*given)) : std::nullopt;
    };
    parts << boundedText(level(load.sensitivity->nominal), bound(load.sensitivity->low),
                         bound(load.sensitivity->high), 0)
                 .text(isPerVolt ? QStringLiteral("dB/V") : QStringLiteral("dB/mW"));
  }
  if (load.driver) parts << driverText(*load.driver);
  return parts.join(QStringLiteral(" · "));
}

QString weeklyTimeText(DecibelsSpl level) {
  constexpr double kHour = 3600.0;
  constexpr double kWeek = 168.0;
  const double hours = matching::weeklyTime(level).value() / kHour;
  if (hours >= kWeek) return Text::tr("as long as you like");
  if (hours >= 2.0) return Text::tr("%1 hours a week").arg(numberText(hours, 0));
  const double minutes = 60.0 * hours;
  if (minutes >= 2.0) return Text::tr("%1 minutes a week").arg(numberText(minutes, 0));
  return Text::tr("%1 seconds a week").arg(numberText(60.0 * minutes, 0));
}

BannerState matchBanner(const matching::Match* best, const matching::Output* output,
                        const matching::Load* load, const matching::Request& request) {
  if (!load) {
    return {BannerState::Tone::quiet, Text::tr("To begin"), Text::tr("Choose your headphones"),
            Text::tr("Search the list at the left, or type in the figures from the box."),
            std::nullopt};
  }
  if (!best || !output) {
    return {BannerState::Tone::quiet, Text::tr("Unknown"), Text::tr("There is nothing to compare"),
            Text::tr("No device profile has an output for headphones."), std::nullopt};
  }
  BannerState state;
  state.tone = verdictTone(best->verdict);
  state.word = verdictText(best->verdict);
  state.sentence = bestSentence(*best, QString::fromStdString(output->device),
                                QString::fromStdString(load->name));
  const QString listening =
      Text::tr("At %1 you can listen %2.")
          .arg(ofUnit(request.listening.value(), 0, "dB(A)"), weeklyTimeText(request.listening));
  if (!load->sensitivity) {
    state.detail = load->profile.empty()
                       ? Text::tr("Say at the left whether the sensitivity is per mW or per V.")
                       : Text::tr(
                             "Their sensitivity is not told. If you know it, type it in at "
                             "the left.");
    return state;
  }
  const QString figures = loadText(*load);
  state.detail = figures.isEmpty() ? listening : figures + QStringLiteral(". ") + listening;
  return state;
}

}  // namespace linecheck::ui
