#include "dsp/overtones.h"

#include <gtest/gtest.h>

#include <vector>

namespace linecheck::dsp {
namespace {

// 997 Hz at 48 kHz: order 48 is 47 856 Hz and comes back as 144 Hz, order 49 (48 853 Hz) as 853 Hz.
constexpr Overtones kTone{Hertz::of(997.0), DecibelsFs::of(0.0)};
constexpr double kOrder48 = -67.25;  // −40·lg 48.

bool mayBe(double frequency, double level, double bandEdge = 1000.0) {
  const FoldedOvertones folded(std::vector{kTone}, Hertz::of(48000.0), Hertz::of(bandEdge));
  return folded.mayBe(Hertz::of(frequency), Hertz::of(0.1), DecibelsFs::of(level));
}

TEST(FoldedOvertones, LieWhereSamplingPutsThem) {
  EXPECT_TRUE(mayBe(144.0, -80.0));
  EXPECT_TRUE(mayBe(853.0, -80.0));
  EXPECT_FALSE(mayBe(145.0, -80.0));
}

TEST(FoldedOvertones, AreNoLouderThanAClippedSineMakesThem) {
  EXPECT_TRUE(mayBe(144.0, kOrder48 - 0.1));
  EXPECT_FALSE(mayBe(144.0, kOrder48 + 0.1));
}

TEST(FoldedOvertones, AreNotThoseBelowHalfTheSampleRate) {
  EXPECT_FALSE(mayBe(2.0 * 997.0, -80.0, 24000.0));
}

TEST(FoldedOvertones, OfNoToneAreNothing) {
  EXPECT_FALSE(FoldedOvertones().mayBe(Hertz::of(144.0), Hertz::of(1e6), DecibelsFs::silence()));
}

TEST(FoldedOvertones, OfAToneWithoutOvertonesAreNothing) {
  const FoldedOvertones folded(std::vector<Overtones>{{Hertz::of(997.0), DecibelsFs::silence()}},
                               Hertz::of(48000.0), Hertz::of(24000.0));
  EXPECT_FALSE(folded.mayBe(Hertz::of(144.0), Hertz::of(1e6), DecibelsFs::of(-180.0)));
}

}  // namespace
}  // namespace linecheck::dsp
