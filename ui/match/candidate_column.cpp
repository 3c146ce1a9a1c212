#include "match/candidate_column.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "text/match_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using Column = CandidateColumn;
using matching::Match;
using matching::Output;

class Text {
  Q_DECLARE_TR_FUNCTIONS(CandidateColumn)
};

// The best value, or the middle or end of what is known.
template <class T>
double sortValue(const matching::Bounded<T>& figure) {
  if (!std::isnan(figure.rawNominal())) return figure.rawNominal();
  if (!std::isnan(figure.rawLow()) && std::isfinite(figure.rawHigh())) {
    return (figure.rawLow() + figure.rawHigh()) / 2.0;
  }
  return std::isnan(figure.rawLow()) ? figure.rawHigh() : figure.rawLow();
}

double sortValue(Column column, const Candidates& all, std::size_t output) {
  const Match& match = all.matches()[output];
  switch (column) {
    case Column::maximum:
      return sortValue(match.maximum);
    case Column::headroom:
      return sortValue(match.headroom);
    case Column::loss:
      return sortValue(match.loss);
    case Column::damping:
      return sortValue(match.damping);
    case Column::deviation:
      return sortValue(match.deviation);
    case Column::noise:
      return sortValue(match.noise);
    case Column::knob:
      return match.travel.isUnknown() ? std::nan("") : sortValue(match.travel);
    default:
      return std::nan("");
  }
}

int dampingDecimals(const matching::Bounded<matching::Ratio>& damping) {
  return damping.rawNominal() >= 20.0 ? 0 : 1;
}

BoundedText unknownText() {
  return boundedText(std::nullopt, std::nullopt, std::nullopt, 0);
}

/// That a loss is at most nothing, or a deviation at least, is no news.
BoundedText sayingSomething(const matching::Bounded<Decibels>& figure) {
  const bool isBoundOnly =
      !figure.nominal() && !(figure.low() && figure.high() && std::isfinite(figure.rawHigh()) &&
                             std::isfinite(figure.rawLow()));
  const bool isTrivial = isBoundOnly && (figure.rawLow() == 0.0 || figure.rawHigh() == 0.0);
  return isTrivial ? unknownText() : boundedText(figure, 1);
}

BoundedText words(const QString& text) {
  return {text, {}, !text.isEmpty()};
}

QString gainText(const Match& match, const Output& output) {
  if (!match.gain || *match.gain >= output.steps.size()) return {};
  return QString::fromStdString(output.steps[*match.gain].name);
}

BoundedText knobText(const Match& match) {
  if (!match.travel.isUnknown()) return boundedText(match.travel, 0, 100.0);
  BoundedText attenuation = boundedText(match.attenuation, 0);
  // The column's unit is another one, so this says its own.
  if (attenuation.isKnown) {
    attenuation = words(attenuation.number + QStringLiteral("\u2009dB"));
  }
  return attenuation;
}

struct Missing {
  QStringList figures;

  void needImpedance(const Candidates& all, const Output& output) {
    if (output.impedance.isUnknown() && !all.request().sourceImpedance) {
      figures << Text::tr("the output's impedance");
    }
    needLoad(all);
  }
  void needLoad(const Candidates& all) {
    if (all.load()->impedance.isUnknown()) figures << Text::tr("the headphones' impedance");
  }
  void needSensitivity(const Candidates& all) {
    if (!all.load()->sensitivity) figures << Text::tr("the headphones' sensitivity");
  }
  void needMaximum(const Output& output) {
    if (output.maximum.isUnknown() && output.ratings.empty()) {
      figures << Text::tr("the output's greatest level or power");
    }
  }
  void needGain(const Output& output) {
    const bool isGainKnown =
        !output.steps.empty() && std::none_of(output.steps.begin(), output.steps.end(),
                                              [](const auto& s) { return s.gain.isUnknown(); });
    if (output.isFed && !isGainKnown) figures << Text::tr("the amplifier's gain");
  }
};

}  // namespace

QString columnName(Column column) {
  switch (column) {
    case Column::mark:
      return {};
    case Column::verdict:
      return Text::tr("Verdict");
    case Column::source:
      return Text::tr("Source");
    case Column::output:
      return Text::tr("Output");
    case Column::maximum:
      return Text::tr("Loudest");
    case Column::headroom:
      return Text::tr("Reserve");
    case Column::loss:
      return Text::tr("Loss");
    case Column::damping:
      return Text::tr("Damping");
    case Column::deviation:
      return Text::tr("Deviation");
    case Column::noise:
      return Text::tr("Noise");
    case Column::gain:
      return Text::tr("Gain");
    case Column::knob:
      return Text::tr("Knob");
  }
  return {};
}

QString columnUnit(Column column) {
  switch (column) {
    case Column::maximum:
      return QStringLiteral("dB SPL");
    case Column::headroom:
    case Column::loss:
    case Column::deviation:
      return QStringLiteral("dB");
    case Column::damping:
      return Text::tr("times");
    case Column::noise:
      return QStringLiteral("dB(A)");
    case Column::gain:
      return Text::tr("setting");
    case Column::knob:
      return Text::tr("% of turn");
    default:
      return {};
  }
}

