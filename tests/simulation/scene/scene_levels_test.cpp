// What is heard of a desk by its physics, against closed forms.
#include <cmath>

#include "simulation/scene/scene_grounds.h"
#include "support/scene/scene_desk.h"

namespace linecheck::simulation::testing {
namespace {

const Place kHall(chain::PowerPointId("wall-2"), "circuit");

chain::Cable& cableOf(GroundDesk& desk, const std::string& id) {
  for (chain::Cable& cable : desk.chain.cables) {
    if (cable.id.text() == id) return cable;
  }
  return desk.chain.cables.at(desk.chain.cables.size());  // Throws: the test is wrong.
}

TEST(SceneLevels, AFieldInTwiceTheCableIsSixDecibelsMore) {
  Heard heard;
  const auto one = heard.usual(NoiseKind::magneticPickup, Place(CableId("line")));
  cableOf(heard.desk, "line").length = Metres::of(2.0);
  const auto two = heard.usual(NoiseKind::magneticPickup, Place(CableId("line")));
  EXPECT_NEAR((two - one).value(), 20.0 * std::log10(2.0), 1e-9);
}

TEST(SceneLevels, ANeighbourMakesAFieldStronger) {
  Heard heard;
  const Place place(CableId("line"));
  const auto alone = heard.usual(NoiseKind::magneticPickup, place);
  cableOf(heard.desk, "line").beside = {chain::Neighbour::powerCable};
  const auto cable = heard.usual(NoiseKind::magneticPickup, place);
  cableOf(heard.desk, "line").beside = {chain::Neighbour::plugInSupply};
  const auto supply = heard.usual(NoiseKind::magneticPickup, place);
  EXPECT_GT((cable - alone).value(), 20.0);
  EXPECT_GT(supply, cable);
}

TEST(SceneLevels, ALoopDropsOnTheShieldByItsPartOfTheLoop) {
  // One loop: the drive of a circuit falls off along all the resistors of it.
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Heard heard;
    const Draws draws(seed);
    const auto partOf = [&](double metres) {
      cableOf(heard.desk, "line").length = Metres::of(metres);
      const chain::Desk desk = heard.desk.desk();
      const chain::Situation situation{heard.desk.chain, {}, {}, {}, {}, {}, {}, {}, {}};
      const Standing standing{desk, desk, situation, draws};
      const SceneGrounds grounds(standing);
      for (const auto& drive : grounds.drives()) {
        if (drive.where == kHall) {
          return std::pair(std::abs(grounds.shieldsPerVolt(drive).at(CableId("line"))),
                           grounds.shield(CableId("line")).value());
        }
      }
      return std::pair(0.0, 0.0);
    };
    const auto [shortPart, shortShield] = partOf(1.0);
    const auto [longPart, longShield] = partOf(11.0);
    EXPECT_NEAR(longShield - shortShield, 10.0 * 0.020, 1e-12);
    // part = shield ÷ (shield + rest), with the same rest; the amplifier's leak takes nothing.
    const double rest = shortShield / shortPart - shortShield;
    EXPECT_GT(rest, 0.3);
    EXPECT_NEAR(longPart, longShield / (longShield + rest), 1e-5 * longPart) << seed;
  }
}

TEST(SceneLevels, AFarEarthDrivesMoreThanANearOne) {
  double outside = 0.0;
  double circuit = 0.0;
  double strip = 0.0;
  double device = 0.0;
  constexpr int kSeeds = 200;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    Heard heard;
    circuit += heard.usual(NoiseKind::groundLoop, kHall, seed).value() / kSeeds;
    strip += heard.usual(NoiseKind::groundLoop, Place(chain::PowerLeadId("strip-2-lead1")), seed)
                 .value() /
             kSeeds;
    device += heard.usual(NoiseKind::groundLoop, Place(chain::PowerLeadId("monitor-lead4")), seed)
                  .value() /
              kSeeds;
    heard.desk.antenna("antenna", "monitor");
    outside +=
        heard.usual(NoiseKind::groundLoop, Place(chain::GroundLeadId("antenna")), seed).value() /
        kSeeds;
  }
  EXPECT_NEAR(circuit - strip, 20.0 * std::log10(12.0 / 1.5), 2.0);
  EXPECT_NEAR(strip - device, 20.0 * std::log10(1.5 / 0.3), 2.0);
  EXPECT_GT(outside, circuit);
}

TEST(SceneLevels, ALoopBesideTheWayIsNotHeard) {
  Heard heard;
  // Listened to at the interface, the amplifier's cable is behind the ear.
  heard.at = {DeviceId("interface"), "rca-out", {}};
  EXPECT_TRUE(heard.usual(NoiseKind::groundLoop, kHall).isSilent());
}

TEST(SceneLevels, ABalancedLineHearsALoopByItsRejectionLess) {
  Heard heard;
  const auto unbalanced = heard.usual(NoiseKind::groundLoop, kHall);
  cableOf(heard.desk, "line").from.socket.port = "xlr-out";
  cableOf(heard.desk, "line").to.socket.port = "xlr-in";
  for (auto& port : heard.desk.profiles.at("amp").ports) {
    profiles::Figure<Decibels> rejection;
    rejection.value = {Decibels::of(52.0), {}, {}};
    if (port.id == "xlr-in") port.commonModeRejection = rejection;
  }
  const auto balanced = heard.usual(NoiseKind::groundLoop, kHall);
  // Its shield joins the cases, so that the loop has a few milliohms less or more inside.
  EXPECT_NEAR((unbalanced - balanced).value(), 52.0, 0.2);
}

TEST(SceneLevels, AnAdapterOfAlternatingCurrentRipplesMost) {
  Heard heard;
  const Place place(DeviceId("amp"));
  const auto plain = heard.usual(NoiseKind::supplyRipple, place);
  heard.desk.profiles.at("amp").power->adapter.emplace().current = profiles::CurrentKind::ac;
  EXPECT_NEAR((heard.usual(NoiseKind::supplyRipple, place) - plain).value(), 20.0 * std::log10(2.0),
              1e-9);
}

TEST(SceneLevels, OnlySuppliesWithoutAnEarthLeak) {
  Heard heard;
  EXPECT_FALSE(heard.usual(NoiseKind::leakage, Place(DeviceId("amp"))).isSilent());
  EXPECT_TRUE(heard.usual(NoiseKind::leakage, Place(DeviceId("monitor"))).isSilent());
  heard.desk.chain.mains.hasWorkingEarth = false;
  EXPECT_FALSE(heard.usual(NoiseKind::leakage, Place(DeviceId("monitor"))).isSilent());
}

TEST(SceneLevels, WhatNobodyHearsCannotBePlanted) {
  Heard heard;
  const SceneFault fault{NoiseKind::groundLoop, Place(CableId("nowhere")), {}};
  const auto made = Scene::make(heard.desk.chain, heard.lookup(), heard.at, fault, 1);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::notFound);
  heard.at.port = "rca-in";
  EXPECT_FALSE(Scene::clean(heard.desk.chain, heard.lookup(), heard.at, 1));
}

}  // namespace
}  // namespace linecheck::simulation::testing
