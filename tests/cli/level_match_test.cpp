#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line.h"

namespace linecheck::cli {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

Outcome inScript(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"measure", "level-match"});
  return call(arguments);
}

/// As at a terminal at which these lines are typed, on the simulated studio.
Outcome typed(std::vector<std::string> arguments, const std::string& lines) {
  arguments.insert(arguments.begin(), {"measure", "level-match", "--backend", "simulated"});
  std::istringstream answers(lines);
  std::ostringstream out, err;
  Outcome outcome;
  outcome.status = run(arguments, out, err, &answers);
  outcome.out = out.str();
  outcome.err = err.str();
  return outcome;
}

TEST(LevelMatch, TheLouderSideIsTurnedDownByTheDifference) {
  const Outcome outcome = inScript({"--reading-a", "74.5", "--reading-b", "70.0", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("{\n  \"schema\": \"linecheck.level-match/1\""));
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "known_by"), "meter");
  EXPECT_THAT(number(document, "difference_db"), DoubleNear(4.5, 1e-9));
  // Placing the meter twice, 0.5 dB each; a digit of 0.1 dB adds next to nothing.
  EXPECT_THAT(number(document, "uncertainty_db"), DoubleNear(0.708, 2e-3));
  EXPECT_EQ(text(document, "turn"), "a");
  EXPECT_THAT(number(document, "change_db"), DoubleNear(-4.5, 1e-9));
  EXPECT_EQ(text(document, "text"), "Turn the headphones down by 4.5 dB.");
  EXPECT_EQ(number(document, "b/readings_dbspl/0"), 70.0);
}

TEST(LevelMatch, ReadingsGivenAgainAreAveraged) {
  const Outcome outcome = inScript({"--reading-a", "70", "--reading-a", "72", "--reading-b", "75",
                                    "--name-b", "the pair on the desk"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("B is 4.0 dB louder than A"));
  EXPECT_THAT(outcome.out, HasSubstr("Turn the pair on the desk down by 4.0 dB."));
}

TEST(LevelMatch, WhatCannotBeSetIsLeftAlone) {
  const Outcome outcome =
      inScript({"--reading-a", "75", "--reading-b", "70", "--fixed-a", "--json"});
  EXPECT_EQ(text(outcome.json(), "turn"), "b");
  EXPECT_THAT(number(outcome.json(), "change_db"), DoubleNear(5.0, 1e-9));
  const Outcome both =
      inScript({"--reading-a", "75", "--reading-b", "70", "--fixed-a", "--fixed-b", "--json"});
  EXPECT_THAT(both.out, HasSubstr("\"turn\": null"));
  EXPECT_THAT(text(both.json(), "text"), HasSubstr("differ by 5.0 dB"));
}

TEST(LevelMatch, EqualReadingsNeedNothingTurned) {
  const Outcome outcome = inScript({"--reading-a", "72", "--reading-b", "72.3", "--json"});
  EXPECT_THAT(outcome.out, HasSubstr("\"matched\": true"));
  EXPECT_THAT(outcome.out, HasSubstr("\"change_db\": null"));
}

TEST(LevelMatch, InAScriptBothReadingsAreRequired) {
  for (const auto& arguments :
       {std::vector<std::string>{}, {"--reading-a", "70"}, {"--by-ear"}, {"--by-ear", "--json"}}) {
    const Outcome outcome = inScript(arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.out, IsEmpty());
  }
  EXPECT_THAT(inScript({}).err, HasSubstr("--reading-a"));
}

TEST(LevelMatch, AReadingDrownedByTheRoomIsRefused) {
  const Outcome outcome =
      inScript({"--reading-a", "70", "--reading-b", "66", "--background", "60"});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("room"));
}

TEST(LevelMatch, InATerminalItPlaysEachSideAndAsksUntilTheReadingCanBe) {
  const Outcome outcome = typed({"--json"}, "\nloud\n120\n72,5 dBA\n\n69.5\n");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("sound level meter"));
  EXPECT_THAT(outcome.err, HasSubstr("begin with the volume all the way down"));
  EXPECT_THAT(outcome.err, HasSubstr("like 72.4"));
  EXPECT_THAT(outcome.err, HasSubstr("Too loud to listen to"));
  EXPECT_THAT(outcome.err, HasSubstr("Switch over to the monitors (B)"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("Play it?")));
  EXPECT_THAT(number(outcome.json(), "difference_db"), DoubleNear(3.0, 1e-9));
}

TEST(LevelMatch, WhoGivesUpGetsNoResult) {
  for (const char* lines : {"", "\n", "\n\n", "\n70\n", "\n70\n\n\n"}) {
    const Outcome outcome = typed({}, lines);
    EXPECT_EQ(outcome.status, 4) << lines;
    EXPECT_THAT(outcome.out, IsEmpty());
  }
  EXPECT_EQ(typed({"--by-ear"}, "\na\nq\n").status, 4);
}

// A listener who hears A 6 dB above B answers the attenuations 0, 12, 6.
TEST(LevelMatch, ByEarTheDifferenceIsHalvedUntilBothAreEqual) {
  const Outcome outcome = typed({"--by-ear", "--json"}, "\n\n?\na\nb\n=\n");
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("This is B: the monitors"));
  EXPECT_THAT(outcome.err, HasSubstr("answer a, b or ="));
  EXPECT_EQ(text(outcome.json(), "known_by"), "ear");
  EXPECT_THAT(number(outcome.json(), "difference_db"), DoubleNear(6.0, 1e-9));
  EXPECT_EQ(text(outcome.json(), "turn"), "a");
}

TEST(LevelMatch, BeyondTheRangeOfTheEarTheLouderIsTurnedDownFirst) {
  const Outcome outcome = typed({"--by-ear"}, "\na\na\na\na\na\na\na\na\n");
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr("Turn the louder one down"));
}

TEST(LevelMatch, LouderNoiseIsAskedForFirst) {
  const Outcome refused = typed({"--level", "-24"}, "n\n\n70\n\n70\n");
  EXPECT_EQ(refused.status, 4);
  EXPECT_THAT(refused.err, HasSubstr("Play it?"));
  EXPECT_EQ(typed({"--level", "-24"}, "y\n\n70\n\n70\n").status, 0);
}

TEST(LevelMatch, AChannelThatTheOutputLacksIsTheDevicesFault) {
  EXPECT_EQ(typed({"--channel-b", "9"}, "\n70\n\n70\n").status, 3);
}

}  // namespace
}  // namespace linecheck::cli
