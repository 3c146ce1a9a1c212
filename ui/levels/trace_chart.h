#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "measure/limits.h"
#include "measure/parameters.h"
#include "measure/reading.h"
#include "plots/curve_chart.h"

namespace linecheck::ui {

/// A trace of a run as a line of the picture.
struct ShownTrace {
  QString run;            ///< "now", "14:03:22", a file's name.
  std::size_t place = 0;  ///< 0 is the run itself, 1… those laid under it.
  measure::Trace trace;
};

/// How far an axis will reach when all is played.
struct WholeAxis {
  measure::Unit unit = measure::Unit::hertz;
  Range range;
};

/// As far as the settings of a measurement tell it, so that the axis stays while it is played.
[[nodiscard]] std::optional<WholeAxis> wholeAxis(std::string_view kind,
                                                 const measure::Values& values);

/// The picture of traces of one id, which share their axes. `limits` may be null.
[[nodiscard]] CurvePicture tracePicture(const std::vector<ShownTrace>& traces,
                                        const measure::Limits* limits,
                                        const std::optional<WholeAxis>& whole = {});

/// Curves of measurements: the cursor snaps to the places of the first curve.
class TraceChart : public CurveChart {
 public:
  TraceChart(CurvePicture picture, std::vector<ShownTrace> traces)
      : CurveChart(std::move(picture)), traces_(std::move(traces)) {}

  [[nodiscard]] double cursorAt(const QRectF& box, QPointF point) const override;
  /// All points, not only those that are drawn.
  [[nodiscard]] QString csv() const override;
  [[nodiscard]] const std::vector<ShownTrace>& traces() const { return traces_; }

 private:
  std::vector<ShownTrace> traces_;
};

/// `run,trace,input,x unit,x,y unit,y` for each point of each trace, with a line of names.
[[nodiscard]] QString tracesCsv(const std::vector<ShownTrace>& traces);

}  // namespace linecheck::ui
