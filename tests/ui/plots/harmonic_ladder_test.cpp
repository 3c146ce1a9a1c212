#include "plots/harmonic_ladder.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QTest>

#include "support/pointer.h"

namespace linecheck::ui {
namespace {

using Verdict = LadderRung::Verdict;

// A ground loop whose third harmonic fell and whose fifth rose.
std::vector<LadderRung> loop() {
  std::vector<LadderRung> rungs;
  for (int order = 1; order <= 20; ++order) {
    const bool detected = order % 2 == 1 && order < 16;
    LadderRung rung;
    rung.order = order;
    rung.frequency = Hertz::of(50.02 * order);
    rung.level = DecibelsFs::of(detected ? -55.0 - 3.0 * order : -132.0);
    rung.detected = detected;
    if (detected) rung.standardError = Decibels::of(0.3);
    rungs.push_back(rung);
  }
  const auto change = [&](std::size_t column, double by, Verdict verdict) {
    rungs[column].change = Decibels::of(by);
    rungs[column].changeStandardError = Decibels::of(0.5);
    rungs[column].verdict = verdict;
  };
  change(0, 0.1, Verdict::unchanged);
  change(2, -12.4, Verdict::changed);
  change(4, 9.0, Verdict::changed);
  change(6, -2.0, Verdict::cannotTell);
  return rungs;
}

class HarmonicLadderTest : public ::testing::Test {
 protected:
  HarmonicLadderTest() {
    ladder.resize(440, 220);
    ladder.show(loop());
    ladder.QWidget::show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&ladder));
  }
  // Pixels of that colour in a column of the chart, from top to foot.
  [[nodiscard]] int pixelsOf(const QColor& colour, std::size_t column) const {
    const QImage picture = const_cast<HarmonicLadder&>(ladder).grab().toImage();
    const int middle = static_cast<int>(ladder.topOf(column).x());
    int count = 0;
    for (int x = middle - 6; x <= middle + 6; ++x) {
      for (int y = 0; y < 185; ++y) count += picture.pixelColor(x, y) == colour;
    }
    return count;
  }

  Theme theme{ThemeChoice::dark};
  HarmonicLadder ladder{theme};
};

TEST_F(HarmonicLadderTest, DetectedAreFilledAndOthersHollow) {
  const double height = 185.0 - ladder.topOf(8).y();
  EXPECT_GT(pixelsOf(theme[Role::loop], 8), height * 3);
  EXPECT_EQ(pixelsOf(theme[Role::loop], 9), 0);
}

TEST_F(HarmonicLadderTest, HigherLevelsReachHigher) {
  EXPECT_LT(ladder.topOf(0).y(), ladder.topOf(2).y());
  EXPECT_LT(ladder.topOf(2).y(), ladder.topOf(1).y());
  EXPECT_LE(ladder.levels().low, -132.0);
  EXPECT_GE(ladder.levels().high, -52.0);
}

TEST_F(HarmonicLadderTest, ArrowsTellTheWayOfAChange) {
  EXPECT_GT(pixelsOf(theme[Role::good], 2), 5);
  EXPECT_EQ(pixelsOf(theme[Role::bad], 2) - pixelsOf(theme[Role::loop], 2), 0);
  EXPECT_EQ(pixelsOf(theme[Role::good], 4), 0);
  // Unchanged and uncertain ones have a quiet sign.
  EXPECT_GT(pixelsOf(theme[Role::quietText], 0), 5);
  EXPECT_EQ(pixelsOf(theme[Role::good], 6), 0);
  EXPECT_EQ(pixelsOf(theme[Role::quietText], 8), 0);
}

TEST_F(HarmonicLadderTest, PointerReadsLevelAndChangeWithTheirErrors) {
  testing::movePointer(ladder, ladder.topOf(2).toPoint());
  ASSERT_EQ(ladder.current(), 2U);
  EXPECT_EQ(ladder.accessibleDescription(),
            u"3×, 150.06\u2009Hz, −64.0 ± 0.3\u2009dBFS, fell by 12.4 ± 0.5\u2009dB since A");
  testing::movePointer(ladder, ladder.topOf(6).toPoint());
  EXPECT_TRUE(ladder.accessibleDescription().endsWith(
      QStringLiteral("2.0 ± 0.5\u2009dB less than A, which may be chance")));
  testing::movePointer(ladder, ladder.topOf(0).toPoint());
  EXPECT_TRUE(ladder.accessibleDescription().endsWith(
      QStringLiteral("unchanged since A (+0.1 ± 0.5\u2009dB)")));
}

TEST_F(HarmonicLadderTest, KeysGoFromColumnToColumn) {
  QTest::keyClick(&ladder, Qt::Key_Right);
  EXPECT_EQ(ladder.current(), 0U);
  QTest::keyClick(&ladder, Qt::Key_Right);
  EXPECT_EQ(ladder.accessibleDescription(),
            u"2×, 100.04\u2009Hz, not found, below −132.0\u2009dBFS");
  QTest::keyClick(&ladder, Qt::Key_End);
  EXPECT_EQ(ladder.current(), 19U);
  QTest::keyClick(&ladder, Qt::Key_Right);
  EXPECT_EQ(ladder.current(), 19U);
  ladder.show({});
  EXPECT_EQ(ladder.current(), std::nullopt);
}

TEST_F(HarmonicLadderTest, WithoutAColumnAllThatIsFoundIsSaid) {
  const QString all = ladder.accessibleDescription();
  EXPECT_TRUE(all.startsWith(QStringLiteral("8 of 20 harmonics found. 1×, 50.02\u2009Hz")));
  EXPECT_TRUE(all.contains(QStringLiteral("fell by 12.4 ± 0.5\u2009dB since A.")));
  EXPECT_FALSE(all.contains(QStringLiteral("16×")));
}

TEST_F(HarmonicLadderTest, AxisOpensAtOnceAndDoesNotFollowTrifles) {
  const Range before = ladder.levels();
  auto rungs = loop();
  for (LadderRung& rung : rungs) rung.level -= Decibels::of(4.0);
  ladder.show(rungs);
  EXPECT_EQ(ladder.levels().high, before.high);
  rungs[0].level = DecibelsFs::of(-3.0);
  ladder.show(rungs);
  EXPECT_GE(ladder.levels().high, 0.0);
}

TEST_F(HarmonicLadderTest, ThemeChangesItsGround) {
  theme.choose(ThemeChoice::light);
  QCoreApplication::processEvents();
  EXPECT_EQ(ladder.grab().toImage().pixelColor(2, 2), Palette::light()[Role::ground]);
  ladder.show({});
  EXPECT_FALSE(ladder.grab().isNull());
  // For a look at it: LINECHECK_PICTURES names a folder.
  if (const QString folder = qEnvironmentVariable("LINECHECK_PICTURES"); !folder.isEmpty()) {
    ladder.show(loop());
    testing::movePointer(ladder, ladder.topOf(2).toPoint());
    EXPECT_TRUE(ladder.grab().save(folder + QStringLiteral("/ladder-light.png")));
    theme.choose(ThemeChoice::dark);
    QCoreApplication::processEvents();
    EXPECT_TRUE(ladder.grab().save(folder + QStringLiteral("/ladder-dark.png")));
    ladder.resize(ladder.minimumSizeHint());
    EXPECT_TRUE(ladder.grab().save(folder + QStringLiteral("/ladder-small.png")));
  }
}

}  // namespace
}  // namespace linecheck::ui
