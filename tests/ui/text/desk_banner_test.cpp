#include <gtest/gtest.h>

#include "text/finding_text.h"

namespace linecheck::ui {
namespace {

using rules::Severity;
using Tone = BannerState::Tone;

rules::Finding finding(Severity severity, bool isApproved = false) {
  return {.id = "output-trim", .severity = severity, .isApproved = isApproved};
}

chain::GroundLoop loop(bool isAudible) {
  chain::GroundLoop loop;
  loop.isAudible = isAudible;
  return loop;
}

TEST(DeskBanner, IsGoodWhereNothingIsFound) {
  EXPECT_EQ(deskBanner({}, {}).tone, Tone::good);
}

TEST(DeskBanner, CallsNoDeskGoodThatCanHum) {
  const std::vector loops{loop(false), loop(true), loop(true)};
  const auto banner = deskBanner({}, loops);
  EXPECT_EQ(banner.tone, Tone::attention);
  EXPECT_TRUE(banner.sentence.startsWith(QStringLiteral("2 "))) << banner.sentence.toStdString();

  const std::vector worthKnowing{finding(Severity::info)};
  EXPECT_EQ(deskBanner(worthKnowing, loops).tone, Tone::attention);
}

TEST(DeskBanner, LeavesALoopThroughBalancedLinesAlone) {
  EXPECT_EQ(deskBanner({}, std::vector{loop(false)}).tone, Tone::good);
}

TEST(DeskBanner, TellsWhatIsGraverThanALoopFirst) {
  const std::vector loops{loop(true)};
  EXPECT_EQ(deskBanner(std::vector{finding(Severity::bad)}, loops).tone, Tone::bad);
  EXPECT_EQ(deskBanner(std::vector{finding(Severity::bad, true)}, loops).tone, Tone::attention);
}

}  // namespace
}  // namespace linecheck::ui
