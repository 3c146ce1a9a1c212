#include "plots/waterfall_image.h"

#include <gtest/gtest.h>

#include "support/waterfall_rows.h"

namespace linecheck::ui {
namespace {

using testing::RowMaker;

class WaterfallImageTest : public ::testing::Test {
 protected:
  static constexpr int kRows = 20;

  // Adds rows as they come and returns the picture.
  QImage after(std::size_t added) {
    image.update(view, palette, history, added);
    QImage picture(view.columns.columns, view.rows, QImage::Format_RGB32);
    QPainter painter(&picture);
    image.draw(painter, {0, 0});
    painter.end();
    return picture;
  }
  // The line of each row is at another frequency.
  static double hzOf(int row) { return 100.0 * std::pow(1.1, row % 40); }
  int brightAt(const QImage& picture, int y) const {
    for (int x = 0; x < picture.width(); ++x) {
      if (picture.pixelColor(x, y) == palette[Role::accent]) return x;
    }
    return -1;
  }
  int pixelOf(double hz) const {
    return static_cast<int>(RowMaker::columnOf(hz) * static_cast<std::size_t>(500) /
                            measure::WaterfallRow::kColumns);
  }

  WaterfallImage::View view{{Hertz::of(10.0), Hertz::of(24000.0), 500}, {-130.0, -60.0}, kRows};
  Palette palette = Palette::dark();
  WaterfallHistory history;
  WaterfallImage image;
  RowMaker maker;
};

TEST_F(WaterfallImageTest, NewestIsOnTopAcrossTheWrap) {
  for (int row = 0; row < 3 * kRows + 7; ++row) {
    history.add(maker.row(hzOf(row), -60.0));
    const QImage picture = after(1);
    for (int y = 0; y < std::min(row + 1, kRows); ++y) {
      ASSERT_NEAR(brightAt(picture, y), pixelOf(hzOf(row - y)), 1) << row << ' ' << y;
    }
    if (row + 1 < kRows) {
      EXPECT_EQ(picture.pixelColor(250, kRows - 1), palette[Role::ground]);
    }
  }
}

TEST_F(WaterfallImageTest, RowsAreDrawnOverTheOldestOnly) {
  for (int row = 0; row < 5; ++row) history.add(maker.row(hzOf(row), -60.0));
  (void)after(5);
  const int before = image.newestLine();
  history.add(maker.row(1000.0, -60.0));
  (void)after(1);
  EXPECT_EQ(image.newestLine(), (before + kRows - 1) % kRows);
}

TEST_F(WaterfallImageTest, SeveralRowsBetweenTwoPicturesAreAllDrawn) {
  (void)after(0);
  for (int row = 0; row < 33; ++row) history.add(maker.row(hzOf(row), -60.0));
  const QImage picture = after(33);
  for (int y = 0; y < kRows; ++y) {
    EXPECT_NEAR(brightAt(picture, y), pixelOf(hzOf(32 - y)), 1) << y;
  }
}

TEST_F(WaterfallImageTest, AnotherViewIsDrawnFromTheKeptRows) {
  for (int row = 0; row < 30; ++row) history.add(maker.row(1000.0, -60.0));
  (void)after(30);
  view.rows = 25;
  view.columns = {Hertz::of(500.0), Hertz::of(2000.0), 500};
  const QImage picture = after(0);
  for (int y = 0; y < 25; ++y) {
    int brightest = 0;
    for (int x = 1; x < 500; ++x) {
      if (qRed(picture.pixel(x, y)) > qRed(picture.pixel(brightest, y))) brightest = x;
    }
    EXPECT_NEAR(brightest, 250, 2);  // The middle of two octaves.
  }
}

TEST_F(WaterfallImageTest, AGapIsADashedRowOfItsOwn) {
  history.add(maker.even());
  history.add(maker.gap());
  history.add(maker.even());
  const QImage picture = after(3);
  int marked = 0;
  for (int x = 0; x < picture.width(); ++x) {
    if (picture.pixelColor(x, 1) == palette[Role::quietText]) ++marked;
    EXPECT_NE(picture.pixelColor(x, 0), palette[Role::quietText]);
    EXPECT_NE(picture.pixelColor(x, 2), palette[Role::quietText]);
  }
  EXPECT_NEAR(marked, 250, 6);
}

}  // namespace
}  // namespace linecheck::ui
