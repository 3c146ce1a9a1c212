#include "simulation/scene/ground_network.h"

#include <gtest/gtest.h>

#include <cmath>

namespace linecheck::simulation {
namespace {

GroundNetwork::Branch branch(std::size_t from, std::size_t to, double ohms) {
  return {from, to, Ohms::of(ohms)};
}

TEST(GroundNetwork, AVoltageInALoopDrivesItAgainstAllItsResistance) {
  const GroundNetwork network(3, {branch(0, 1, 0.3), branch(1, 2, 0.05), branch(2, 0, 0.25)});
  for (const double current : network.currentsPerVolt({0})) {
    EXPECT_NEAR(current, 1.0 / 0.6, 1e-6);
  }
}

TEST(GroundNetwork, ParallelWaysShareTheCurrentByTheirConductance) {
  const GroundNetwork network(2, {branch(0, 1, 0.1), branch(1, 0, 0.2), branch(1, 0, 0.6)});
  const auto currents = network.currentsPerVolt({0});
  EXPECT_NEAR(currents[0], 1.0 / 0.25, 1e-6);
  EXPECT_NEAR(currents[1], 0.75 * currents[0], 1e-6);
  EXPECT_NEAR(currents[2], 0.25 * currents[0], 1e-6);
}

TEST(GroundNetwork, AVoltageCommonToBothEndsOfALoopDrivesNothing) {
  const GroundNetwork network(3, {branch(1, 0, 0.3), branch(2, 0, 0.3), branch(1, 2, 0.05)});
  EXPECT_NEAR(network.currentsPerVolt({0, 1})[2], 0.0, 1e-6);
  EXPECT_NEAR(network.currentsPerVolt({0})[2], -1.0 / 0.65, 1e-5);
}

TEST(GroundNetwork, NothingFlowsWhereNothingCloses) {
  const GroundNetwork network(3, {branch(0, 1, 0.3), branch(1, 2, 0.05)});
  for (const double current : network.currentsPerVolt({0})) EXPECT_LT(std::abs(current), 1e-8);
}

TEST(GroundNetwork, AFedCurrentTakesTheWayHome) {
  const GroundNetwork network(4, {branch(2, 1, 0.05), branch(1, 0, 0.3), branch(2, 3, 0.1)});
  const auto currents = network.currentsPerAmpere(2);
  EXPECT_NEAR(currents[0], 1.0, 1e-6);
  EXPECT_NEAR(currents[1], 1.0, 1e-6);
  EXPECT_NEAR(currents[2], 0.0, 1e-6);
}

}  // namespace
}  // namespace linecheck::simulation
