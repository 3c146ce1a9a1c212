#include "plots/waterfall_plot.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QSplitter>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "plots/spectrum_plot.h"
#include "support/pointer.h"
#include "support/spectrum_frames.h"
#include "support/waterfall_rows.h"

namespace linecheck::ui {
namespace {

using testing::FrameMaker;
using testing::RowMaker;

struct WaterfallPlotTest : public ::testing::Test {
  WaterfallPlotTest() {
    panes.setOrientation(Qt::Vertical);
    panes.addWidget(&spectrum);
    panes.addWidget(&waterfall);
    panes.resize(900, 600);
    panes.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&panes));
    spectrum.showFrame(FrameMaker().line(1000.0, -60.0).frame());
  }
  ~WaterfallPlotTest() override {
    spectrum.setParent(nullptr);
    waterfall.setParent(nullptr);
  }

  void addRows(int count, double hz = 1000.0) {
    std::vector<measure::WaterfallRow> rows;
    rows.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) rows.push_back(maker.row(hz, -60.0));
    waterfall.addRows(rows);
  }
  // Where the middle of the brightest pixels of a line of the picture is.
  [[nodiscard]] double brightest(int y = 20) {
    const QImage picture = waterfall.grab().toImage();
    int most = 0;
    double sum = 0.0;
    int count = 0;
    // Right of the time axis, whose figures are bright, too.
    for (int x = 60; x < picture.width() - 40; ++x) {
      const int green = picture.pixelColor(x, y).green();
      if (green > most) {
        most = green;
        sum = 0.0;
        count = 0;
      }
      if (green == most) {
        sum += x;
        ++count;
      }
    }
    return sum / count;
  }
  void wheel(QWidget& widget, double x, int notches) {
    const QPointF at(x, 40.0);
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
    spectrum.clearCursor();  // It is bright, too.
  }

  Theme theme{ThemeChoice::dark};
  ManualClock clock;
  SpectrumPlot spectrum{theme, clock};
  WaterfallPlot waterfall{theme, spectrum};
  QSplitter panes;
  RowMaker maker;
};

TEST_F(WaterfallPlotTest, LinesStandBelowThoseOfTheSpectrum) {
  addRows(60);
  EXPECT_NEAR(brightest(), spectrum.scales().xOf(1000.0), 1.0);
}

TEST_F(WaterfallPlotTest, ZoomingEitherMovesBoth) {
  addRows(60);
  wheel(spectrum, spectrum.scales().xOf(900.0), 4);
  EXPECT_NEAR(brightest(), spectrum.scales().xOf(1000.0), 2.0);

  const double x = spectrum.scales().xOf(1100.0);
  const double span = spectrum.scales().highHz() - spectrum.scales().lowHz();
  wheel(waterfall, x, 3);
  EXPECT_NEAR(spectrum.scales().hzAt(x), 1100.0, 0.01);
  EXPECT_LT(spectrum.scales().highHz() - spectrum.scales().lowHz(), span);
  EXPECT_NEAR(brightest(), spectrum.scales().xOf(1000.0), 3.0);
}

TEST_F(WaterfallPlotTest, DraggingInItZoomsAndPansTheSpectrum) {
  const auto at = [&](double hz) { return QPoint(int(spectrum.scales().xOf(hz)), 40); };
  const QPoint from = at(400.0);
  const QPoint to = at(2000.0);
  QTest::mousePress(&waterfall, Qt::LeftButton, {}, from);
  testing::movePointer(waterfall, to, Qt::LeftButton);
  QTest::mouseRelease(&waterfall, Qt::LeftButton, {}, to);
  EXPECT_NEAR(spectrum.scales().lowHz(), 400.0, 5.0);
  EXPECT_NEAR(spectrum.scales().highHz(), 2000.0, 25.0);
  EXPECT_FALSE(spectrum.isRangeLocked());

  const double hz = spectrum.scales().hzAt(300.0);
  QTest::mousePress(&waterfall, Qt::MiddleButton, {}, {300, 40});
  testing::movePointer(waterfall, {340, 40}, Qt::MiddleButton);
  QTest::mouseRelease(&waterfall, Qt::MiddleButton, {}, {340, 40});
  EXPECT_NEAR(spectrum.scales().hzAt(340.0), hz, 1e-6 * hz);

  QTest::mouseDClick(&waterfall, Qt::LeftButton, {}, {340, 40});
  EXPECT_TRUE(spectrum.scales().showsAllFrequencies());
}

