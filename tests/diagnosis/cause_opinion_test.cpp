#include "diagnosis/cause_opinion.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::diagnosis {
namespace {

std::vector<CauseProbability> between(double loop, double hash) {
  return {{Cause::groundLoop, loop, {}}, {Cause::computerHash, hash, {}}};
}

TEST(CauseOpinion, WeighsAllAlikeWhereNothingWasHeard) {
  const CauseOpinion opinion;
  EXPECT_EQ(opinion.weight(Cause::groundLoop), opinion.weight(Cause::computerHash));
}

TEST(CauseOpinion, TheSameHeardTwiceIsNoSurer) {
  CauseOpinion opinion;
  opinion.add(Seconds::of(3.0), between(0.9, 0.1));
  opinion.add(Seconds::of(3.0), between(0.9, 0.1));
  EXPECT_NEAR(opinion.weight(Cause::groundLoop) / opinion.weight(Cause::computerHash), 9.0, 1e-9);
}

TEST(CauseOpinion, LongerCapturesCountForMore) {
  CauseOpinion opinion;
  opinion.add(Seconds::of(3.0), between(0.9, 0.1));
  opinion.add(Seconds::of(9.0), between(0.1, 0.9));
  // A quarter of the log odds one way and three quarters the other way: a half the other way.
  EXPECT_NEAR(opinion.weight(Cause::computerHash) / opinion.weight(Cause::groundLoop),
              std::sqrt(9.0), 1e-9);
}

}  // namespace
}  // namespace linecheck::diagnosis
