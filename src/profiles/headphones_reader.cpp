#include "profiles/part_readers.h"
#include "profiles/vocabulary.h"

namespace linecheck::profiles {
namespace {

std::optional<ImpedanceCurve::Point> readPoint(const json::Cursor& place) {
  const std::vector<json::Cursor> pair = place.items();
  if (!place.isList()) return std::nullopt;
  if (pair.size() != 2) {
    place.fail("A point is a list of a frequency in Hz and an impedance in ohm.");
    return std::nullopt;
  }
  const std::optional<double> frequency = pair[0].number();
  const std::optional<double> impedance = pair[1].number();
  if (!frequency || !impedance) return std::nullopt;
  if (*frequency <= 0.0 || *impedance <= 0.0) {
    place.fail("Frequency and impedance must be greater than 0.");
    return std::nullopt;
  }
  return ImpedanceCurve::Point{Hertz::of(*frequency), Ohms::of(*impedance)};
}

std::optional<StatedBack> readBack(const json::Cursor& place, const FigureReader& figures) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  StatedBack back;
  back.type = members.required("type").word(kBacks).value_or(Back::open);
  back.claim = figures.claim(members);
  return back;
}

std::optional<ImpedanceCurve> readCurve(const json::Cursor& place, const FigureReader& figures) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  ImpedanceCurve curve;
  const json::Cursor list = members.required("points");
  const std::vector<json::Cursor> items = list.items();
  for (const json::Cursor& item : items) {
    const std::optional<ImpedanceCurve::Point> point = readPoint(item);
    if (!point) continue;
    if (!curve.points.empty() &&
        curve.points.back().frequency.value() >= point->frequency.value()) {
      item.fail("The frequencies must rise from point to point.");
    }
    curve.points.push_back(*point);
  }
  if (list.isList() && items.size() < 2) list.fail("A curve has at least two points.");
  curve.claim = figures.claim(members);
  return curve;
}

}  // namespace

std::optional<Headphones> readHeadphones(const json::Cursor& place, const FigureReader& figures) {
  if (!place) return std::nullopt;
  json::Members members = place.members();
  Headphones headphones;
  {
    json::Members driver = members.required("driver").members();
    headphones.driver = driver.required("type").word(kDrivers).value_or(Driver::unknown);
    headphones.driverClaim = figures.claim(driver);
  }
  headphones.back = readBack(members.optional("back"), figures);
  headphones.impedance = figures.figure(members.optional("impedance"), kResistanceUnits);
  headphones.impedanceCurve = readCurve(members.optional("impedance_curve"), figures);
  headphones.sensitivity = figures.figure(members.optional("sensitivity"), kSensitivityUnits);
  return headphones;
}

}  // namespace linecheck::profiles