TEST_F(WaterfallPlotTest, OneCursorIsShownInBoth) {
  testing::movePointer(waterfall, {int(spectrum.scales().xOf(1000.0)) + 3, 60});
  ASSERT_TRUE(spectrum.cursor());
  EXPECT_NEAR(spectrum.cursor()->frequency.value(), 1000.0, 0.1);
  EXPECT_EQ(waterfall.accessibleDescription(), spectrum.accessibleDescription());
  const QImage picture = waterfall.grab().toImage();
  const int x = static_cast<int>(spectrum.scales().xOf(1000.0));
  EXPECT_EQ(picture.pixelColor(x, picture.height() - 20), theme[Role::text]);
}

TEST_F(WaterfallPlotTest, AnswersTheKeysOfTheSpectrum) {
  spectrum.moveCursorTo(1000.0);
  QTest::keyClick(&waterfall, Qt::Key_Plus);
  EXPECT_GT(spectrum.scales().lowHz(), 10.0);
  QTest::keyClick(&waterfall, Qt::Key_Home);
  EXPECT_TRUE(spectrum.scales().showsAllFrequencies());
  const double before = spectrum.scales().xOf(2000.0);
  spectrum.moveCursorTo(2000.0);
  QTest::keyClick(&waterfall, Qt::Key_Right);
  EXPECT_NEAR(spectrum.scales().xOf(spectrum.cursor()->frequency.value()), before + 1.0, 0.3);
}

TEST_F(WaterfallPlotTest, FrozenRowsAppearWhenItGoesOn) {
  addRows(10);
  waterfall.setFrozen(true);
  const QImage still = waterfall.grab().toImage();
  addRows(10, 5000.0);
  EXPECT_EQ(waterfall.grab().toImage(), still);
  EXPECT_EQ(waterfall.history().size(), 10U);
  waterfall.setFrozen(false);
  EXPECT_EQ(waterfall.history().size(), 20U);
  EXPECT_NEAR(brightest(8), spectrum.scales().xOf(5000.0), 1.0);
}

TEST_F(WaterfallPlotTest, ColoursFollowTheLevelAxis) {
  addRows(60);
  const int x = static_cast<int>(spectrum.scales().xOf(1000.0));
  const auto green = [&] { return waterfall.grab().toImage().pixelColor(x, 20).green(); };
  const int before = green();
  spectrum.setFocus();
  for (int i = 0; i < 3; ++i) QTest::keyClick(&spectrum, Qt::Key_Up);
  EXPECT_LT(green(), before);  // The axis ends higher, and the line is further from its end.
}

TEST_F(WaterfallPlotTest, ChangingTheThemeRecoloursWhatWasDrawn) {
  addRows(60);
  const QPoint at(static_cast<int>(spectrum.scales().xOf(1000.0)), 20);
  const QColor dark = waterfall.grab().toImage().pixelColor(at);
  EXPECT_GT(dark.lightness(), Palette::dark()[Role::ground].lightness() + 40);
  theme.choose(ThemeChoice::light);
  QCoreApplication::processEvents();  // Qt tells widgets of their palette by a posted event.
  const QImage light = waterfall.grab().toImage();
  EXPECT_LT(light.pixelColor(at).lightness(), Palette::light()[Role::ground].lightness() - 40);
  EXPECT_EQ(light.pixelColor(2, 2), Palette::light()[Role::ground]);
}

TEST_F(WaterfallPlotTest, AnotherCaptureBeginsAnew) {
  addRows(60);
  (void)waterfall.grab();
  maker = RowMaker();
  addRows(5, 5000.0);
  EXPECT_EQ(waterfall.history().size(), 5U);
  EXPECT_NEAR(brightest(8), spectrum.scales().xOf(5000.0), 1.0);
  const int x = static_cast<int>(spectrum.scales().xOf(1000.0));
  EXPECT_EQ(waterfall.grab().toImage().pixelColor(x, 40), theme[Role::ground]);
}

TEST_F(WaterfallPlotTest, ItsImageHasTheFrequenciesBelow) {
  addRows(60);
  waterfall.copyImage();
  const QImage image = QApplication::clipboard()->image();
  EXPECT_EQ(image.width(), qRound(waterfall.width() * waterfall.devicePixelRatioF()));
  EXPECT_GT(image.height(), waterfall.height());
  int written = 0;
  for (int x = 0; x < image.width(); ++x) {
    for (int y = waterfall.height(); y < image.height(); ++y) {
      if (image.pixelColor(x, y) != theme[Role::ground]) ++written;
    }
  }
  EXPECT_GT(written, 100);
}

}  // namespace
}  // namespace linecheck::ui
