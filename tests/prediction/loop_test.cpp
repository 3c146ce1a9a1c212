#include "prediction/loop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/prediction/loop_desk.h"

namespace linecheck::prediction {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

chain::Socket socket(const std::string& device, const std::string& port) {
  return {chain::DeviceId(device), port, {}};
}

TEST(Loop, IsTheOneThatIsDrawn) {
  const LoopDesk desk(interface());
  const Loop loop = desk.loop();
  ASSERT_EQ(loop.lanes.size(), 2u);
  EXPECT_EQ(textOf(loop.lanes[0].route), "pc:usb box:usb box:out box:in");
  EXPECT_EQ(textOf(loop.lanes[1].route), "pc:usb box:usb box:out box:in");
  EXPECT_EQ(loop.lanes[1].channel, 1);
}

TEST(Loop, GoesThroughWhatIsDrawnBetweenOutputAndInput) {
  LoopDesk desk(interface());
  desk.unplug("loop");
  Profile amplifier = levels::testing::amplifier();
  amplifier.ports.push_back(port("pre", Direction::out));
  desk.add("amp", amplifier);
  desk.plug("to-amp", "box", "out", "amp", "in");
  desk.plug("back", "amp", "pre", "box", "in");
  EXPECT_EQ(textOf(desk.loop().lanes.at(0).route), "pc:usb box:usb box:out amp:in amp:pre box:in");
}

TEST(Loop, IsObviousWithOneLineOutputAndOneLineInput) {
  LoopDesk desk(interface());
  desk.unplug("loop");
  EXPECT_EQ(textOf(desk.loop().lanes.at(0).route), "pc:usb box:usb box:out box:in");
}

TEST(Loop, UnplugsWhatIsInTheWay) {
  LoopDesk desk(interface());
  desk.unplug("loop");
  desk.add("amp", levels::testing::amplifier());
  desk.plug("to-amp", "box", "out", "amp", "in");
  const Loop loop = desk.loop();
  EXPECT_EQ(textOf(loop.lanes.at(0).route), "pc:usb box:usb box:out box:in");
  EXPECT_TRUE(loop.desk->attached(chain::DeviceId("amp")).empty());
}

TEST(Loop, TakesTwoSingleInputsForAStereoOutput) {
  Profile profile = interface();
  profile.ports[2].channels = 1;
  profile.ports.push_back(profile.ports[2]);
  profile.ports[2].id = "in-1";
  profile.ports[3].id = "in-2";
  LoopDesk desk(profile);
  desk.unplug("loop");
  const Loop loop = desk.loop();
  ASSERT_EQ(loop.lanes.size(), 2u);
  EXPECT_EQ(loop.lanes[0].route.back().port, "in-1");
  EXPECT_EQ(loop.lanes[1].route.back().port, "in-2");
  EXPECT_EQ(loop.lanes[1].channel, 1);
}

TEST(Loop, AsksWhichOfSeveralOutputs) {
  Profile profile = interface();
  profile.ports.push_back(profile.ports[1]);
  profile.ports.back().id = "out-2";
  profile.ports.back().name = "Second";
  LoopDesk desk(profile);
  desk.unplug("loop");
  const auto unclear = findLoop(desk.desk());
  ASSERT_FALSE(unclear);
  EXPECT_EQ(unclear.error().code, ErrorCode::usage);
  EXPECT_THAT(unclear.error().where, ::testing::HasSubstr("Second"));
  EXPECT_EQ(textOf(desk.loop({socket("box", "out-2"), {}}).lanes.at(0).route),
            "pc:usb box:usb box:out-2 box:in");
}

TEST(Loop, ReachesAnAmplifiersOutputThatIsTold) {
  LoopDesk desk(interface());
  desk.unplug("loop");
  Profile amplifier = levels::testing::amplifier();
  amplifier.ports.push_back(port("pre", Direction::out));
  desk.add("amp", amplifier);
  desk.plug("to-amp", "box", "out", "amp", "in");
  EXPECT_EQ(textOf(desk.loop({socket("amp", "pre"), {}}).lanes.at(0).route),
            "pc:usb box:usb box:out amp:in amp:pre box:in");
}

TEST(Loop, NamesASocketThatIsNotThere) {
  const LoopDesk desk(interface());
  const auto missing = findLoop(desk.desk(), {socket("box", "no-such"), {}});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::notFound);
  EXPECT_EQ(missing.error().where, "box:no-such");
}

TEST(Loop, IsNotFromAnInput) {
  const LoopDesk desk(interface());
  const auto wrong = findLoop(desk.desk(), {socket("box", "in"), socket("box", "in")});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, ErrorCode::usage);
}

TEST(Loop, NeedsAnInterface) {
  LevelDesk desk;
  desk.device("pc", computer());
  const auto none = findLoop(desk.desk());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace linecheck::prediction
