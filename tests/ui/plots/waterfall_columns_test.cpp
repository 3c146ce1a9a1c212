#include "plots/waterfall_columns.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/waterfall_rows.h"

namespace linecheck::ui {
namespace {

using testing::RowMaker;

constexpr Hertz kNyquist = Hertz::of(24000.0);

std::vector<std::int16_t> reduced(const WaterfallColumns::View& view, double hz) {
  const WaterfallColumns columns(view, kNyquist);
  std::vector<std::int16_t> levels(columns.size());
  columns.reduce(RowMaker().row(hz, -60.0).levels, levels);
  return levels;
}

// 400 pixels for 8192 columns: twenty share one, and each of the twenty has to be seen.
TEST(WaterfallColumns, NoLineIsLostWhereTwentyShareAPixel) {
  const WaterfallColumns::View whole{Hertz::of(10.0), kNyquist, 400};
  for (double hz = 10.001; hz < 23999.0; hz *= 1.00095) {
    const auto levels = reduced(whole, hz);
    const auto top = std::max_element(levels.begin(), levels.end());
    ASSERT_EQ(*top, -6000) << hz;
    const auto pixel = RowMaker::columnOf(hz) * 400 / measure::WaterfallRow::kColumns;
    EXPECT_LE(std::abs((top - levels.begin()) - static_cast<std::ptrdiff_t>(pixel)), 1) << hz;
  }
}

TEST(WaterfallColumns, ACloseViewShowsTheLineWhereItIs) {
  const WaterfallColumns::View close{Hertz::of(980.0), Hertz::of(1020.0), 1000};
  const auto levels = reduced(close, 1000.0);
  const auto top = std::max_element(levels.begin(), levels.end());
  EXPECT_NEAR(*top, -6000, 200);
  // log(1000/980) / log(1020/980) of 1000 pixels, within one column of 1 Hz.
  EXPECT_NEAR(static_cast<double>(top - levels.begin()), 505.0, 25.0);
  EXPECT_EQ(levels.front(), -13000);
}

}  // namespace
}  // namespace linecheck::ui
