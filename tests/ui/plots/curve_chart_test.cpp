#include "plots/curve_chart.h"

#include <gtest/gtest.h>

#include <QImage>
#include <cmath>

#include "plots/chart_painting.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

CurvePicture picture() {
  CurvePicture made;
  made.title = QStringLiteral("Title");
  made.x = {QStringLiteral("Turn"), QStringLiteral("%"), {0.0, 100.0}, false, 0};
  made.y = {QStringLiteral("Level"), QStringLiteral("dB"), {0.0, 100.0}, false, 1};
  const double none = std::nan("");
  made.series.push_back({QStringLiteral("A"),
                         QStringLiteral("First, one"),
                         Role::digital,
                         Qt::SolidLine,
                         true,
                         false,
                         {{0.0, 10.0, none, none}, {50.0, 60.0, none, none}}});
  return made;
}

TEST(CurveChart, ReadsStraightLinesBetweenPointsAndNothingBeyond) {
  const auto made = picture();
  EXPECT_DOUBLE_EQ(valueAt(made.series[0], 25.0).y, 35.0);
  EXPECT_DOUBLE_EQ(valueAt(made.series[0], 50.0).y, 60.0);
  EXPECT_TRUE(std::isnan(valueAt(made.series[0], 50.1).y));
  EXPECT_TRUE(std::isnan(valueAt(made.series[0], -0.1).y));
}

TEST(CurveChart, TheCursorNamesItsPlaceAndWhatIsThere) {
  const CurveChart chart(picture());
  EXPECT_EQ(chart.reading(0.25), u"25\u2009%, A  35.0\u2009dB");
  EXPECT_EQ(chart.reading(1.0), u"100\u2009%");
}

TEST(CurveChart, CopiesItsPointsWithUnitsAndQuotesNamesWithCommas) {
  const QString csv = CurveChart(picture()).csv();
  EXPECT_TRUE(csv.startsWith(QStringLiteral("series,Turn [%],low [dB],Level [dB],high [dB]\n")));
  EXPECT_TRUE(csv.contains(QStringLiteral("\"First, one\",50.0000,,60.000,\n")));
}

TEST(CurveChart, DrawsInTheColoursOfTheThemeOnly) {
  for (const Palette& palette : {Palette::dark(), Palette::light()}) {
    QImage image(400, 240, QImage::Format_RGB32);
    image.fill(palette[Role::ground]);
    QPainter painter(&image);
    CurveChart(picture()).draw(painter, QRectF(0, 0, 400, 240), palette, std::nullopt);
    painter.end();
    int curve = 0;
    for (int y = 0; y < image.height(); ++y) {
      for (int x = 0; x < image.width(); ++x) {
        curve += image.pixelColor(x, y) == palette[Role::digital] ? 1 : 0;
      }
    }
    EXPECT_GT(curve, 20);
  }
}

TEST(ChartPainting, FourPlacesHaveColoursThatDifferAndStandOut) {
  for (const Palette& palette : {Palette::dark(), Palette::light()}) {
    for (std::size_t place = 0; place < 4; ++place) {
      EXPECT_GE(contrastRatio(palette[placeRole(place)], palette[Role::ground]), 3.0);
      for (std::size_t other = 0; other < place; ++other) {
        EXPECT_NE(placeRole(place), placeRole(other));
      }
    }
  }
}

}  // namespace
}  // namespace linecheck::ui
