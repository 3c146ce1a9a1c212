#include "chain/power_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/ground_fixtures.h"

namespace linecheck::chain {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;

std::vector<std::string> order(const GroundDesk& desk) {
  std::vector<std::string> ids;
  for (const DeviceId& id : powerUpOrder(desk.desk())) ids.push_back(id.text());
  return ids;
}

TEST(PowerOrder, FollowsTheSignalWhateverTheOrderOfTheChain) {
  GroundDesk desk;
  for (const char* id : {"monitors", "amp", "interface"}) desk.device(id, kClassI);
  desk.device("pc", kClassI, Kind::computer);
  desk.rca("second", "amp", "monitors");
  desk.rca("first", "interface", "amp");
  desk.usb("usb", "pc", "interface");
  EXPECT_THAT(order(desk), ElementsAre("pc", "interface", "amp", "monitors"));
}

TEST(PowerOrder, TakesTheComputerFirstHoweverItsUsbCableWasDrawn) {
  GroundDesk desk;
  desk.device("interface", kUsbPowered);
  desk.device("pc", kClassI, Kind::computer);
  desk.usb("usb", "interface", "pc");
  EXPECT_THAT(order(desk), ElementsAre("pc", "interface"));
}

TEST(PowerOrder, LeavesOutWhatIsPassiveButFollowsTheSignalThroughIt) {
  GroundDesk desk;
  desk.device("monitors", kClassI);
  desk.device("attenuator", kPassive);
  desk.device("phones", kPassive, Kind::headphones);
  desk.device("dac", kClassI);
  desk.rca("one", "dac", "attenuator");
  desk.rca("two", "attenuator", "monitors");
  desk.rca("three", "dac", "phones");
  EXPECT_THAT(order(desk), ElementsAre("dac", "monitors"));
}

TEST(PowerOrder, KeepsTheChainsOrderWithinACircleAndStillPutsItBeforeWhatItFeeds) {
  GroundDesk desk;
  for (const char* id : {"monitors", "effect", "mixer", "source"}) desk.device(id, kClassI);
  desk.rca("send", "mixer", "effect");
  desk.rca("return", "effect", "mixer");
  desk.rca("out", "mixer", "monitors");
  desk.rca("in", "source", "mixer");
  EXPECT_THAT(order(desk), ElementsAre("source", "effect", "mixer", "monitors"));
}

TEST(PowerOrder, KeepsTheChainsOrderAmongStrangers) {
  GroundDesk desk;
  for (const char* id : {"b", "a", "c"}) desk.device(id, kClassI);
  EXPECT_THAT(order(desk), ElementsAre("b", "a", "c"));
}

}  // namespace
}  // namespace linecheck::chain
