#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

using chain::UpsTopology;

RuleDesk on(std::optional<UpsTopology> topology,
            chain::PowerPoint::Kind kind = chain::PowerPoint::Kind::ups) {
  RuleDesk desk;
  desk.point("ups", kind).ups.topology = topology;
  return desk;
}

TEST(UpsTopology, AStandbyOneIsWorthReplacingOneDay) {
  const auto found = on(UpsTopology::standby).found("standby-ups");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(cures(found.front()), ElementsAre("get-line-interactive-ups"));
}

TEST(UpsTopology, ALineInteractiveOneIsWell) {
  EXPECT_THAT(on(UpsTopology::lineInteractive).findings(), IsEmpty());
}

TEST(UpsTopology, AnOnlineOneMayBeHeard) {
  EXPECT_THAT(on(UpsTopology::online).found("online-ups"), SizeIs(1));
  EXPECT_THAT(on(UpsTopology::online).found("standby-ups"), IsEmpty());
}

TEST(UpsTopology, IsAskedOfAUpsOnly) {
  EXPECT_THAT(on({}).found("ups-topology-unknown"), SizeIs(1));
  EXPECT_THAT(on({}, chain::PowerPoint::Kind::strip).found("ups-topology-unknown"), IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
