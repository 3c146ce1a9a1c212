#include "base/number_text.h"

#include <gtest/gtest.h>

#include <limits>

namespace linecheck {
namespace {

TEST(NumberText, HasATrueMinusAndAThinSpace) {
  EXPECT_EQ(numberText(-96.24, 1, "dBFS"), "\u221296.2\u2009dBFS");
  EXPECT_EQ(numberText(50.0, 0, "Hz"), "50\u2009Hz");
  EXPECT_EQ(numberText(3.14159, 2), "3.14");
}

TEST(NumberText, NeverPrintsANegativeZero) {
  EXPECT_EQ(numberText(-0.04, 1, "dB"), "0.0\u2009dB");
  EXPECT_EQ(numberText(-0.05001, 1, "dB"), "\u22120.1\u2009dB");
}

TEST(NumberText, PrintsSilence) {
  EXPECT_EQ(numberText(-std::numeric_limits<double>::infinity(), 1, "dBFS"), "\u2212∞\u2009dBFS");
}

}  // namespace
}  // namespace linecheck
