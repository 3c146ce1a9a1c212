// The shipped profiles, ranked as the article on the signal chain ranks them for the M1.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "matching/match.h"
#include "support/matching/pairs.h"

namespace linecheck::matching {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::AnyOf;
using ::testing::ElementsAre;
using Kind = Reason::Kind;

const Load& shippedM1() {
  static const Load kLoad = *loadOf(shipped("neuropunk-m1"));
  return kLoad;
}

Match onM1(std::string_view id, std::string_view port = {}) {
  return match(shippedOutput(id, port), shippedM1(), {});
}

bool has(const Match& match, Kind kind) {
  return match.reasons.find(kind) != nullptr;
}

TEST(Ranking, OfTheM1FollowsTheArticle) {
  const std::vector<std::pair<std::string, std::string>> ids = {
      {"realtek-onboard", ""},  {"antelope-zen-go", ""},  {"topping-e2x2-otg", ""},
      {"topping-l30-ii", ""},   {"audient-id4-mkii", ""}, {"topping-l70", "headphones-6-35"},
      {"topping-e4x4-pre", ""},
  };
  std::vector<std::pair<std::string, Match>> ranked;
  ranked.reserve(ids.size());
  for (const auto& [id, port] : ids) ranked.emplace_back(id, onM1(id, port));
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return better(a.second, b.second); });
  std::vector<std::string> order;
  order.reserve(ranked.size());
  for (const auto& [id, match] : ranked) order.push_back(id);
  const auto amplifier = AnyOf("topping-l30-ii", "topping-l70");
  const auto strongInterface = AnyOf("topping-e2x2-otg", "topping-e4x4-pre");
  const auto usualInterface = AnyOf("antelope-zen-go", "audient-id4-mkii");
  EXPECT_THAT(order, ElementsAre(amplifier, amplifier, strongInterface, strongInterface,
                                 usualInterface, usualInterface, "realtek-onboard"));
}

TEST(Ranking, AmplifiersAreGoodForLowImpedanceAndCurrentAndSilence) {
  for (const auto& pair : {onM1("topping-l30-ii"), onM1("topping-l70", "headphones-6-35")}) {
    EXPECT_EQ(pair.verdict, Verdict::good);
    EXPECT_TRUE(has(pair, Kind::headroom));
    EXPECT_TRUE(has(pair, Kind::sourceImpedanceGood));
    EXPECT_TRUE(has(pair, Kind::silent));
    // 91 + 10·log10(3500)
    EXPECT_NEAR(pair.maximum.nominal()->value(), 126.44, 0.01);
    EXPECT_EQ(pair.limitedBy, Limit::ratedPower);
  }
}

TEST(Ranking, TheM1NeedsHighGainOnBothAmplifiers) {
  const Output l30 = shippedOutput("topping-l30-ii");
  const Output l70 = shippedOutput("topping-l70", "headphones-6-35");
  EXPECT_EQ(l30.steps.at(match(l30, shippedM1(), {}).gain.value()).name, "H");
  EXPECT_EQ(l70.steps.at(match(l70, shippedM1(), {}).gain.value()).name, "High");
}

TEST(Ranking, AnInterfaceWithAnAmplifiersOutputIsEnough) {
  const Match pair = onM1("topping-e2x2-otg");
  EXPECT_EQ(pair.verdict, Verdict::good);
  EXPECT_TRUE(has(pair, Kind::builtInEnough));
  // The article's 580 mW are rated into 32 ohm; into 16 ohm the same current gives half of that.
  EXPECT_NEAR(pair.maximum.nominal()->value(), 115.62, 0.01);
}

TEST(Ranking, AUsualInterfaceIsShortAndItsImpedanceTooHigh) {
  for (const char* id : {"antelope-zen-go", "audient-id4-mkii"}) {
    const Match pair = onM1(id);
    EXPECT_EQ(pair.verdict, Verdict::poor) << id;
    EXPECT_TRUE(has(pair, Kind::headroomShort));
    EXPECT_TRUE(has(pair, Kind::sourceImpedanceHigh));
    EXPECT_FALSE(has(pair, Kind::builtInEnough));
    EXPECT_NEAR(pair.loss.nominal()->value(), -7.85, 0.01);
    EXPECT_NEAR(pair.loss.high()->value(), -7.04, 0.01);
    EXPECT_NEAR(pair.loss.low()->value(), -8.59, 0.01);
    EXPECT_NEAR(pair.headroom.nominal()->value(), -4.0, 0.01);
  }
}

TEST(Ranking, TheOnboardOutputLosesFifteenDecibelsAndIsFarTooQuiet) {
  const Match pair = onM1("realtek-onboard");
  EXPECT_EQ(pair.verdict, Verdict::poor);
  EXPECT_NEAR(pair.loss.nominal()->value(), -15.10, 0.01);
  EXPECT_LT(pair.headroom.high()->value(), -11.0);
  // The article's 30 mW are above all that such a codec can give, however sensitive the M1 are.
  EXPECT_LT(pair.maximum.high()->value(), 95.0 + 14.77);
}

TEST(Ranking, ThePlanarDriversImpedanceDoesNotBendTheResponse) {
  const Match pair = onM1("realtek-onboard");
  EXPECT_EQ(pair.deviationBasis, DeviationBasis::planar);
  EXPECT_EQ(pair.deviation.nominal(), Decibels::of(0.0));
  EXPECT_FALSE(has(pair, Kind::responseUnknown));
}

TEST(Ranking, EveryShippedPairHasAVerdictThatItsReasonsCarry) {
  std::vector<Output> outputs;
  std::vector<Load> loads;
  for (const auto& entry : library().entries()) {
    for (Output& output : outputsOf(entry.profile)) outputs.push_back(std::move(output));
    if (auto load = loadOf(entry.profile)) loads.push_back(*std::move(load));
  }
  ASSERT_FALSE(outputs.empty());
  ASSERT_FALSE(loads.empty());
  for (const Match& pair : matchAll(outputs, loads, {})) {
    EXPECT_FALSE(pair.reasons.all().empty());
    EXPECT_NE(pair.verdict, Verdict::dangerous);
    if (pair.verdict == Verdict::unknown) {
      EXPECT_TRUE(!pair.headroom.nominal() || has(pair, Kind::currentShort));
    }
  }
}

TEST(Ranking, SensitiveInEarsAndHighImpedanceModelsNeedNoAmplifier) {
  Load inEar = perVolt(32.0, 125.0);
  inEar.curve = {{Hertz::of(100.0), Ohms::of(32.0)}, {Hertz::of(4000.0), Ohms::of(34.0)}};
  const Match small = match(shippedOutput("antelope-zen-go"), inEar, {});
  EXPECT_TRUE(has(small, Kind::builtInEnough));
  EXPECT_NE(small.verdict, Verdict::poor);
  // Not 115 dB, but well over music's 98 dB peaks at 80 dB.
  const Match large = match(shippedOutput("antelope-zen-go"), perMilliwatt(300.0, 97.0), {});
  EXPECT_TRUE(has(large, Kind::builtInEnoughForListening));
  EXPECT_EQ(large.verdict, Verdict::fair);
}

}  // namespace
}  // namespace linecheck::matching
