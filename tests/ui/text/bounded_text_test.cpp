#include "text/bounded_text.h"

#include <gtest/gtest.h>

#include <limits>

namespace linecheck::ui {
namespace {

constexpr double kInfinite = std::numeric_limits<double>::infinity();

TEST(BoundedText, ShowsTheRangeBehindTheBestValue) {
  EXPECT_EQ(boundedText(104.2, 100.4, 107.6, 0),
            (BoundedText{QStringLiteral("104"), QStringLiteral("(100–108)"), true}));
  EXPECT_EQ(boundedText(-8.6, -9.0, -8.1, 1).text(QStringLiteral("dB")),
            u"−8.6 (−9.0…−8.1)\u2009dB");
}

TEST(BoundedText, LeavesOutARangeThatRoundsAway) {
  EXPECT_EQ(boundedText(104.2, 104.1, 104.4, 0).range, QString());
  EXPECT_EQ(boundedText(5.0, std::nullopt, std::nullopt, 1).text(), u"5.0");
}

TEST(BoundedText, ShowsTheOneBoundThatIsKnown) {
  EXPECT_EQ(boundedText(std::nullopt, 100.0, std::nullopt, 0).number, u"≥ 100");
  EXPECT_EQ(boundedText(std::nullopt, -kInfinite, 3.0, 0).number, u"≤ 3");
  EXPECT_EQ(boundedText(160.0, 80.0, kInfinite, 0).range, u"(≥ 80)");
  EXPECT_EQ(boundedText(std::nullopt, 1.0, 3.0, 0).number, u"1–3");
}

TEST(BoundedText, ShowsADashForTheUnknownAndNoUnit) {
  const BoundedText unknown = boundedText(std::nullopt, std::nullopt, std::nullopt, 1);
  EXPECT_FALSE(unknown.isKnown);
  EXPECT_EQ(unknown.text(QStringLiteral("dB")), u"—");
}

}  // namespace
}  // namespace linecheck::ui
