#include "rules/texts.h"

#include <gtest/gtest.h>

#include "chain/grounds.h"
#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.

TEST(Texts, PutsEachArgumentInItsPlace) {
  EXPECT_EQ(fillIn("{a} and {b}, {a} again", {{"a", "one"}, {"b", "two"}}),
            "one and two, one again");
}

TEST(Texts, LeavesTheNameOfAnArgumentThatIsMissing) {
  EXPECT_EQ(fillIn("From {here} to {there}.", {{"there", "B"}}), "From {here} to B.");
}

TEST(Texts, DoesNotFillInWhatAnArgumentSays) {
  EXPECT_EQ(fillIn("{a}{b}", {{"a", "{b}"}, {"b", "x"}}), "{b}x");
}

TEST(Texts, KeepsABraceThatIsNeverClosed) {
  EXPECT_EQ(fillIn("a {b", {{"b", "x"}}), "a {b");
  EXPECT_EQ(fillIn("a} b", {{"b", "x"}}), "a} b");
}

TEST(Texts, OfAnUnknownIdAreEmpty) {
  EXPECT_EQ(findingPattern("no-such-finding"), "");
  EXPECT_EQ(fixPattern("no-such-fix"), "");
}

TEST(Texts, ThereAreSomeForEachCureOfAGroundLoop) {
  RuleDesk desk;
  desk.device("pc", kClassI, Kind::computer);
  desk.device("interface", kUsbPowered, Kind::audioInterface);
  desk.device("amp", kClassI);
  desk.usb("usb", "pc", "interface");
  desk.rca("rca", "interface", "amp");
  desk.outlet("wall-1", "kitchen");
  desk.outlet("wall-2", "hall");
  desk.strip("strip", "wall-1");
  desk.feed("strip", "pc");
  desk.feed("wall-2", "amp");
  const chain::GroundPlan plan = chain::planGrounds(desk.desk());
  ASSERT_EQ(plan.loops.size(), 1u);
  ASSERT_GT(plan.loops.front().fixes.size(), 4u);
  for (const chain::Fix& fix : plan.loops.front().fixes) {
    EXPECT_FALSE(message(fix).empty()) << fix.action;
    EXPECT_EQ(message(fix).find('{'), std::string::npos) << message(fix);
  }
}

}  // namespace
}  // namespace linecheck::rules
