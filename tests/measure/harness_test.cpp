#include "measure/harness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "measure/harness_words.h"

namespace linecheck::measure {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::SizeIs;

std::size_t staying(Harness harness) {
  std::size_t count = 0;
  for (const HarnessLink& link : harnessWiring(harness).links) count += link.stays ? 1 : 0;
  return count;
}

TEST(HarnessConnections, AreAsManyAsTheHarnessHas) {
  const std::map<Harness, std::size_t> links{
      {Harness::loop, 2},
      {Harness::loopThroughAmplifier, 4},
      {Harness::terminatedInput, 2},
      {Harness::openOutput, 2},
      {Harness::loadedOutput, 4},
      {Harness::seriesResistorOpen, 3},
      {Harness::seriesResistorLoad, 5},
      {Harness::normalMode, 1},
      {Harness::commonMode, 1},
      {Harness::meterOnOutput, 2},
      {Harness::soundLevelMeter, 1},
  };
  for (const auto& [harness, count] : links) {
    EXPECT_THAT(harnessWiring(harness).links, SizeIs(count)) << harnessId(harness);
  }
}

TEST(HarnessConnections, NameBothEndsOfEveryLink) {
  for (int i = 0; i <= static_cast<int>(Harness::soundLevelMeter); ++i) {
    const auto harness = static_cast<Harness>(i);
    const auto lines = harnessConnections(harness);
    const HarnessWiring wiring = harnessWiring(harness);
    ASSERT_THAT(lines, SizeIs(wiring.links.size() + (wiring.keptOff ? 1 : 0)));
    for (std::size_t k = 0; k < wiring.links.size(); ++k) {
      for (const Terminal end : {wiring.links[k].from, wiring.links[k].to}) {
        const std::string name = terminalWords(end, {}, {});
        EXPECT_FALSE(name.empty());
        EXPECT_THAT(lines[k], HasSubstr(name)) << harnessId(harness);
      }
    }
    EXPECT_THAT(lines, Each(::testing::Not(HasSubstr("%")))) << harnessId(harness);
  }
}

TEST(HarnessConnections, LoopJoinsEachOutputToTheInputOfTheSameNumber) {
  EXPECT_THAT(harnessConnections(Harness::loop),
              ElementsAre("Line out 1 of the interface to Line in 1 of the interface",
                          "Line out 2 of the interface to Line in 2 of the interface"));
}

TEST(HarnessConnections, UseTheUsersOwnNamesEvenOnesThatLookLikePlaces) {
  HarnessNames names;
  names.outputDevice = "Zen Go";
  names.inputDevice = "My %1 box";
  names.lineOuts = {"Monitor L %2", "Monitor R"};
  EXPECT_EQ(harnessConnections(Harness::normalMode, names, {}).at(0),
            "Monitor L %2 of Zen Go to Line in 1 of My %1 box");
}

TEST(HarnessConnections, TheKnownResistorBearsTheValueThatWasTyped) {
  HarnessNames names;
  names.resistor = "33 Ω";
  EXPECT_THAT(harnessConnections(Harness::loadedOutput, names, {}).at(2),
              HasSubstr("A 33 Ω resistor across Left"));
  EXPECT_THAT(harnessConnections(Harness::loadedOutput).at(2),
              HasSubstr("A known resistor across Left"));
}

TEST(HarnessConnections, SecondStepSaysWhatStaysAsItIs) {
  EXPECT_EQ(staying(Harness::loadedOutput), 2U);
  EXPECT_EQ(staying(Harness::seriesResistorLoad), 3U);
  EXPECT_EQ(staying(Harness::commonMode), 0U);
  const auto lines = harnessConnections(Harness::loadedOutput);
  EXPECT_THAT(lines.at(1), EndsWith("(leave as it is)"));
  EXPECT_THAT(lines.at(2), ::testing::Not(EndsWith("(leave as it is)")));
}

TEST(HarnessConnections, HeadphonesStayOffWhereTheyWouldLoadTheOutput) {
  for (const Harness harness :
       {Harness::openOutput, Harness::loadedOutput, Harness::seriesResistorOpen}) {
    EXPECT_EQ(harnessConnections(harness).back(), "Headphones: leave them off");
  }
  EXPECT_FALSE(harnessWiring(Harness::seriesResistorLoad).keptOff.has_value());
}

}  // namespace
}  // namespace linecheck::measure
