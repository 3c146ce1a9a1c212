#include "plots/bar_chart.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::ui {
namespace {

BarPicture picture() {
  const double none = std::nan("");
  BarPicture made;
  made.neededName = QStringLiteral("needed");
  BarPicture::Group power{QStringLiteral("Power"), QStringLiteral("mW"), {251.0, none, none}, {}};
  power.bars.push_back(
      {QStringLiteral("A"), QStringLiteral("Strong"), Role::digital, {3500.0, none, none}});
  power.bars.push_back(
      {QStringLiteral("B"), QStringLiteral("Unknown"), Role::digital, {none, none, none}});
  made.groups.push_back(power);
  return made;
}

TEST(BarChart, TheCursorGoesRowByRow) {
  const BarChart chart(picture());
  EXPECT_DOUBLE_EQ(chart.cursorStep(), 0.5);
  EXPECT_EQ(chart.reading(0.25), u"A  Strong, Power: 3500\u2009mW, needed 251\u2009mW");
  EXPECT_EQ(chart.reading(0.75), u"B  Unknown, Power: —, needed 251\u2009mW");
}

TEST(BarChart, CopiesWhatIsNeededBesideWhatIsGiven) {
  const QString csv = BarChart(picture()).csv();
  EXPECT_TRUE(csv.contains(QStringLiteral("Power,mW,needed,,251.000,\n")));
  EXPECT_TRUE(csv.contains(QStringLiteral("Power,mW,Strong,,3500.000,\n")));
  EXPECT_TRUE(csv.contains(QStringLiteral("Power,mW,Unknown,,,\n")));
}

}  // namespace
}  // namespace linecheck::ui
