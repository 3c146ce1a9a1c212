#include "plots/spectrum_plot.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "support/pointer.h"
#include "support/spectrum_frames.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;
using testing::FrameMaker;
using testing::movePointer;

class SpectrumPlotTest : public ::testing::Test {
 protected:
  SpectrumPlotTest() {
    plot.resize(900, 500);
    plot.show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&plot));
  }

  [[nodiscard]] QPoint at(double hz, double dbfs = -80.0) const {
    return QPointF(plot.scales().xOf(hz), plot.scales().yOf(dbfs)).toPoint();
  }

  void wheel(QPointF at, int notches, Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(at, plot.mapToGlobal(at), {}, {0, notches * 120}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &event);
  }

  void drag(QPoint from, QPoint to, Qt::MouseButton button, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&plot, button, modifiers, from);
    movePointer(plot, (from + to) / 2, button, modifiers);
    movePointer(plot, to, button, modifiers);
    QTest::mouseRelease(&plot, button, modifiers, to);
  }

  Theme theme{ThemeChoice::dark};
  ManualClock clock;
  SpectrumPlot plot{theme, clock};
};

TEST_F(SpectrumPlotTest, CursorCatchesTheLineNearThePointer) {
  plot.showFrame(FrameMaker().line(50.02, -61.2).line(1000.3, -20.0).frame());
  movePointer(plot, at(50.02) + QPoint(5, 0));
  auto reading = plot.cursor();
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->onPeak);
  EXPECT_NEAR(reading->frequency.value(), 50.02, 0.01);
  EXPECT_NEAR(reading->level.value(), -61.2, 0.01);
  EXPECT_EQ(plot.accessibleDescription(), u"Cursor at 50.02\u2009Hz, −61.2\u2009dBFS.");

  movePointer(plot, at(1000.3) - QPoint(5, 0));
  reading = plot.cursor();
  ASSERT_TRUE(reading);
  EXPECT_NEAR(reading->frequency.value(), 1000.3, 0.01);
  EXPECT_NEAR(reading->level.value(), -20.0, 0.01);
}

TEST_F(SpectrumPlotTest, CursorReadsTheBinWhereThereIsNoLine) {
  plot.showFrame(FrameMaker(-130.0).line(50.0, -60.0).frame());
  plot.moveCursorTo(5000.0);
  const auto reading = plot.cursor();
  ASSERT_TRUE(reading);
  EXPECT_FALSE(reading->onPeak);
  EXPECT_NEAR(reading->frequency.value(), 5000.0, 0.4);
  EXPECT_NEAR(reading->level.value(), -130.0, 0.01);
}

TEST_F(SpectrumPlotTest, ArrowKeysMoveTheCursorByAPixel) {
  plot.showFrame(FrameMaker().frame());
  plot.moveCursorTo(1000.0);
  const double before = plot.scales().xOf(1000.0);
  QTest::keyClick(&plot, Qt::Key_Right);
  QTest::keyClick(&plot, Qt::Key_Right);
  QTest::keyClick(&plot, Qt::Key_Left);
  const auto reading = plot.cursor();
  ASSERT_TRUE(reading);
  EXPECT_NEAR(plot.scales().xOf(reading->frequency.value()), before + 1.0, 0.2);
}

TEST_F(SpectrumPlotTest, UnitOfTheReadingFollowsTheScale) {
  plot.showFrame(FrameMaker().line(1000.0, -20.0).frame());
  plot.moveCursorTo(1000.0);
  plot.setLevelScale({LevelUnit::dbu, Calibration::withFullScaleAt(DecibelsU::of(18.0))});
  EXPECT_TRUE(plot.accessibleDescription().endsWith(QStringLiteral("−2.0\u2009dBu.")))
      << plot.accessibleDescription().toStdString();
}

TEST_F(SpectrumPlotTest, WheelZoomsAtThePointerAndDoubleClickShowsAll) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  const Range levels = plot.scales().levels();
  const QPointF pointer(at(50.0));
  const double hz = plot.scales().hzAt(pointer.x());
  wheel(pointer, 5);
  EXPECT_NEAR(plot.scales().hzAt(pointer.x()), hz, 1e-6);
  EXPECT_GT(plot.scales().lowHz(), 20.0);
  EXPECT_EQ(plot.scales().levels(), levels);
  QTest::mouseDClick(&plot, Qt::LeftButton, {}, pointer.toPoint());
  EXPECT_TRUE(plot.scales().showsAllFrequencies());
}

