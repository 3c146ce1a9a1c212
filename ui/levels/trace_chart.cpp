#include "levels/trace_chart.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

#include "measure/figure_words.h"
#include "plots/chart_painting.h"
#include "plots/curve_canvas.h"
#include "plots/ticks.h"
#include "text/levels_text.h"

namespace linecheck::ui {
namespace {

using measure::Trace;
using measure::Unit;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(TraceChart)
};

constexpr std::size_t kMostPoints = 3000;
constexpr double kLowestLevel = -200.0;  // What lies below is silence.

QString fromView(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

bool isLevel(Unit unit) {
  return unit == Unit::db || unit == Unit::dbfs || unit == Unit::dbc || unit == Unit::dbu;
}

double drawn(double y, Unit unit) {
  if (isLevel(unit) && y < kLowestLevel) return std::nan("");
  return std::isfinite(y) ? y : std::nan("");
}

bool isLogarithmic(const std::vector<ShownTrace>& traces) {
  return std::all_of(traces.begin(), traces.end(), [](const ShownTrace& shown) {
    const Trace& trace = shown.trace;
    return trace.xUnit == Unit::hertz && (trace.x.empty() || trace.x.back() > 0.0);
  });
}

Range xRange(const std::vector<ShownTrace>& traces, bool isLog,
             const std::optional<WholeAxis>& whole) {
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  if (whole && whole->unit == traces.front().trace.xUnit) {
    low = whole->range.low;
    high = whole->range.high;
  }
  for (const ShownTrace& shown : traces) {
    for (const double x : shown.trace.x) {
      if (isLog && x <= 0.0) continue;
      low = std::min(low, x);
      high = std::max(high, x);
    }
  }
  if (low > high) return isLog ? Range{20.0, 20000.0} : Range{0.0, 1.0};
  if (low == high) return isLog ? Range{low / 2, high * 2} : Range{low - 1.0, high + 1.0};
  return {low, high};
}

// In steps that a small change does not move.
Range yRange(const std::vector<ShownTrace>& traces, const measure::Limits* limits) {
  double low = HUGE_VAL;
  double high = -HUGE_VAL;
  const auto take = [&](double y) {
    if (!std::isfinite(y)) return;
    low = std::min(low, y);
    high = std::max(high, y);
  };
  const Unit unit = traces.front().trace.yUnit;
  for (const ShownTrace& shown : traces) {
    for (const double y : shown.trace.y) take(drawn(y, unit));
  }
  if (limits) {
    for (const auto& point : limits->points) {
      take(point.lower);
      take(point.upper);
    }
  }
  if (low > high) return isLevel(unit) ? Range{-120.0, 0.0} : Range{0.0, 1.0};
  // A tenth of a decibel shall not look like a mountain.
  const double least = isLevel(unit) ? 1.0 : std::max(1e-9, 0.02 * std::abs(high));
  const double middle = (low + high) / 2.0;
  const double half = std::max(high - low, least) / 2.0;
  const double step = niceStep(half / 3.0);
  return {std::floor((middle - half * 1.05) / step) * step,
          std::ceil((middle + half * 1.05) / step) * step};
}

QString yName(Unit unit) {
  switch (unit) {
    case Unit::degrees:
      return Words::tr("Phase");
    case Unit::ohms:
      return Words::tr("Impedance");
    case Unit::milliseconds:
    case Unit::seconds:
    case Unit::frames:
      return Words::tr("Delay");
    default:
      return Words::tr("Level");
  }
}

QString xName(const Trace& trace) {
  if (trace.xName == "frequency") return Words::tr("Frequency");
  if (trace.xName == "level") return Words::tr("Level played");
  if (trace.xName == "time") return Words::tr("Time");
  if (trace.xName == "true_peak") return Words::tr("Crest played");
  if (trace.xName == "offset") return Words::tr("Offset from the tone");
  QString name = fromView(trace.xName);
  if (!name.isEmpty()) name[0] = name[0].toUpper();
  return name;
}

// As many points as can be told apart: of each stretch of the axis the lowest and the highest.
std::vector<CurvePicture::Point> pointsOf(const Trace& trace, bool isLog) {
  const double nothing = std::nan("");
  std::vector<CurvePicture::Point> points;
  const auto add = [&](std::size_t i) {
    points.push_back({trace.x[i], drawn(trace.y[i], trace.yUnit), nothing, nothing});
  };
  const auto coordinate = [isLog](double x) { return isLog ? std::log(x) : x; };
  std::size_t first = 0;
  while (isLog && first < trace.x.size() && trace.x[first] <= 0.0) ++first;
  if (trace.x.size() - first <= kMostPoints) {
    for (std::size_t i = first; i < trace.x.size(); ++i) add(i);
    return points;
  }
  const double begin = coordinate(trace.x[first]);
  const double width =
      (coordinate(trace.x.back()) - begin) / (static_cast<double>(kMostPoints) / 2.0);
  for (std::size_t i = first; i < trace.x.size();) {
    const auto stretch = std::floor((coordinate(trace.x[i]) - begin) / width);
    std::size_t lowest = i;
    std::size_t highest = i;
    for (; i < trace.x.size() && std::floor((coordinate(trace.x[i]) - begin) / width) == stretch;
         ++i) {
      if (trace.y[i] < trace.y[lowest]) lowest = i;
      if (trace.y[i] > trace.y[highest]) highest = i;
    }
    add(std::min(lowest, highest));
    if (lowest != highest) add(std::max(lowest, highest));
  }
  return points;
}

struct Look {
  Role colour;
  Qt::PenStyle style;
};

Look lookOf(std::size_t place, int channel) {
  if (place == 0) {
    return {channel == 0 ? Role::digital : Role::unbalanced, Qt::SolidLine};
  }
  static constexpr std::array kRoles{Role::balanced, Role::headphone, Role::loudspeaker,
                                     Role::quietText};
  static constexpr std::array kStyles{Qt::DashLine, Qt::DashDotLine, Qt::DotLine};
  return {kRoles[(place - 1) % kRoles.size()], kStyles[(place - 1) % kStyles.size()]};
}

CurvePicture::Series boundSeries(const measure::Limits& limits, bool isUpper) {
  CurvePicture::Series series;
  series.name = Words::tr("Limits");
  series.colour = Role::bad;
  series.style = Qt::DashLine;
  series.isInLegend = isUpper;
  series.isQuiet = true;
  const double nothing = std::nan("");
  for (const auto& point : limits.points) {
    series.points.push_back({point.x, isUpper ? point.upper : point.lower, nothing, nothing});
  }
  return series;
}

}  // namespace

std::optional<WholeAxis> wholeAxis(std::string_view kind, const measure::Values& values) {
  if (kind == "frequency-steps" || kind == "response") {
    const double high = values.get("to").value_or(20000.0);
    const double low = values.get("from").value_or(20.0);
    if (low < high) return WholeAxis{Unit::hertz, {low, high}};
  } else if (kind == "level-steps") {
    const double low = values.get("from").value_or(-60.0);
    const double high = values.get("to").value_or(0.0);
    if (low < high) return WholeAxis{Unit::dbfs, {low, high}};
  } else if (kind == "headroom") {
    // It begins where nobody has to be asked.
    const double high = values.get("to").value_or(0.0);
    return WholeAxis{Unit::dbfs, {std::min(-30.0, high - 11.0), high}};
  } else if (kind == "limiter") {
    return WholeAxis{Unit::dbfs, {-24.0, 0.0}};
  } else if (kind == "overs") {
    const double crest = values.get("level").value_or(0.0) + 3.0;
    return WholeAxis{Unit::dbtp, {crest - 24.0, crest}};
  }
  return std::nullopt;
}

CurvePicture tracePicture(const std::vector<ShownTrace>& traces, const measure::Limits* limits,
                          const std::optional<WholeAxis>& whole) {
  CurvePicture picture;
  const Trace& first = traces.front().trace;
  const bool isLog = isLogarithmic(traces);
  picture.title = measureWord(measure::figureName(first.id));
  picture.x = {xName(first), fromView(measure::unitSymbol(first.xUnit)),
               xRange(traces, isLog, whole), isLog, measure::unitDecimals(first.xUnit)};
  picture.y = {yName(first.yUnit), fromView(measure::unitSymbol(first.yUnit)),
               yRange(traces, limits), false, measure::unitDecimals(first.yUnit)};
  if (limits) {
    picture.series.push_back(boundSeries(*limits, true));
    picture.series.push_back(boundSeries(*limits, false));
  }
  for (const ShownTrace& shown : traces) {
    CurvePicture::Series series;
    const int channel = shown.trace.channel.value_or(0);
    const Look look = lookOf(shown.place, channel);
    series.colour = look.colour;
    series.style = look.style;
    const QString input = Words::tr("Input %1").arg(channel + 1);
    if (shown.trace.channel) series.mark = QString::number(channel + 1);
    if (shown.place == 0) {
      series.name = shown.trace.channel ? input : shown.run;
    } else {
      series.name =
          shown.trace.channel ? QStringLiteral("%1, %2").arg(shown.run, input) : shown.run;
    }
    series.label = series.name;
    series.points = pointsOf(shown.trace, isLog);
    picture.series.push_back(std::move(series));
  }
  return picture;
}

double TraceChart::cursorAt(const QRectF& box, QPointF point) const {
  const double share = CurveChart::cursorAt(box, point);
  if (traces_.empty() || traces_.front().trace.x.empty()) return share;
  const auto& axis = picture().x;
  const Range range = coordinates(axis);
  const double wanted = range.valueAt(share);
  double best = share;
  double distance = HUGE_VAL;
  for (const double x : traces_.front().trace.x) {
    if (axis.isFrequency && x <= 0.0) continue;
    const double at = axis.isFrequency ? std::log10(x) : x;
    if (std::abs(at - wanted) >= distance) continue;
    distance = std::abs(at - wanted);
    best = range.shareOf(at);
  }
  return std::clamp(best, 0.0, 1.0);
}

QString TraceChart::csv() const {
  return tracesCsv(traces_);
}

QString tracesCsv(const std::vector<ShownTrace>& traces) {
  QString csv = QStringLiteral("run,trace,input,x,x_unit,y,y_unit\n");
  for (const ShownTrace& shown : traces) {
    const Trace& trace = shown.trace;
    const QString head = csvField(shown.run) + u',' + csvField(fromView(trace.id)) + u',' +
                         (trace.channel ? QString::number(*trace.channel + 1) : QString()) + u',';
    const QString xUnit = fromView(measure::unitKey(trace.xUnit));
    const QString yUnit = fromView(measure::unitKey(trace.yUnit));
    for (std::size_t i = 0; i < trace.x.size(); ++i) {
      csv += head + QString::number(trace.x[i], 'g', 12) + u',' + xUnit + u',' +
             (std::isfinite(trace.y[i]) ? QString::number(trace.y[i], 'g', 12) : QString()) + u',' +
             yUnit + u'\n';
    }
  }
  return csv;
}

}  // namespace linecheck::ui
