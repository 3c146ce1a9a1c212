#include "chain/cable_shield.h"

#include <gtest/gtest.h>

#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

GroundDesk twoDevices() {
  GroundDesk desk;
  desk.device("a", kClassII);
  desk.device("b", kClassII);
  return desk;
}

std::optional<bool> balance(const GroundDesk& ground) {
  const Desk desk = ground.desk();
  return balanceOf(desk, desk.chain().cables.back());
}

TEST(BalanceOf, ALineIsThatOfItsTwoEnds) {
  GroundDesk desk = twoDevices();
  desk.xlr("cable", "a", "b");
  EXPECT_EQ(balance(desk), true);
  desk.chain.cables.back().to.socket.port = "rca-in";
  EXPECT_EQ(balance(desk), false);
}

TEST(BalanceOf, APlugOrAdapterCanSpoilIt) {
  GroundDesk desk = twoDevices();
  CableEnd& end = desk.xlr("cable", "a", "b").to;
  end.adapters = {{Connector::jack635Trs, Connector::xlr3, {}}};
  EXPECT_EQ(balance(desk), true);
  end.plug = Connector::jack635Ts;
  EXPECT_EQ(balance(desk), false);
}

TEST(BalanceOf, SoCanTheCableAndAReceiverThatDoesNotSubtract) {
  GroundDesk desk = twoDevices();
  desk.xlr("cable", "a", "b").isBalanced = false;
  EXPECT_EQ(balance(desk), false);
  desk.chain.cables.back().isBalanced = true;
  EXPECT_EQ(balance(desk), true);
  for (profiles::Port& port : desk.profiles.at("b").ports) {
    if (port.id == "xlr-in") port.receiver = profiles::Receiver::singleEnded;
  }
  EXPECT_EQ(balance(desk), false);
}

TEST(BalanceOf, IsUnknownWhereAnEndIs) {
  GroundDesk desk = twoDevices();
  desk.xlr("cable", "a", "b");
  desk.profiles.erase("b");
  EXPECT_EQ(balance(desk), std::nullopt);
  desk.chain.cables.back().from.socket.port = "rca-out";
  EXPECT_EQ(balance(desk), false);
}

}  // namespace
}  // namespace linecheck::chain