TEST_F(SpectrumPlotTest, ControlWheelZoomsLevelsAndLocksThem) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  const QSignalSpy locked(&plot, &SpectrumPlot::rangeLockedChanged);
  const double span = plot.scales().levels().span();
  wheel(QPointF(at(1000.0)), 2, Qt::ControlModifier);
  EXPECT_LT(plot.scales().levels().span(), span);
  EXPECT_TRUE(plot.isRangeLocked());
  EXPECT_EQ(locked.count(), 1);
  // A locked axis does not follow.
  const Range levels = plot.scales().levels();
  plot.showFrame(FrameMaker().line(50.0, 0.0).frame());
  EXPECT_EQ(plot.scales().levels(), levels);
}

TEST_F(SpectrumPlotTest, DraggingZoomsToThePart) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  const double top = plot.scales().dbfsAt(at(40.0, -65.0).y());
  const double low = plot.scales().hzAt(at(40.0).x());
  drag(at(40.0, -65.0), at(400.0, -120.0), Qt::LeftButton);
  EXPECT_NEAR(plot.scales().lowHz(), low, 1e-6);
  EXPECT_NEAR(plot.scales().highHz(), 400.0, 5.0);
  EXPECT_NEAR(plot.scales().levels().high, top, 1e-6);
  EXPECT_TRUE(plot.isRangeLocked());
}

TEST_F(SpectrumPlotTest, AFlatDragZoomsFrequenciesOnly) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  const Range levels = plot.scales().levels();
  drag(at(40.0, -90.0), at(400.0, -90.0), Qt::LeftButton);
  EXPECT_NEAR(plot.scales().highHz(), 400.0, 5.0);
  EXPECT_EQ(plot.scales().levels(), levels);
  EXPECT_FALSE(plot.isRangeLocked());
}

TEST_F(SpectrumPlotTest, MiddleButtonAndShiftPan) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  wheel(QPointF(at(500.0)), 4);
  for (const auto& [button, modifiers] :
       {std::pair(Qt::MiddleButton, Qt::KeyboardModifiers()),
        std::pair(Qt::LeftButton, Qt::KeyboardModifiers(Qt::ShiftModifier))}) {
    const QPoint from = at(500.0);
    const double hz = plot.scales().hzAt(from.x());
    drag(from, from + QPoint(40, 0), button, modifiers);
    EXPECT_NEAR(plot.scales().hzAt(from.x() + 40), hz, 1e-6);
  }
  EXPECT_FALSE(plot.isRangeLocked());
}

TEST_F(SpectrumPlotTest, KeysZoomPanAndShowAll) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  plot.moveCursorTo(50.0);
  QTest::keyClick(&plot, Qt::Key_Plus);
  const double low = plot.scales().lowHz();
  EXPECT_GT(low, 10.0);
  QTest::keyClick(&plot, Qt::Key_Right, Qt::ShiftModifier);
  EXPECT_GT(plot.scales().lowHz(), low);
  QTest::keyClick(&plot, Qt::Key_Minus);
  QTest::keyClick(&plot, Qt::Key_Home);
  EXPECT_TRUE(plot.scales().showsAllFrequencies());
}

TEST_F(SpectrumPlotTest, FrozenPictureStandsStill) {
  plot.showFrame(FrameMaker().line(50.0, -60.0).frame());
  plot.setFrozen(true);
  plot.showFrame(FrameMaker().line(50.0, -20.0).frame());
  plot.moveCursorTo(50.0);
  EXPECT_NEAR(plot.cursor()->level.value(), -60.0, 0.01);
  // It can still be looked at closely.
  wheel(QPointF(at(50.0)), 3);
  EXPECT_GT(plot.scales().lowHz(), 10.0);
  plot.setFrozen(false);
  plot.showFrame(FrameMaker().line(50.0, -20.0).frame());
  EXPECT_NEAR(plot.cursor()->level.value(), -20.0, 0.01);
}

