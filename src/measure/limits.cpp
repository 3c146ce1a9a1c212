#include "measure/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace linecheck::measure {
namespace {

const double kNone = std::nan("");

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::optional<double> number(std::string_view text) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool isAll = error == std::errc() && end == text.data() + text.size();
  return isAll && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> fieldsOf(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const auto comma = line.find(',');
    fields.push_back(trimmed(line.substr(0, comma)));
    if (comma == std::string_view::npos) return fields;
    line.remove_prefix(comma + 1);
  }
}

std::optional<Limits::Point> pointOf(const std::vector<std::string_view>& fields) {
  if (fields.size() != 3) return std::nullopt;
  const auto x = number(fields[0]);
  const auto bound = [](std::string_view field) {
    return field.empty() ? std::optional(kNone) : number(field);
  };
  const auto lower = bound(fields[1]);
  const auto upper = bound(fields[2]);
  if (!x || !lower || !upper || *lower > *upper) return std::nullopt;
  return Limits::Point{*x, *lower, *upper};
}

// A line of names has no number in it.
bool isNames(const std::vector<std::string_view>& fields) {
  return std::none_of(fields.begin(), fields.end(),
                      [](std::string_view field) { return number(field).has_value(); });
}

std::string fieldText(double value) {
  return std::isnan(value) ? std::string() : fmt::format("{}", value);
}

double coordinate(double x, Unit unit) {
  return unit == Unit::hertz ? std::log(x) : x;
}

}  // namespace

Result<Limits> parseLimits(std::string_view csv, const std::string& name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (csv.starts_with(kByteOrderMark)) csv.remove_prefix(kByteOrderMark.size());
  Limits limits;
  int line = 0;
  bool isFirst = true;
  while (!csv.empty()) {
    ++line;
    const auto end = std::min(csv.find('\n'), csv.size());
    const auto text = trimmed(csv.substr(0, end));
    csv.remove_prefix(std::min(end + 1, csv.size()));
    if (text.empty() || text.starts_with('#')) continue;
    const auto fields = fieldsOf(text);
    const auto point = pointOf(fields);
    const bool isHeading = isFirst && isNames(fields);
    isFirst = false;
    if (isHeading) continue;
    const auto where = fmt::format("{}:{}", name, line);
    if (!point) {
      return fail(ErrorCode::badInput,
                  "Each line is x,lower,upper in plain numbers, the lower bound first.", where);
    }
    if (!limits.points.empty() && point->x <= limits.points.back().x) {
      return fail(ErrorCode::badInput, "Each x has to be greater than the one before.", where);
    }
    limits.points.push_back(*point);
  }
  if (limits.points.empty()) {
    return fail(ErrorCode::badInput, "There are no limits in it.", name);
  }
  return limits;
}

std::string limitsCsv(const Limits& limits) {
  std::string text = "x,lower,upper\n";
  for (const Limits::Point& point : limits.points) {
    text += fmt::format("{},{},{}\n", fieldText(point.x), fieldText(point.lower),
                        fieldText(point.upper));
  }
  return text;
}

Limits limitsAround(const Trace& trace, double tolerance) {
  Limits limits;
  for (std::size_t i = 0; i < trace.x.size(); ++i) {
    if (!std::isfinite(trace.y[i])) continue;
    limits.points.push_back({trace.x[i], trace.y[i] - tolerance, trace.y[i] + tolerance});
  }
  return limits;
}

Limits::Point boundsAt(const Limits& limits, double x, Unit xUnit) {
  const auto& points = limits.points;
  const auto above =
      std::lower_bound(points.begin(), points.end(), x,
                       [](const Limits::Point& point, double value) { return point.x < value; });
  if (above != points.end() && above->x == x) return *above;
  if (above == points.begin() || above == points.end()) return {x, kNone, kNone};
  const auto below = above - 1;
  const double from = coordinate(below->x, xUnit);
  const double share = (coordinate(x, xUnit) - from) / (coordinate(above->x, xUnit) - from);
  return {x, std::lerp(below->lower, above->lower, share),
          std::lerp(below->upper, above->upper, share)};
}

Judgement judge(const Trace& trace, const Limits& limits) {
  Judgement judgement;
  std::optional<double> first;
  std::optional<double> last;
  for (std::size_t i = 0; i < trace.x.size(); ++i) {
    const double y = trace.y[i];
    if (std::isnan(y)) continue;
    if (!first) first = trace.x[i];
    last = trace.x[i];
    const Limits::Point bounds = boundsAt(limits, trace.x[i], trace.xUnit);
    for (const double excess : std::array{bounds.lower - y, y - bounds.upper}) {
      if (std::isnan(excess) || (judgement.x && excess <= judgement.excess)) continue;
      judgement.x = trace.x[i];
      judgement.excess = excess;
    }
  }
  judgement.isWithin = judgement.x && judgement.excess <= 0.0;
  judgement.isComplete = first && !limits.points.empty() && *first <= limits.points.front().x &&
                         *last >= limits.points.back().x;
  return judgement;
}

}  // namespace linecheck::measure
