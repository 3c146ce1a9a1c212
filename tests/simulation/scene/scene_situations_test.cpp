// What becomes of a fault when somebody does something about it.
#include <cmath>

#include "support/scene/scene_desk.h"

namespace linecheck::simulation::testing {
namespace {

using chain::DummyPlug;
using chain::Situation;

const Place kHall(chain::PowerPointId("wall-2"), "circuit");
constexpr std::uint64_t kSeeds = 40;
// What the other places of the same cause may still bring.
constexpr double kGone = -15.0;

/// By how much a fault is less once `act` was done, by seed.
template <class Act>
std::vector<double> changes(NoiseKind cause, const Place& where, Act act,
                            const Heard& heard = Heard()) {
  std::vector<double> result;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Scene scene = heard.scene(cause, where, seed);
    Situation situation = scene.start();
    act(situation);
    result.push_back((scene.level(cause, situation) - scene.level(cause, scene.start())).value());
  }
  return result;
}

void expectAllWithin(const std::vector<double>& values, double low, double high) {
  for (const double value : values) {
    EXPECT_GE(value, low);
    EXPECT_LE(value, high);
  }
}

void removeCable(Situation& situation, const std::string& id) {
  std::erase_if(situation.chain.cables,
                [&](const chain::Cable& cable) { return cable.id.text() == id; });
}

TEST(SceneSituations, NothingDoneChangesNothing) {
  expectAllWithin(changes(NoiseKind::groundLoop, kHall, [](Situation&) {}), 0.0, 0.0);
}

TEST(SceneSituations, APulledPlugOnTheLoopEndsItsHum) {
  for (const char* cable : {"usb", "line", "out"}) {
    const auto less = changes(NoiseKind::groundLoop, kHall,
                              [&](Situation& situation) { removeCable(situation, cable); });
    for (const double value : less) EXPECT_LT(value, kGone) << cable;
  }
}

TEST(SceneSituations, OneStripLeavesWhatDrivesTheDeviceItself) {
  const auto less = changes(NoiseKind::groundLoop, kHall, [](Situation& situation) {
    for (chain::PowerLead& lead : situation.chain.powerLeads) {
      if (lead.to == decltype(lead.to)(DeviceId("monitor"))) {
        lead.from = chain::PowerPointId("strip-1");
      }
    }
  });
  expectAllWithin(less, -60.0, kGone);
}

TEST(SceneSituations, AnIsolatorTakesFortyToSixtyDecibels) {
  for (const char* cable : {"usb", "line"}) {
    const auto less = changes(NoiseKind::groundLoop, kHall, [&](Situation& situation) {
      situation.isolated.insert(CableId(cable));
    });
    for (const double value : less) EXPECT_LT(value, kGone) << cable;
  }
}

TEST(SceneSituations, AMovedCableIsTenToTwentyFiveDecibelsQuieter) {
  Heard heard;
  heard.desk.chain.cables[1].beside = {chain::Neighbour::plugInSupply};
  const auto less = changes(
      NoiseKind::magneticPickup, Place(CableId("line")),
      [](Situation& situation) { situation.movedAway.insert(CableId("line")); }, heard);
  expectAllWithin(less, -25.0, -10.0);
  EXPECT_GT(
      *std::max_element(less.begin(), less.end()) - *std::min_element(less.begin(), less.end()),
      5.0)
      << "some help more than others";
}

TEST(SceneSituations, AnotherUsbPortHelpsSomeAndOthersNot) {
  for (const NoiseKind cause : {NoiseKind::computerHash, NoiseKind::usbFrames}) {
    const auto less = changes(cause, Place(CableId("usb")), [](Situation& situation) {
      situation.otherUsbPort.insert(CableId("usb"));
    });
    expectAllWithin(less, -20.0, 0.0);
    EXPECT_GT(*std::max_element(less.begin(), less.end()), -4.0);
    EXPECT_LT(*std::min_element(less.begin(), less.end()), -14.0);
  }
}

TEST(SceneSituations, ABusyComputerMakesMoreHashButTheSameFrames) {
  const auto work = [](Situation& situation) { situation.busy.insert(DeviceId("pc")); };
  expectAllWithin(changes(NoiseKind::computerHash, Place(CableId("usb")), work), 6.0, 15.0);
  expectAllWithin(changes(NoiseKind::usbFrames, Place(CableId("usb")), work), 0.0, 0.0);
}

TEST(SceneSituations, PhonesAndDimmersGoAway) {
  expectAllWithin(changes(NoiseKind::mobilePhone, Place(CableId("line")),
                          [](Situation& situation) { situation.arePhonesAway = true; }),
                  -60.0, -30.0);
  expectAllWithin(changes(NoiseKind::dimmer, Place(),
                          [](Situation& situation) { situation.areDimmersOff = true; }),
                  -60.0, -30.0);
}

TEST(SceneSituations, AVolumeTurnedDownTellsWhatEntersBehindIt) {
  const auto down = [](Situation& situation) { situation.volumeDown.insert(DeviceId("amp")); };
  expectAllWithin(changes(NoiseKind::groundLoop, kHall, down), -80.0, -60.0);
  expectAllWithin(changes(NoiseKind::supplyRipple, Place(DeviceId("amp")), down), 0.0, 0.0);
}

TEST(SceneSituations, ADeviceSwitchedOffIsSilentButStillClosesTheLoop) {
  const auto monitorOff = [](Situation& situation) {
    situation.switchedOff.insert(DeviceId("monitor"));
  };
  expectAllWithin(changes(NoiseKind::groundLoop, kHall, monitorOff), 0.0, 0.0);
  const Heard heard;
  const Scene scene = heard.scene(NoiseKind::supplyRipple, Place(DeviceId("amp")));
  Situation off = scene.start();
  off.switchedOff.insert(DeviceId("amp"));
  EXPECT_TRUE(scene.level(NoiseKind::supplyRipple, off).isSilent());
}

TEST(SceneSituations, WhitlocksDummiesTellTheLoopFromTheField) {
  struct Expected {
    DummyPlug dummy;
    bool isLoopHeard;
    bool isFieldHeard;
  };
  for (const Expected& one : {Expected{DummyPlug::inReceiver, false, false},
                              Expected{DummyPlug::betweenCableAndB, false, false},
                              Expected{DummyPlug::onLooseEnd, false, true},
                              Expected{DummyPlug::betweenCableAndA, true, true}}) {
    const auto plug = [&](Situation& situation) { situation.dummies[CableId("line")] = one.dummy; };
    for (const double value : changes(NoiseKind::groundLoop, kHall, plug)) {
      EXPECT_EQ(value > kGone, one.isLoopHeard) << value;
    }
    for (const double value : changes(NoiseKind::magneticPickup, Place(CableId("line")), plug)) {
      EXPECT_EQ(value > kGone, one.isFieldHeard) << value;
    }
  }
}

TEST(SceneSituations, OtherCausesStayFaint) {
  const Heard heard;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const Scene scene = heard.scene(NoiseKind::groundLoop, kHall, seed);
    for (const auto& [cause, level] : scene.levels(scene.start())) {
      if (cause == NoiseKind::groundLoop) continue;
      EXPECT_LT(level.value(), -50.0 - 15.0) << noiseKindId(cause);
    }
  }
}

}  // namespace
}  // namespace linecheck::simulation::testing
