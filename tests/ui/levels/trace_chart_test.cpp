#include "levels/trace_chart.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::ui {
namespace {

using measure::Unit;

ShownTrace shown(std::size_t place, int channel, std::vector<double> x, std::vector<double> y) {
  return {place == 0 ? QStringLiteral("This run") : QStringLiteral("12:00:00"),
          place,
          {"response", channel, "frequency", Unit::hertz, Unit::db, std::move(x), std::move(y)}};
}

TEST(TraceChart, FrequenciesAreLogarithmicAndLevelsAreNot) {
  const auto picture = tracePicture({shown(0, 0, {20.0, 20000.0}, {0.0, -3.0})}, nullptr);
  EXPECT_TRUE(picture.x.isFrequency);
  EXPECT_EQ(picture.x.range, (Range{20.0, 20000.0}));
  ShownTrace level = shown(0, 0, {-60.0, 0.0}, {-80.0, -90.0});
  level.trace.xName = "level";
  level.trace.xUnit = Unit::dbfs;
  EXPECT_FALSE(tracePicture({level}, nullptr).x.isFrequency);
}

TEST(TraceChart, TheAxisIsAsWideAsWhatIsStillToBePlayed) {
  measure::Values values;
  values.set("from", 50.0);
  values.set("to", 10000.0);
  const auto whole = wholeAxis("frequency-steps", values);
  ASSERT_TRUE(whole);
  const auto early = tracePicture({shown(0, 0, {50.0, 63.0}, {0.0, 0.0})}, nullptr, whole);
  const auto late = tracePicture({shown(0, 0, {50.0, 10000.0}, {0.0, 0.0})}, nullptr, whole);
  EXPECT_EQ(early.x.range, (Range{50.0, 10000.0}));
  EXPECT_EQ(early.x.range, late.x.range);
}

TEST(TraceChart, LimitsDifferFromEveryInputInColourAndDash) {
  const measure::Limits limits{{{20.0, -6.0, 2.0}, {20000.0, -6.0, 2.0}}};
  const std::vector<double> x{20.0, 20000.0};
  const auto picture =
      tracePicture({shown(0, 0, x, {0.0, 0.0}), shown(0, 1, x, {0.0, 0.0})}, &limits);
  for (std::size_t i = 2; i < picture.series.size(); ++i) {
    EXPECT_NE(picture.series[0].colour, picture.series[i].colour);
    EXPECT_NE(picture.series[0].style, picture.series[i].style);
  }
}

TEST(TraceChart, HasRoomForAllItsCurvesAndLimits) {
  const measure::Limits limits{{{20.0, -6.0, 2.0}, {20000.0, -6.0, 2.0}}};
  const auto picture = tracePicture(
      {shown(0, 0, {20.0, 20000.0}, {0.0, -3.0}), shown(1, 0, {20.0, 20000.0}, {1.0, -9.0})},
      &limits);
  EXPECT_LE(picture.y.range.low, -9.0);
  EXPECT_GE(picture.y.range.high, 2.0);
}

TEST(TraceChart, AFlatCurveIsNotBlownUp) {
  const auto picture = tracePicture({shown(0, 0, {20.0, 20000.0}, {0.001, -0.001})}, nullptr);
  EXPECT_GE(picture.y.range.span(), 1.0);
}

TEST(TraceChart, RunsDifferInColourAndInDash) {
  const std::vector<double> x{20.0, 20000.0};
  const std::vector<double> y{0.0, 0.0};
  const auto picture = tracePicture(
      {shown(0, 0, x, y), shown(0, 1, x, y), shown(1, 0, x, y), shown(2, 0, x, y)}, nullptr);
  ASSERT_EQ(picture.series.size(), 4U);
  EXPECT_EQ(picture.series[0].style, Qt::SolidLine);
  EXPECT_NE(picture.series[0].colour, picture.series[1].colour);
  EXPECT_NE(picture.series[2].style, Qt::SolidLine);
  EXPECT_NE(picture.series[2].style, picture.series[3].style);
  EXPECT_NE(picture.series[2].colour, picture.series[3].colour);
  EXPECT_EQ(picture.series[2].name, u"12:00:00, Input 1");
}

TEST(TraceChart, TheCursorSnapsToWhatWasMeasured) {
  const std::vector<ShownTrace> traces{
      shown(0, 0, {20.0, 200.0, 2000.0, 20000.0}, {0.0, 1.0, 2.0, 3.0}),
      shown(1, 0, {20.0, 20000.0}, {5.0, 5.0})};
  const TraceChart chart(tracePicture(traces, nullptr), traces);
  const QRectF box(0, 0, 600, 300);
  for (int x = 0; x < 600; x += 7) {
    const double at = chart.cursorAt(box, QPointF(x, 100));
    const double thirds = 3.0 * at;
    EXPECT_NEAR(thirds, std::round(thirds), 1e-9);
  }
  const QString read = chart.reading(1.0 / 3.0);
  EXPECT_TRUE(read.contains(QStringLiteral("Input 1  1.00"))) << read.toStdString();
  EXPECT_TRUE(read.contains(QStringLiteral("12:00:00, Input 1  5.00"))) << read.toStdString();
}

TEST(TraceChart, OfManyPointsThePeaksAreDrawnAndAllAreCopied) {
  std::vector<double> x;
  std::vector<double> y;
  for (int i = 1; i <= 40000; ++i) {
    x.push_back(i);
    y.push_back(i == 23456 ? 12.0 : 0.0);
  }
  const std::vector<ShownTrace> traces{shown(0, 0, x, y)};
  const auto picture = tracePicture(traces, nullptr);
  const auto& points = picture.series[0].points;
  EXPECT_LT(points.size(), 5000U);
  EXPECT_TRUE(
      std::any_of(points.begin(), points.end(), [](const auto& point) { return point.y == 12.0; }));
  EXPECT_EQ(TraceChart(picture, traces).csv().count(u'\n'), 40001);
}

}  // namespace
}  // namespace linecheck::ui