QString columnAbout(Column column) {
  switch (column) {
    case Column::mark:
      return Text::tr("Tick up to four to see them side by side.");
    case Column::verdict:
      return Text::tr("How the two go together, all in all.");
    case Column::source:
      return Text::tr("The device that drives the headphones.");
    case Column::output:
      return Text::tr("The socket that they are plugged into.");
    case Column::maximum:
      return Text::tr("The loudest peak without distortion, at the ear.");
    case Column::headroom:
      return Text::tr("How far that is above the loudest peak that you ask for.");
    case Column::loss:
      return Text::tr("What the output's impedance takes off the level.");
    case Column::damping:
      return Text::tr("How many times the output's impedance the headphones have; 8 is good.");
    case Column::deviation:
      return Text::tr("How far the output's impedance bends the frequency response.");
    case Column::noise:
      return Text::tr("The output's own noise at the ear, A-weighted.");
    case Column::gain:
      return Text::tr("The lowest gain that reaches your loudest peak.");
    case Column::knob:
      return Text::tr(
          "Where the knob stands at your listening level, or how far it is turned "
          "down.");
  }
  return {};
}

bool isNumeric(Column column) {
  return column >= Column::maximum && column != Column::gain;
}

std::optional<matching::Figure> figureOf(Column column) {
  switch (column) {
    case Column::maximum:
      return matching::Figure::maximum;
    case Column::headroom:
      return matching::Figure::headroom;
    case Column::loss:
      return matching::Figure::loss;
    case Column::damping:
      return matching::Figure::damping;
    case Column::deviation:
      return matching::Figure::deviation;
    case Column::noise:
      return matching::Figure::noise;
    case Column::gain:
      return matching::Figure::gain;
    case Column::knob:
      return matching::Figure::travel;
    default:
      return std::nullopt;
  }
}

BoundedText cellText(Column column, const Candidates& all, std::size_t index) {
  const Output& output = all.outputs()[index];
  if (column == Column::source) return words(QString::fromStdString(output.device));
  if (column == Column::output) return words(QString::fromStdString(output.name));
  if (column == Column::mark) {
    const auto place = all.placeOf(index);
    return words(place ? Candidates::markOf(*place) : QString());
  }
  if (all.matches().empty()) return unknownText();
  const Match& match = all.matches()[index];
  switch (column) {
    case Column::verdict:
      return words(verdictText(match.verdict));
    case Column::maximum:
      return boundedText(match.maximum, 0);
    case Column::headroom:
      return boundedText(match.headroom, 0);
    case Column::loss:
      return sayingSomething(match.loss);
    case Column::damping:
      return boundedText(match.damping, dampingDecimals(match.damping));
    case Column::deviation:
      return sayingSomething(match.deviation);
    case Column::noise:
      return boundedText(match.noise, 0);
    case Column::gain: {
      const QString name = gainText(match, output);
      return name.isEmpty() ? unknownText() : words(name);
    }
    case Column::knob:
      return knobText(match);
    default:
      return unknownText();
  }
}

QString missingText(Column column, const Candidates& all, std::size_t index) {
  if (cellText(column, all, index).isKnown || !all.load()) return {};
  const Output& output = all.outputs()[index];
  Missing missing;
  switch (column) {
    case Column::loss:
    case Column::damping:
    case Column::deviation:
      missing.needImpedance(all, output);
      break;
    case Column::noise:
      if (output.noise.isUnknown()) missing.figures << Text::tr("the output's noise");
      missing.needSensitivity(all);
      missing.needImpedance(all, output);
      break;
    case Column::gain:
      if (output.steps.empty()) return Text::tr("No gain switch is told of.");
      [[fallthrough]];
    case Column::maximum:
    case Column::headroom:
    case Column::knob:
      missing.needMaximum(output);
      missing.needGain(output);
      missing.needSensitivity(all);
      missing.needImpedance(all, output);
      break;
    default:
      return {};
  }
  if (missing.figures.isEmpty()) return Text::tr("It cannot be worked out.");
  return Text::tr("Not known: %1.").arg(missing.figures.join(QStringLiteral(", ")));
}

QString cellInFull(Column column, const Candidates& all, std::size_t index) {
  const BoundedText text = cellText(column, all, index);
  if (!text.isKnown) return missingText(column, all, index);
  if (column == Column::knob && !all.matches().empty() && all.matches()[index].travel.isUnknown()) {
    return Text::tr("%1 below fully up").arg(text.number);
  }
  return text.text(column == Column::gain ? QString() : columnUnit(column));
}

QString cellOrigin(Column column, const Candidates& all, std::size_t index) {
  QStringList lines{columnName(column) + QStringLiteral(": ") + cellInFull(column, all, index)};
  if (column == Column::mark) lines = {columnAbout(column)};
  if (const auto figure = figureOf(column)) {
    lines << evidenceLines(all.evidence(index, *figure));
  }
  QString html;
  for (const QString& line : lines) html += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
  return html;
}

bool isBefore(Column column, const Candidates& all, std::size_t a, std::size_t b,
              Qt::SortOrder order) {
  const bool isDescending = order == Qt::DescendingOrder;
  if (isNumeric(column) && !all.matches().empty()) {
    const double first = sortValue(column, all, a);
    const double second = sortValue(column, all, b);
    if (std::isnan(first) || std::isnan(second)) return !std::isnan(first) && std::isnan(second);
    return isDescending ? first > second : first < second;
  }
  const QString first = cellText(column, all, a).number;
  const QString second = cellText(column, all, b).number;
  if (column == Column::mark && first.isEmpty() != second.isEmpty()) return second.isEmpty();
  const int compared = first.localeAwareCompare(second);
  return isDescending ? compared > 0 : compared < 0;
}

}  // namespace linecheck::ui
