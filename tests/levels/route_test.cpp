#include "levels/route.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/levels/level_desk.h"

namespace linecheck::levels {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> routesOf(const LevelDesk& made) {
  std::vector<std::string> texts;
  for (const Route& route : findRoutes(made.desk()).routes) texts.push_back(textOf(route));
  return texts;
}

/// Lines "in-1", "in-2", "out-1", "out-2".
Profile box() {
  Profile made;
  made.kind = Kind::headphoneAmplifier;
  made.ports = {port("in-1", Direction::in), port("in-2", Direction::in),
                port("out-1", Direction::out), port("out-2", Direction::out)};
  return made;
}

TEST(Route, GoesFromTheComputerToTheHeadphones) {
  EXPECT_THAT(routesOf(headphoneDesk()),
              ElementsAre("pc:usb dac:usb dac:out amp:in amp:phones cans:plug"));
}

TEST(Route, BeginsAtAConverterThatNothingFeeds) {
  LevelDesk desk;
  desk.device("dac", converter());
  desk.device("amp", amplifier());
  desk.cable("dac:out", "amp:in");
  EXPECT_THAT(routesOf(desk), ElementsAre("dac:out amp:in"));
}

TEST(Route, ForksWhereADeviceFeedsTwo) {
  LevelDesk desk;
  desk.device("a", box());
  desk.device("b", box());
  desk.device("c", box());
  desk.cable("a:out-1", "b:in-1");
  desk.cable("a:out-2", "c:in-1");
  EXPECT_THAT(routesOf(desk), ElementsAre("a:out-1 b:in-1", "a:out-2 c:in-1"));
}

TEST(Route, ARecordingEndsAtTheComputerAgainstTheCablesDirection) {
  LevelDesk desk;
  desk.device("pc", computer());
  Profile interface = converter();
  interface.ports.push_back(port("in", Direction::in));
  desk.device("interface", interface);
  desk.device("synth", box());
  desk.cable("pc:usb", "interface:usb");
  desk.cable("synth:out-1", "interface:in");
  EXPECT_THAT(routesOf(desk),
              ElementsAre("pc:usb interface:usb", "synth:out-1 interface:in interface:usb pc:usb"));
}

TEST(Route, PassesAnIsolatorOnUsb) {
  LevelDesk desk;
  desk.device("pc", computer());
  desk.device("isolator", shipped("generic-usb-isolator"));
  desk.device("dac", converter());
  desk.device("amp", amplifier());
  desk.cable("pc:usb", "isolator:host");
  desk.cable("isolator:device", "dac:usb");
  desk.cable("dac:out", "amp:in");
  EXPECT_THAT(routesOf(desk),
              ElementsAre("pc:usb isolator:host isolator:device dac:usb dac:out amp:in"));
}

TEST(Route, ACircleEndsWhereItBegan) {
  LevelDesk desk;
  desk.device("source", box());
  desk.device("a", box());
  desk.device("b", box());
  desk.cable("source:out-1", "a:in-1");
  desk.cable("a:out-1", "b:in-1");
  desk.cable("b:out-1", "a:in-2");
  EXPECT_THAT(routesOf(desk), ElementsAre("source:out-1 a:in-1 a:out-1 b:in-1 b:out-1 a:in-2"));
}

TEST(Route, ACableToNothingLeadsNowhere) {
  LevelDesk desk;
  desk.device("a", box());
  desk.cable("a:out-1", "gone:in");
  EXPECT_THAT(routesOf(desk), IsEmpty());
}

TEST(Route, AMeshIsCutShortAndSaysSo) {
  LevelDesk desk;
  for (int i = 0; i < 12; ++i) desk.device("d" + std::to_string(i), box());
  for (int i = 0; i + 1 < 12; ++i) {
    desk.cable("d" + std::to_string(i) + ":out-1", "d" + std::to_string(i + 1) + ":in-1");
    desk.cable("d" + std::to_string(i) + ":out-2", "d" + std::to_string(i + 1) + ":in-2");
  }
  const chain::Desk made = desk.desk();
  const Routes few = findRoutes(made, 100);
  EXPECT_EQ(few.routes.size(), 100u);
  EXPECT_FALSE(few.isComplete);
  // Two ways at each of eleven steps.
  const Routes all = findRoutes(made, 3000);
  EXPECT_EQ(all.routes.size(), 2048u);
  EXPECT_TRUE(all.isComplete);
}

}  // namespace
}  // namespace linecheck::levels
