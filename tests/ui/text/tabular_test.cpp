#include "text/tabular.h"

#include <gtest/gtest.h>

#include <QFont>

namespace linecheck::ui {
namespace {

TEST(Tabular, NumbersOfOneLengthAreEquallyWide) {
  QFont font;
  font.setFamilies({QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")});
  font.setPixelSize(48);
  const qreal width = tabularWidth(font, QStringLiteral("−88.8"));
  for (const auto* number : {"−11.1", "+70.7", "−96.2", "012.3"}) {
    EXPECT_DOUBLE_EQ(tabularWidth(font, QString::fromUtf8(number)), width) << number;
  }
  EXPECT_GT(tabularWidth(font, QStringLiteral("−188.8")), width);
}

}  // namespace
}  // namespace linecheck::ui
