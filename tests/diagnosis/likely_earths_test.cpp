#include "diagnosis/likely_earths.h"

#include <gtest/gtest.h>

#include "chain/grounds.h"
#include "support/chain/ground_fixtures.h"

namespace linecheck::diagnosis {
namespace {

using chain::DeviceId;
using chain::testing::GroundDesk;
using profiles::Kind;
using profiles::Supply;

/// A computer and a monitor joined by a cable, both fed, neither with a word on its plug.
struct LikelyEarthsTest : ::testing::Test {
  LikelyEarthsTest() {
    desk.outlet("wall", "room");
    desk.outlet("other", "hall");
    desk.device("pc", {Supply::internalMains, std::nullopt}, Kind::computer);
    desk.device("monitor", {Supply::internalMains, std::nullopt}, Kind::monitor);
    desk.rca("line", "pc", "monitor");
    desk.feed("wall", "pc");
    desk.feed("other", "monitor");
  }
  [[nodiscard]] LikelyEarths likely(const std::optional<Diagnosis>& heard = std::nullopt) const {
    return likelyEarths(desk.chain, lookup(), heard);
  }
  [[nodiscard]] chain::ProfileLookup lookup() const {
    return [this](std::string_view id) {
      const auto found = desk.profiles.find(id);
      return found == desk.profiles.end() ? nullptr : &found->second;
    };
  }
  [[nodiscard]] std::size_t loops(const chain::Chain& chain) const {
    return chain::planGrounds(chain::Desk(chain, lookup())).loops.size();
  }

  GroundDesk desk;
};

TEST_F(LikelyEarthsTest, PlugsOfWhichNothingIsSaidCloseALoop) {
  EXPECT_EQ(loops(desk.chain), 0U);
  const LikelyEarths found = likely();
  EXPECT_EQ(found.taken, (std::vector{DeviceId("pc"), DeviceId("monitor")}));
  EXPECT_EQ(loops(found.chain), 1U);
}

TEST_F(LikelyEarthsTest, WhatIsSaidStands) {
  desk.chain.devices[1].hasEarthContact = false;
  const LikelyEarths found = likely();
  EXPECT_EQ(found.taken, std::vector{DeviceId("pc")});
  EXPECT_EQ(loops(found.chain), 0U);
}

TEST_F(LikelyEarthsTest, WhatHangsOnNoOutletIsLeftAlone) {
  desk.chain.powerLeads.clear();
  EXPECT_TRUE(likely().taken.empty());
}

TEST_F(LikelyEarthsTest, LeakageThatIsHeardNeedsAPlugWithout) {
  Diagnosis heard;
  heard.causes = {{Cause::earthLeakage, 0.6, {}}, {Cause::groundLoop, 0.4, {}}};
  EXPECT_EQ(likely(heard).chain, desk.chain);
  std::swap(heard.causes[0].probability, heard.causes[1].probability);
  EXPECT_EQ(likely(heard).taken.size(), 2U);
}

}  // namespace
}  // namespace linecheck::diagnosis
