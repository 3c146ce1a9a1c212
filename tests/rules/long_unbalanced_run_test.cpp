#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// An interface and monitors, joined by a line of this length.
RuleDesk run(double metres, const std::string& from = "rca-out", const std::string& to = "rca-in") {
  RuleDesk desk;
  desk.device("interface", kClassII, Kind::audioInterface);
  desk.device("monitors", kClassI, Kind::monitor);
  desk.cable("cable", "interface", from, "monitors", to).length = Metres::of(metres);
  return desk;
}

TEST(LongUnbalancedRun, FromThreeMetresOnIsPointedOut) {
  EXPECT_THAT(run(3.0).found("unbalanced-run-too-long"), IsEmpty());
  const auto found = run(3.1).found("unbalanced-run-too-long");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_THAT(found.front().where, ElementsAre(Place(chain::CableId("cable"))));
  EXPECT_EQ(found.front().arguments.at("length"), "3.1\u2009m");
}

TEST(LongUnbalancedRun, ABalancedLineMayBeLong) {
  EXPECT_THAT(run(20.0, "xlr-out", "xlr-in").found("unbalanced-run-too-long"), IsEmpty());
}

TEST(LongUnbalancedRun, ALengthThatNobodyToldIsNotJudged) {
  RuleDesk desk = run(10.0);
  desk.chain.cables.back().length.reset();
  EXPECT_THAT(desk.found("unbalanced-run-too-long"), IsEmpty());
}

TEST(LongUnbalancedRun, HeadphonesMayBeFarAway) {
  RuleDesk desk;
  desk.device("amp", kClassII);
  desk.device("phones", kPassive, Kind::headphones);
  desk.port("amp", "out", Direction::out, Connector::jack635Trs, Signal::headphone).balanced =
      false;
  desk.port("phones", "plug", Direction::in, Connector::jack635Trs, Signal::headphone);
  desk.cable("cable", "amp", "out", "phones", "plug", chain::CableKind::headphone).length =
      Metres::of(5.0);
  EXPECT_THAT(desk.found("unbalanced-run-too-long"), IsEmpty());
}

TEST(LongUnbalancedRun, IsCuredByFreeBalancedSockets) {
  const auto found = run(5.0).found("unbalanced-run-too-long");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-shorter-cable", "use-balanced-line"));
}

TEST(LongUnbalancedRun, WithoutThemATransformerIsLeft) {
  RuleDesk desk = run(5.0);
  desk.profiles.at("interface").ports.resize(3);  // Without its XLR output.
  auto found = desk.found("unbalanced-run-too-long");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()),
              ElementsAre("use-shorter-cable", "insert-transformer-isolator"));

  desk.chain.cables.back().to.socket.port = "xlr-in";
  found = desk.found("unbalanced-run-too-long");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-shorter-cable", "balance-with-transformer"));
}

}  // namespace
}  // namespace linecheck::rules
