#include "diagnosis/cause_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "diagnosis/hum_fixture.h"

namespace linecheck::diagnosis {
namespace {

using testing::DoubleNear;
using testing::Gt;

std::vector<CauseProbability> causesOf(const dsp::HumEstimate& hum) {
  return causeProbabilities(*humPattern(hum));
}

double sum(const std::vector<CauseProbability>& causes) {
  return std::accumulate(causes.begin(), causes.end(), 0.0,
                         [](double total, const auto& c) { return total + c.probability; });
}

TEST(CauseModel, PriorsSumToOne) {
  double total = 0.0;
  for (const CauseModel& model : causeModels()) total += model.prior;
  EXPECT_THAT(total, DoubleNear(1.0, 1e-12));
}

TEST(CauseModel, TellsTheTextbookPatternsApart) {
  const auto loop = causesOf(humWith(oddDominated(-55)));
  EXPECT_EQ(loop.front().cause, Cause::groundLoop);
  EXPECT_THAT(loop.front().probability, Gt(0.9));
  EXPECT_THAT(sum(loop), DoubleNear(1.0, 1e-12));

  const auto field = causesOf(humWith({{1, -60}, {3, -105}}));
  EXPECT_EQ(field.front().cause, Cause::magneticPickup);
  EXPECT_THAT(field.front().probability, Gt(0.8));

  const auto ripple = causesOf(humWith({{2, -70}, {4, -76}, {6, -80}}));
  EXPECT_EQ(ripple.front().cause, Cause::supplyRipple);
  EXPECT_THAT(ripple.front().probability, Gt(0.9));

  std::map<int, double> buzz;
  for (int order = 1; order <= 20; ++order) buzz[order] = order % 2 == 1 ? -70.0 - order : -88.0;
  EXPECT_EQ(causesOf(humWith(buzz)).front().cause, Cause::mainsHash);
}

TEST(CauseModel, IsUnsureWhereTheHarmonicsAreBuried) {
  // Only the fundamental shows, 15 dB out of the noise: a loop and a field look the same.
  const auto causes = causesOf(humWith({{1, -125}}, -140.0));
  EXPECT_LT(causes.front().probability, 0.8);
  EXPECT_THAT(sum(causes), DoubleNear(1.0, 1e-12));
}

TEST(CauseModel, StaysFiniteFarFromEveryModel) {
  // Even order at 0 dBFS over a floor at −300: beyond any model's tail.
  const auto causes = causesOf(humWith({{2, 0.0}}, -300.0));
  for (const auto& cause : causes) EXPECT_TRUE(std::isfinite(cause.probability));
  EXPECT_THAT(sum(causes), DoubleNear(1.0, 1e-12));
}

}  // namespace
}  // namespace linecheck::diagnosis
