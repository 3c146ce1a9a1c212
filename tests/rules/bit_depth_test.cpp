#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/volume_fixtures.h"
#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

RuleDesk at(std::optional<int> bits) {
  auto desk = headphoneDesk<RuleDesk>();
  deviceOf(desk, "interface").format.bits = bits;
  return desk;
}

TEST(BitDepth, SixteenBitsAreTooFewToTurnDownIn) {
  const auto found = at(16).found("low-bit-depth");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().where.front().part, "interface");
  EXPECT_THAT(cures(found.front()), ElementsAre("set-bit-depth"));
}

TEST(BitDepth, TwentyFourAreEnough) {
  EXPECT_THAT(at(24).found("low-bit-depth"), IsEmpty());
  EXPECT_THAT(at(32).found("low-bit-depth"), IsEmpty());
}

TEST(BitDepth, IsAskedOfWhatTheSystemMixerFeeds) {
  RuleDesk desk = at({});
  const auto found = desk.found("bit-depth-unknown");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_EQ(found.front().where.front().part, "interface");
  play(desk, chain::OperatingSystem::windows, chain::AudioPath::asio, {});
  EXPECT_THAT(desk.found("bit-depth-unknown"), IsEmpty());
}

TEST(BitDepth, IsAskedOfWhatIsBuiltInToo) {
  RuleDesk desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("chip", {Supply::host, {}}, Kind::onboardAudio);
  EXPECT_THAT(desk.found("bit-depth-unknown"), SizeIs(1));
  deviceOf(desk, "chip").format.bits = 24;
  EXPECT_THAT(desk.found("bit-depth-unknown"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
