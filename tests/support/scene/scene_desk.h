#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "simulation/scene/scene.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::simulation::testing {

using chain::CableId;
using chain::DeviceId;
using chain::Place;
using chain::testing::GroundDesk;

/// An earthed computer, an interface on its USB, an amplifier on an adapter and an earthed
/// monitor behind it, all joined by RCA; computer and monitor hang on circuits of their own. The
/// amplifier is listened to.
inline GroundDesk sceneDesk() {
  using namespace chain::testing;  // NOLINT(google-build-using-namespace): all of it is theirs.
  GroundDesk desk;
  desk.outlet("wall-1", "kitchen");
  desk.outlet("wall-2", "hall");
  desk.strip("strip-1", "wall-1");
  desk.strip("strip-2", "wall-2");
  desk.device("pc", kClassI, Kind::computer);
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.device("amp", {Supply::externalAdapter, ProtectiveClass::classII}, Kind::headphoneAmplifier);
  desk.device("monitor", kClassI, Kind::monitor);
  desk.usb("usb", "pc", "interface").length = Metres::of(1.0);
  desk.rca("line", "interface", "amp").length = Metres::of(1.0);
  desk.rca("out", "amp", "monitor").length = Metres::of(2.0);
  desk.feed("strip-1", "pc");
  desk.feed("strip-1", "amp");
  desk.feed("strip-2", "monitor");
  return desk;
}

/// What hears a desk of made-up devices; it must outlive the scene.
struct Heard {
  GroundDesk desk = sceneDesk();
  chain::Socket at{DeviceId("amp"), "rca-out", {}};

  [[nodiscard]] chain::ProfileLookup lookup() const {
    return [this](std::string_view id) {
      const auto found = desk.profiles.find(id);
      return found == desk.profiles.end() ? nullptr : &found->second;
    };
  }
  /// The level of a fault of usual strength; silent if it cannot be.
  [[nodiscard]] DecibelsFs usual(NoiseKind cause, const Place& where,
                                 std::uint64_t seed = 1) const {
    const auto faults = Scene::possibleFaults(desk.chain, lookup(), at, seed);
    if (!faults) return {};
    for (const PossibleFault& one : *faults) {
      if (one.fault.cause == cause && one.fault.where == where) return one.level;
    }
    return {};
  }
  /// With the fault at −50 dBFS.
  [[nodiscard]] Scene scene(NoiseKind cause, const Place& where, std::uint64_t seed = 1) const {
    const SceneFault fault{cause, where, DecibelsFs::of(-50.0) - usual(cause, where, seed)};
    auto made = Scene::make(desk.chain, lookup(), at, fault, seed);
    EXPECT_TRUE(made) << (made ? "" : made.error().message());
    return *std::move(made);
  }
};

}  // namespace linecheck::simulation::testing