TEST_F(SpectrumPlotTest, LevelsFollowInStepsOfTenDecibels) {
  plot.showFrame(FrameMaker(-130.0).line(50.0, -62.0).frame());
  EXPECT_EQ(plot.scales().levels(), (Range{-140.0, -50.0}));
  for (int i = 0; i < 20; ++i) {
    clock.advance(200ms);
    const double before = plot.scales().levels().high;
    plot.showFrame(FrameMaker(-130.0).line(50.0, -12.0).frame());
    EXPECT_LE(plot.scales().levels().high, before + 10.0);
  }
  EXPECT_EQ(plot.scales().levels(), (Range{-140.0, 0.0}));
}

TEST_F(SpectrumPlotTest, NumbersAreCopiedOfWhatIsInView) {
  plot.showFrame(FrameMaker().line(1000.0, -20.0).frame());
  drag(at(990.0), at(1010.0), Qt::LeftButton);
  plot.copyNumbers();
  const QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
  ASSERT_GT(lines.size(), 10);
  EXPECT_EQ(lines.front(), u"frequency_hz,average_dbfs");
  double greatest = -1000.0;
  for (const QString& line : lines.mid(1)) {
    const double hz = line.section(u',', 0, 0).toDouble();
    EXPECT_GE(hz, plot.scales().lowHz());
    EXPECT_LE(hz, plot.scales().highHz());
    greatest = std::max(greatest, line.section(u',', 1, 1).toDouble());
  }
  EXPECT_NEAR(greatest, -20.0, 0.5);
}

TEST_F(SpectrumPlotTest, ImageIsCopiedAtFullResolution) {
  plot.showFrame(FrameMaker().line(1000.0, -20.0).frame());
  plot.copyImage();
  const QImage image = QApplication::clipboard()->image();
  EXPECT_EQ(image.size(), (QSizeF(plot.size()) * plot.devicePixelRatioF()).toSize());
}

// How many pixels of a column are nearer to `colour` than to the ground.
int pixelsOf(const QImage& image, const QColor& colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y) {
    for (int x = 0; x < image.width(); ++x) {
      if (image.pixelColor(x, y) == colour) ++count;
    }
  }
  return count;
}

TEST_F(SpectrumPlotTest, DetectedHarmonicsAreDrawnStronger) {
  plot.showFrame(FrameMaker().frame());
  const auto redPixels = [&](bool detected) {
    plot.showMains({{{1, Hertz::of(50.0), detected}, {3, Hertz::of(150.0), detected}}});
    return pixelsOf(plot.grab().toImage(), theme[Role::loop]);
  };
  EXPECT_EQ(redPixels(false), 0);
  EXPECT_GT(redPixels(true), 0);
}

TEST_F(SpectrumPlotTest, PeakHoldHasATraceOfItsOwn) {
  measure::SpectrumFrame frame = FrameMaker().frame();
  plot.showFrame(frame);
  EXPECT_EQ(pixelsOf(plot.grab().toImage(), theme[Role::accent]), 0);
  frame.peakHold.assign(frame.average.size(), 1e-10F);
  plot.showFrame(frame);
  plot.resetView();
  EXPECT_GT(pixelsOf(plot.grab().toImage(), theme[Role::accent]), 500);
}

TEST_F(SpectrumPlotTest, ChangingTheThemeRepaintsTheGround) {
  plot.showFrame(FrameMaker().frame());
  EXPECT_EQ(plot.grab().toImage().pixelColor(2, 2), Palette::dark()[Role::ground]);
  theme.choose(ThemeChoice::light);
  QCoreApplication::processEvents();  // Qt tells widgets of their palette by a posted event.
  EXPECT_EQ(plot.grab().toImage().pixelColor(2, 2), Palette::light()[Role::ground]);
}

TEST_F(SpectrumPlotTest, SilenceLeavesTheAxisAlone) {
  measure::SpectrumFrame frame = FrameMaker().frame();
  std::fill(frame.average.begin(), frame.average.end(), 0.0F);
  plot.showFrame(frame);
  EXPECT_EQ(plot.scales().levels(), PlotScales::kFirstLevels);
  plot.moveCursorTo(1000.0);
  ASSERT_TRUE(plot.cursor());
  EXPECT_TRUE(plot.cursor()->level.isSilent());
  EXPECT_FALSE(plot.grab().isNull());
}

}  // namespace
}  // namespace linecheck::ui
