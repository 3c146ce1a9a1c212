#include "support/scene/random_hunt.h"

#include <gtest/gtest.h>

#include <set>

#include "chain/legality.h"

namespace linecheck::simulation::testing {
namespace {

TEST(RandomHunt, DesksAreLegalAndTheirFaultsHeardAboveAllElse) {
  std::set<NoiseKind> causes;
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const RandomHunt hunt = randomHunt(seed);
    EXPECT_GE(hunt.chain.devices.size(), 4U) << seed;
    EXPECT_LE(hunt.chain.devices.size(), 9U) << seed;
    const auto profileOf = [](const chain::Device& device) {
      return shippedLookup()(device.profile);
    };
    for (const chain::Fault& fault : chain::findFaults(hunt.chain, profileOf)) {
      ADD_FAILURE() << seed << ' ' << fault.pointer << ' ' << fault.what;
    }
    const Scene scene = hunt.scene();
    causes.insert(hunt.fault.cause);
    if (hunt.fault.cause == NoiseKind::converterNoise) continue;
    const auto levels = scene.levels(scene.start());
    const DecibelsFs planted = levels.at(hunt.fault.cause);
    EXPECT_GT(planted.value(), -85.5) << seed;
    EXPECT_LT(planted.value(), -49.0) << seed;
    for (const auto& [cause, level] : levels) {
      if (cause != hunt.fault.cause) {
        EXPECT_LT((level - planted).value(), -15.0) << seed << noiseKindId(cause);
      }
    }
  }
  EXPECT_EQ(causes.size(), kNoiseKinds.size());
}

}  // namespace
}  // namespace linecheck::simulation::testing
