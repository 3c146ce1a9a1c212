#include "levels/missing.h"

#include <gmock/gmock.h>

#include <string>

namespace linecheck::levels {
namespace {

using ::testing::ElementsAre;

Missing lacks(Gap gap, const std::string& device) {
  return {gap, chain::Place(chain::DeviceId(device))};
}

TEST(MissingSet, HasEachItemOnceAndInOrder) {
  MissingSet a{lacks(Gap::noise, "dac")};
  MissingSet b{lacks(Gap::gain, "amp"), lacks(Gap::noise, "dac")};
  a.insert(b);
  EXPECT_THAT(a.items(), ElementsAre(lacks(Gap::gain, "amp"), lacks(Gap::noise, "dac")));
  EXPECT_THAT(b.items(), ElementsAre(lacks(Gap::gain, "amp"), lacks(Gap::noise, "dac")));
}

TEST(MissingSet, IsAValue) {
  MissingSet a{lacks(Gap::noise, "dac")};
  const MissingSet copy = a;
  a.insert(lacks(Gap::gain, "amp"));
  EXPECT_THAT(copy.items(), ElementsAre(lacks(Gap::noise, "dac")));
  EXPECT_FALSE(a == copy);
}

TEST(MissingSet, EqualsOneThatWasJoinedOtherwise) {
  const Missing noise = lacks(Gap::noise, "dac");
  const Missing gain = lacks(Gap::gain, "amp");
  MissingSet a{noise};
  a.insert(MissingSet{gain});
  MissingSet b{gain, noise};
  b.insert(a);
  EXPECT_TRUE(a == b);
  EXPECT_TRUE(MissingSet{}.empty());
  EXPECT_FALSE(a == MissingSet{});
}

TEST(MissingSet, EndsWithoutRecursionHoweverOftenItWasJoined) {
  constexpr int kMany = 1'000'000;
  MissingSet set{lacks(Gap::noise, "dac")};
  for (int i = 0; i < kMany; ++i) set.insert(lacks(Gap::gain, "amp"));
  EXPECT_EQ(set.items().size(), 2u);
}

}  // namespace
}  // namespace linecheck::levels
