#include "plots/spectrum_overlays.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <algorithm>
#include <chrono>

#include "plots/difference_plot.h"
#include "plots/spectrum_plot.h"
#include "support/spectrum_frames.h"
#include "theme/contrast.h"

namespace linecheck::ui {
namespace {

using testing::FrameMaker;

class SpectrumOverlaysTest : public ::testing::Test {
 protected:
  SpectrumOverlaysTest() {
    for (QWidget* widget : {static_cast<QWidget*>(&plot), static_cast<QWidget*>(&difference)}) {
      widget->resize(900, widget == &plot ? 500 : 200);
      widget->show();
      EXPECT_TRUE(QTest::qWaitForWindowExposed(widget));
    }
    plot.showFrame(FrameMaker(-130.0).line(1000.0, -60.0).frame());
  }
  static int pixelsOf(QWidget& widget, const QColor& colour) {
    const QImage picture = widget.grab().toImage();
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
      for (int x = 0; x < picture.width(); ++x) count += picture.pixelColor(x, y) == colour;
    }
    return count;
  }
  void mark(OverlaySlot slot, const measure::SpectrumFrame& frame) {
    plot.setOverlay(slot, SpectrumOverlay{frame, QStringLiteral("14:02, before")});
  }

  Theme theme{ThemeChoice::dark};
  ManualClock clock;
  SpectrumPlot plot{theme, clock};
  DifferencePlot difference{theme, plot};
};

TEST_F(SpectrumOverlaysTest, EachHasATraceOfItsOwn) {
  const QColor a = overlayColour(OverlaySlot::a, theme.palette());
  const QColor b = overlayColour(OverlaySlot::b, theme.palette());
  EXPECT_EQ(pixelsOf(plot, a), 0);
  mark(OverlaySlot::a, FrameMaker(-110.0).frame());
  EXPECT_GT(pixelsOf(plot, a), 700);
  EXPECT_EQ(pixelsOf(plot, b), 0);
  mark(OverlaySlot::b, FrameMaker(-100.0).frame());
  EXPECT_GT(pixelsOf(plot, b), 700);
  plot.setOverlay(OverlaySlot::a, std::nullopt);
  EXPECT_EQ(pixelsOf(plot, a), 0);
}

TEST_F(SpectrumOverlaysTest, StandOutOfTheGroundInBothThemes) {
  for (const Palette& palette : {Palette::dark(), Palette::light()}) {
    for (const OverlaySlot slot : kOverlaySlots) {
      EXPECT_GE(contrastRatio(overlayColour(slot, palette), palette[Role::ground]), 3.0);
    }
  }
}

TEST_F(SpectrumOverlaysTest, StayWhenThePlotIsCleared) {
  mark(OverlaySlot::a, FrameMaker(-110.0).frame());
  plot.clear();
  plot.showFrame(FrameMaker(-130.0).frame());
  ASSERT_TRUE(plot.overlays()[OverlaySlot::a]);
  EXPECT_GT(pixelsOf(plot, overlayColour(OverlaySlot::a, theme.palette())), 700);
}

TEST_F(SpectrumOverlaysTest, LevelAxisOpensForWhatIsComparedWith) {
  mark(OverlaySlot::a, FrameMaker(-130.0).line(1000.0, -12.0).frame());
  for (int i = 0; i < 20; ++i) {
    clock.advance(std::chrono::milliseconds(200));
    plot.showFrame(FrameMaker(-130.0).line(1000.0, -60.0).frame());
  }
  EXPECT_GE(plot.scales().levels().high, -12.0);
}

TEST_F(SpectrumOverlaysTest, AreReducedWithTheView) {
  mark(OverlaySlot::a, FrameMaker(-130.0).line(1000.0, -60.0).frame());
  plot.showFrequencies(990.0, 1010.0);
  const auto levels = plot.overlays().mean(OverlaySlot::a);
  const auto top = std::max_element(levels.begin(), levels.end());
  const double share =
      static_cast<double>(top - levels.begin()) / static_cast<double>(levels.size());
  EXPECT_NEAR(share, 0.5, 0.02);
}

TEST_F(SpectrumOverlaysTest, AreCopiedWithTheNumbers) {
  mark(OverlaySlot::a, FrameMaker(-110.0).frame());
  plot.copyNumbers();
  const QStringList lines = QApplication::clipboard()->text().split(u'\n');
  EXPECT_EQ(lines.front(), u"frequency_hz,average_dbfs,a_dbfs");
  EXPECT_TRUE(lines[1].endsWith(QStringLiteral(",-110.00")));
}

TEST_F(SpectrumOverlaysTest, DifferenceHasAScaleThatHoldsIt) {
  mark(OverlaySlot::a, FrameMaker(-130.0).line(1000.0, -115.0).frame());
  (void)difference.grab();
  EXPECT_EQ(difference.range(), 60.0);  // 55 dB more than A.
  mark(OverlaySlot::a, FrameMaker(-130.0).line(1000.0, -60.0).frame());
  difference.fit();
  (void)difference.grab();
  EXPECT_EQ(difference.range(), 20.0);
}

TEST_F(SpectrumOverlaysTest, DifferenceStandsAboveZeroWhereThereIsMore) {
  plot.showFrame(FrameMaker(-130.0).frame());
  mark(OverlaySlot::a, FrameMaker(-140.0).frame());
  const QImage picture = difference.grab().toImage();
  // 10 of 20 dB: in the upper quarter of the pane.
  int above = 0;
  for (int x = 100; x < 800; ++x) {
    for (int y = 0; y < 70; ++y) above += picture.pixelColor(x, y) == theme[Role::digital];
  }
  EXPECT_GT(above, 600);
}

TEST_F(SpectrumOverlaysTest, DifferenceSaysWhyThereIsNone) {
  plot.setOverlay(OverlaySlot::a, std::nullopt);
  EXPECT_TRUE(difference.accessibleDescription().startsWith(QStringLiteral("Mark A")));
  mark(OverlaySlot::a, FrameMaker(-130.0, 4096).frame());
  EXPECT_TRUE(difference.accessibleDescription().contains(QStringLiteral("Mark it anew")));
  EXPECT_EQ(pixelsOf(difference, theme[Role::digital]), 0);
}

}  // namespace
}  // namespace linecheck::ui
