#include "plots/ticks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::ui {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
  std::vector<std::string> list;
  for (const Tick& tick : ticks) {
    if (!tick.label.isEmpty()) list.push_back(tick.label.toStdString());
  }
  return list;
}

TEST(FrequencyTicks, AreLabelledOneTwoFiveFromTenToNyquist) {
  EXPECT_THAT(labels(frequencyTicks(10.0, 24000.0)),
              ElementsAre("10", "20", "50", "100", "200", "500", "1\u2009k", "2\u2009k", "5\u2009k",
                          "10\u2009k", "20\u2009k"));
}

TEST(FrequencyTicks, HaveALineAtEachMultipleOfTheDecade) {
  const auto ticks = frequencyTicks(10.0, 24000.0);
  // 9 in each of three decades from 10 Hz, then 10 k and 20 k.
  ASSERT_EQ(ticks.size(), 29u);
  for (std::size_t i = 0; i < ticks.size(); ++i) {
    const std::size_t decade = i / 9;
    const double start = std::pow(10.0, 1.0 + static_cast<double>(decade));
    EXPECT_NEAR(ticks[i].value, static_cast<double>(i % 9 + 1) * start, 1e-9 * start);
  }
}

TEST(FrequencyTicks, GetEvenStepsInACloseView) {
  EXPECT_THAT(labels(frequencyTicks(49.5, 50.5)),
              ElementsAre("49.6", "49.8", "50.0", "50.2", "50.4"));
  EXPECT_THAT(labels(frequencyTicks(990.0, 1010.0)),
              ElementsAre("990", "995", "1.000\u2009k", "1.005\u2009k", "1.010\u2009k"));
}

TEST(DecibelTicks, LieOnRoundNumbersOfTheShownScale) {
  EXPECT_THAT(labels(decibelTicks({-40.0, 0.0}, 10.0, 0.0)),
              ElementsAre("−40", "−30", "−20", "−10", "0"));
  // +18 dBu at full scale: 10 dBu lies at −8 dBFS.
  const auto ticks = decibelTicks({-20.0, 0.0}, 10.0, 18.0);
  ASSERT_EQ(ticks.size(), 2u);
  EXPECT_THAT(ticks[0].value, DoubleNear(-18.0, 1e-12));
  EXPECT_EQ(ticks[0].label, u"0");
  EXPECT_THAT(ticks[1].value, DoubleNear(-8.0, 1e-12));
  EXPECT_EQ(ticks[1].label, u"10");
}

TEST(VoltTicks, AreLabelledAtDecadesOfVolts) {
  EXPECT_THAT(labels(voltTicks({-100.0, 20.0}, 0.0)),
              ElementsAre("10\u2009µV", "100\u2009µV", "1\u2009mV", "10\u2009mV", "100\u2009mV",
                          "1\u2009V", "10\u2009V"));
  // A line every 10 dB all the same.
  EXPECT_EQ(voltTicks({-100.0, 20.0}, 0.0).size(), 13u);
}

TEST(NiceStep, IsOneTwoOrFiveOfADecade) {
  const std::vector<std::pair<double, double>> wanted{
      {0.09, 0.1}, {0.1, 0.1}, {0.11, 0.2}, {1.0, 1.0},   {1.5, 2.0},
      {2.0, 2.0},  {3.0, 5.0}, {5.1, 10.0}, {10.0, 10.0}, {70.0, 100.0}};
  for (const auto& [least, step] : wanted) {
    EXPECT_THAT(niceStep(least), DoubleNear(step, 1e-9 * step)) << least;
  }
}

}  // namespace
}  // namespace linecheck::ui
