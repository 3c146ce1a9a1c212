#include "match/match_charts.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>
#include <utility>

#include "matching/curves.h"
#include "matching/steps.h"
#include "plots/chart_painting.h"
#include "text/match_text.h"
#include "text/reading.h"

namespace linecheck::ui {
namespace {

using matching::Bounded;
using matching::Match;
using matching::Output;

class Text {
  Q_DECLARE_TR_FUNCTIONS(MatchCharts)
};

constexpr double kLowestHz = 20.0;
constexpr double kHighestHz = 20000.0;
constexpr int kThresholdPoints = 160;
constexpr double kCurveShouldBegin = 50.0;
constexpr double kCurveShouldEnd = 10000.0;
constexpr Range kLoudness{30.0, 130.0};
constexpr Range kLeastResponse{-3.0, 3.0};

/// Of those side by side: what they are drawn with.
struct Pick {
  std::size_t place = 0;
  std::size_t index = 0;
  const Output& output;
  const Match& match;
  QString mark;
  QString name;
  Role colour;
};

std::vector<Pick> picksOf(const Candidates& all) {
  std::vector<Pick> picks;
  if (!all.load()) return picks;
  for (std::size_t place = 0; place < all.picks().size(); ++place) {
    const std::size_t index = all.picks()[place];
    const Output& output = all.outputs()[index];
    picks.push_back({place, index, output, all.matches()[index], Candidates::markOf(place),
                     outputText(output), placeRole(place)});
  }
  return picks;
}

template <class T>
CurvePicture::Point pointOf(double x, const Bounded<T>& y) {
  return {x, y.rawNominal(), y.rawLow(), y.rawHigh()};
}

CurvePicture::Axis frequencyAxis() {
  return {Text::tr("Frequency"), QStringLiteral("Hz"), {kLowestHz, kHighestHz}, true, 0};
}

// "20 kHz"
QString roundFrequency(Hertz frequency) {
  const bool isKilo = frequency.value() >= 1000.0;
  const double shown = frequency.value() / (isKilo ? 1000.0 : 1.0);
  return Reading{numberText(shown, shown == std::floor(shown) ? 0 : 1),
                 isKilo ? QStringLiteral("kHz") : QStringLiteral("Hz")}
      .text();
}

// "Nothing to draw for A and C: …"
QString missingNote(const QStringList& marks, const QString& why) {
  return marks.isEmpty()
             ? QString()
             : Text::tr("No line for %1: %2").arg(marks.join(QStringLiteral(", ")), why);
}

QString emptyNote(const Candidates& all) {
  return all.picks().empty() ? Text::tr("Tick outputs in the table to see them here.") : QString();
}

/// The level against the knob's setting in decibels, from quiet to loud; empty where that is not
/// known, and what the knob cannot reach is left out.
std::vector<CurvePicture::Point> settingPoints(const matching::StepResult& step,
                                               const matching::Request& request) {
  std::vector<CurvePicture::Point> points;
  const std::pair<const Bounded<Decibels>&, DecibelsSpl> known[] = {
      {step.quietAttenuation, request.quiet},
      {step.attenuation, request.listening},
      {step.loudAttenuation, request.loud}};
  for (const auto& [attenuation, level] : known) {
    const auto at = attenuation.nominal();
    if (at && at->value() < 0.0) {
      points.push_back({at->value(), level.value(), std::nan(""), std::nan("")});
    }
  }
  std::sort(points.begin(), points.end(),
            [](const auto& one, const auto& other) { return one.x < other.x; });
  if (points.size() < 2) points.clear();
  return points;
}

/// One series for a gain of a pick, without its points.
CurvePicture::Series seriesOf(const Pick& pick, const matching::StepResult& step,
                              std::size_t steps) {
  CurvePicture::Series series;
  series.mark = pick.mark;
  series.name = pick.name;
  if (step.step < pick.output.steps.size()) {
    const QString gain = QString::fromStdString(pick.output.steps[step.step].name);
    series.name += QStringLiteral(", ") + gain;
    if (steps > 1) series.mark += u' ' + gain.left(1);
  }
  series.colour = pick.colour;
  series.isQuiet = !step.isChosen && steps > 1;
  series.isInLegend = !series.isQuiet;
  series.style = series.isQuiet ? Qt::DashLine : Qt::SolidLine;
  return series;
}

/// Widens the axis in steps of so much until all of the series lie inside.
void include(Range& range, const std::vector<CurvePicture::Series>& series, double step) {
  for (const auto& one : series) {
    for (const auto& point : one.points) {
      for (const double y : {point.y, point.low, point.high}) {
        if (!std::isfinite(y)) continue;
        range.low = std::min(range.low, step * std::floor(y / step));
        range.high = std::max(range.high, step * std::ceil(y / step));
      }
    }
  }
}

}  // namespace

CurvePicture loudnessPicture(const Candidates& all) {
  const matching::Request& request = all.request();
  CurvePicture picture;
  picture.title = Text::tr("Loudness against the knob");
  picture.x = {Text::tr("Turn of the knob"), QStringLiteral("%"), {0.0, 100.0}, false, 0};
  picture.y = {Text::tr("Music's level"), QStringLiteral("dB SPL"), kLoudness, false, 0};
  picture.fields.push_back(
      {{request.quiet.value(), request.loud.value()}, Text::tr("comfortable")});
  picture.lines.push_back({request.listening.value(), Text::tr("your level")});
  // Along the turn of the knob, and along its setting in decibels.
  std::vector<CurvePicture::Series> turned;
  std::vector<CurvePicture::Series> set;
  QStringList lawless;
  QStringList unknown;
  std::size_t lawful = 0;
  for (const Pick& pick : picksOf(all)) {
    const auto steps = matching::stepResults(pick.output, *all.load(), request);
    const std::size_t turnedBefore = turned.size();
    const std::size_t setBefore = set.size();
    for (const matching::StepResult& step : steps) {
      CurvePicture::Series series = seriesOf(pick, step, steps.size());
      series.points = settingPoints(step, request);
      if (!series.points.empty()) set.push_back(series);
      series.points.clear();
      for (const auto& point :
           matching::loudnessCurve(pick.output, *all.load(), request, step.step)) {
        series.points.push_back(pointOf(100.0 * point.travel.fraction, point.level));
      }
      if (!series.points.empty()) turned.push_back(std::move(series));
    }
    if (turned.size() > turnedBefore) {
      ++lawful;
    } else {
      (set.size() > setBefore ? lawless : unknown) << pick.mark;
    }
  }
  QStringList notes;
  if (all.picks().empty()) notes << emptyNote(all);
  if (static_cast<std::size_t>(lawless.size()) > lawful) {
    // So that most of them can be compared.
    picture.x = {Text::tr("Knob, below fully up"), QStringLiteral("dB"), {-80.0, 0.0}, false, 0};
    picture.series = std::move(set);
  } else {
    picture.series = std::move(turned);
    if (!lawless.isEmpty()) {
      notes << missingNote(lawless, Text::tr("set in decibels, not by a turn. The column Knob "
                                             "tells where."));
    }
  }
  if (!unknown.isEmpty()) {
    notes << missingNote(unknown, Text::tr("how loud it gets, or what its volume control does, is "
                                           "not told."));
  }
  picture.note = notes.join(u' ');
  return picture;
}

CurvePicture responsePicture(const Candidates& all) {
  CurvePicture picture;
  picture.title = Text::tr("What the output's impedance does");
  picture.x = frequencyAxis();
  picture.y = {Text::tr("Level"), QStringLiteral("dB"), kLeastResponse, false, 2};
  QStringList unknown;
  bool isFlat = false;
  for (const Pick& pick : picksOf(all)) {
    CurvePicture::Series deviation{
        pick.mark, pick.name, pick.colour, Qt::SolidLine,
        true,      false,     {},          Text::tr("%1 deviation").arg(pick.mark)};
    CurvePicture::Series loss{
        {}, Text::tr("%1, loss").arg(pick.name), pick.colour, Qt::DashLine, false, false,
        {}, Text::tr("%1 loss").arg(pick.mark)};
    const auto curve = matching::responseCurve(pick.output, *all.load(), all.request());
    for (const matching::ResponsePoint& point : curve) {
      deviation.points.push_back(pointOf(point.frequency.value(), point.deviation));
      loss.points.push_back(pointOf(point.frequency.value(), point.loss));
    }
    if (curve.empty() && !pick.match.loss.isUnknown()) {
      isFlat = true;
      for (const double hz : {kLowestHz, kHighestHz}) {
        loss.points.push_back(pointOf(hz, pick.match.loss));
        if (pick.match.deviationBasis == matching::DeviationBasis::planar) {
          deviation.points.push_back({hz, 0.0, std::nan(""), std::nan("")});
        }
      }
    }
    if (loss.points.empty()) unknown << pick.mark;
    // Without a curve of its own the loss is what there is to tell.
    if (deviation.points.empty()) {
      loss.mark = pick.mark;
      loss.isInLegend = true;
    }
    if (!deviation.points.empty()) picture.series.push_back(std::move(deviation));
    if (!loss.points.empty()) picture.series.push_back(std::move(loss));
  }
  const auto isDrawn = [&](Qt::PenStyle style) {
    return std::any_of(picture.series.begin(), picture.series.end(),
                       [style](const auto& series) { return series.style == style; });
  };
  // What the kinds of line mean, where there are both.
  if (isDrawn(Qt::DashLine) && isDrawn(Qt::SolidLine)) {
    for (const auto& [name, style] : {std::pair(Text::tr("deviation"), Qt::SolidLine),
                                      std::pair(Text::tr("loss"), Qt::DashLine)}) {
      picture.series.push_back({{}, name, Role::quietText, style, true, true, {}});
    }
  }
  include(picture.y.range, picture.series, 3.0);
  QStringList notes;
  if (all.picks().empty()) notes << emptyNote(all);
  if (all.load() && !all.load()->curve.empty()) {
    const Hertz first = all.load()->curve.front().frequency;
    const Hertz last = all.load()->curve.back().frequency;
    if (first.value() > kCurveShouldBegin || last.value() < kCurveShouldEnd) {
      notes << Text::tr("The headphones' impedance is told only from %1 to %2.")
                   .arg(roundFrequency(first), roundFrequency(last));
    }
  }
  if (isFlat) {
    const bool isPlanar = all.load()->driver == profiles::Driver::planar;
    notes << (isPlanar ? Text::tr("Planar drivers are taken as even resistors.")
                       : Text::tr("There is no impedance curve: the loss is drawn at the nominal "
                                  "impedance."));
  }
  if (!unknown.isEmpty()) notes << missingNote(unknown, Text::tr("an impedance is not told."));
  picture.note = notes.join(u' ');
  return picture;
}

BarPicture demandPicture(const Candidates& all) {
  BarPicture picture;
  picture.title = Text::tr("Power and current");
  picture.neededName =
      Text::tr("needed at %1")
          .arg(Reading{numberText(all.request().peak.value(), 0), QStringLiteral("dB SPL")}.text());
  if (!all.load()) return picture;
  const auto value = [](const auto& bounded) {
    return BarPicture::Value{1e3 * bounded.rawNominal(), 1e3 * bounded.rawLow(),
                             1e3 * bounded.rawHigh()};
  };
  const matching::Load& load = *all.load();
  const matching::Demand needed = matching::demandAt(load, all.request().peak);
  BarPicture::Group power{Text::tr("Power"), QStringLiteral("mW"), value(needed.power), {}};
  BarPicture::Group current{Text::tr("Current"), QStringLiteral("mA"), value(needed.current), {}};
  QStringList unknown;
  for (const Pick& pick : picksOf(all)) {
    const matching::Demand given = matching::mostInto(pick.output, load, all.request());
    if (given.power.isUnknown() && given.current.isUnknown()) unknown << pick.mark;
    power.bars.push_back({pick.mark, pick.name, pick.colour, value(given.power)});
    current.bars.push_back({pick.mark, pick.name, pick.colour, value(given.current)});
  }
  picture.groups = {std::move(power), std::move(current)};
  picture.note = emptyNote(all);
  if (!unknown.isEmpty()) {
    picture.note =
        Text::tr("Nobody has told how much %1 can give.").arg(unknown.join(QStringLiteral(", ")));
  } else if (needed.power.isUnknown()) {
    picture.note = Text::tr(
        "What the target takes is not known: the headphones' sensitivity or "
        "impedance is not told.");
  }
  return picture;
}

CurvePicture noisePicture(const Candidates& all) {
  CurvePicture picture;
  picture.title = Text::tr("Noise against the threshold of hearing");
  picture.x = frequencyAxis();
  picture.x.range.high = 12500.0;
  picture.y = {Text::tr("In the ear's bands"), QStringLiteral("dB SPL"), {-30.0, 50.0}, false, 0};
  CurvePicture::Series threshold{
      {}, Text::tr("threshold of hearing"), Role::text, Qt::SolidLine, true, false, {}};
  std::vector<double> frequencies;
  for (int i = 0; i < kThresholdPoints; ++i) {
    const double share = static_cast<double>(i) / (kThresholdPoints - 1);
    // The end is not beyond the end by rounding.
    const double hz = i == kThresholdPoints - 1
                          ? picture.x.range.high
                          : kLowestHz * std::pow(picture.x.range.high / kLowestHz, share);
    frequencies.push_back(hz);
    if (const auto level = matching::hearingThreshold(Hertz::of(hz))) {
      threshold.points.push_back({hz, level->value(), std::nan(""), std::nan("")});
    }
  }
  QStringList unknown;
  for (const Pick& pick : picksOf(all)) {
    if (pick.match.noise.isUnknown()) {
      unknown << pick.mark;
      continue;
    }
    CurvePicture::Series series{pick.mark, pick.name, pick.colour, Qt::SolidLine, true, false, {}};
    for (const double hz : frequencies) {
      const auto at = [hz](const std::optional<DecibelsSpl>& noise) {
        return noise ? matching::noiseInEarBand(*noise, Hertz::of(hz)).value() : std::nan("");
      };
      series.points.push_back({hz, at(pick.match.noise.nominal()), at(pick.match.noise.low()),
                               at(pick.match.noise.high())});
    }
    picture.series.push_back(std::move(series));
  }
  include(picture.y.range, picture.series, 10.0);
  picture.series.push_back(std::move(threshold));
  picture.note = emptyNote(all);
  if (!unknown.isEmpty()) {
    picture.note = missingNote(unknown, Text::tr("its noise, or the headphones' sensitivity, is "
                                                 "not told."));
  }
  return picture;
}

std::vector<std::shared_ptr<const Chart>> matchCharts(const Candidates& all) {
  std::vector<std::shared_ptr<const Chart>> charts;
  charts.push_back(std::make_shared<CurveChart>(loudnessPicture(all)));
  charts.push_back(std::make_shared<CurveChart>(responsePicture(all)));
  charts.push_back(std::make_shared<BarChart>(demandPicture(all)));
  charts.push_back(std::make_shared<CurveChart>(noisePicture(all)));
  return charts;
}

}  // namespace linecheck::ui
