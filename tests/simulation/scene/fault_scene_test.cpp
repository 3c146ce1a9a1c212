#include "simulation/scene/fault_scene.h"

#include <gtest/gtest.h>

#include <set>

#include "support/scene/scene_desk.h"

namespace linecheck::simulation {
namespace {

TEST(FaultScene, AGroundLoopIsPlantedAndHeardAtItsLevel) {
  const testing::Heard place;
  const auto scene = sceneOf(Fault::groundLoop, place.desk.chain, place.lookup(), place.at, 1);
  ASSERT_TRUE(scene);
  EXPECT_EQ(scene->fault().cause, NoiseKind::groundLoop);
  EXPECT_NEAR(scene->level(NoiseKind::groundLoop, scene->start()).value(), -55.0, 0.5);
}

TEST(FaultScene, WhatIsNoNoiseIsNoScene) {
  const testing::Heard place;
  for (const Fault fault : {Fault::clipping, Fault::dropouts, Fault::deadInput}) {
    EXPECT_FALSE(noiseOf(fault));
    EXPECT_FALSE(sceneOf(fault, place.desk.chain, place.lookup(), place.at, 1));
  }
}

TEST(FaultScene, ADeskThatCannotHaveItHasNoScene) {
  const testing::Heard place;
  EXPECT_FALSE(sceneOf(Fault::groundLoop, chain::Chain{}, place.lookup(), place.at, 1));
}

TEST(FaultScene, EveryNoiseOfTheMenuIsOfAKindOfItsOwn) {
  std::set<NoiseKind> kinds;
  int noises = 0;
  for (const FaultInfo& info : faults()) {
    if (const auto kind = noiseOf(info.fault)) {
      kinds.insert(*kind);
      ++noises;
    }
  }
  EXPECT_EQ(noises, 10);
  EXPECT_EQ(kinds.size(), 10U);
}

}  // namespace
}  // namespace linecheck::simulation
