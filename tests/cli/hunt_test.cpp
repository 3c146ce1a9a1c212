#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "cli/command_line.h"

namespace linecheck::cli {
namespace {

using ::testing::HasSubstr;

std::vector<std::string> hunt(std::vector<std::string> more) {
  std::vector<std::string> arguments{"hunt", "--backend", "simulated"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

/// A fault by its name, with what the hunt at the example desk has to end with.
struct NamedFault {
  const char* name;
  const char* end;
};

class HuntForAFault : public ::testing::TestWithParam<NamedFault> {};

TEST_P(HuntForAFault, EndsWithItsLink) {
  const Outcome outcome = call(hunt({"--fault", GetParam().name}));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr(GetParam().end));
  EXPECT_THAT(outcome.out, HasSubstr("What helps: "));
}

INSTANTIATE_TEST_SUITE_P(
    All, HuntForAFault,
    ::testing::Values(NamedFault{"ground_loop",
                                 "Found: ground loop at Zen Go → L30 II, through L30 II → T7V"},
                      NamedFault{"magnetic_pickup", "Found: magnetic pickup at Zen Go → L30 II"},
                      NamedFault{"supply_ripple", "Found: supply ripple at L30 II"},
                      NamedFault{"earth_leakage", "Found: earth leakage at L30 II"},
                      NamedFault{"dimmer", "Found: dimmer at Wall"},
                      NamedFault{"mains_hash", "Found: mains hash at Wall"},
                      NamedFault{"computer_hash", "Found: computer hash at Computer → Zen Go"},
                      NamedFault{"usb_frames", "Found: usb frames at Computer → Zen Go"},
                      NamedFault{"mobile_phone", "Found: mobile phone at Zen Go → L30 II"},
                      NamedFault{"hiss", "Found: hiss at L30 II"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(HuntCommand, FindsNoMoreThanTheInterfacesOwnNoise) {
  const Outcome outcome = call(hunt({"--fault", "interface_noise"}));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("Nothing is there above the chain's own noise."));
}

TEST(HuntCommand, IsTheSameEachTimeWithOneSeed) {
  const auto arguments = hunt({"--fault", "supply_ripple", "--seed", "5", "--json"});
  const Outcome first = call(arguments);
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_EQ(first.out, call(arguments).out);
}

TEST(HuntCommand, WritesItsJournalAsOneDocument) {
  const Outcome outcome = call(hunt({"--fault", "ground_loop", "--steps", "1", "--json"}));
  EXPECT_EQ(text(outcome.json(), "schema"), "linecheck.hunt/1");
  EXPECT_EQ(text(outcome.json(), "entries/0/kind"), "begun");
  EXPECT_NE(text(outcome.json(), "conclusion/kind"), "");
}

TEST(HuntCommand, LeavesOutWhatCannotBeDone) {
  const Outcome free = call(hunt({"--fault", "ground_loop", "--json"}));
  const std::string first = text(free.json(), "entries/1/step/action");
  ASSERT_NE(first, "");
  const Outcome skipped = call(hunt({"--fault", "ground_loop", "--skip", first, "--json"}));
  const json::Value document = skipped.json();
  for (int i = 0; !text(document, "entries/" + std::to_string(i) + "/kind").empty(); ++i) {
    const std::string at = "entries/" + std::to_string(i);
    if (text(document, at + "/kind") != "measured") continue;
    EXPECT_NE(text(document, at + "/step/action"), first);
  }
}

TEST(HuntCommand, FindsNothingWhereNothingIs) {
  const Outcome outcome = call(hunt({"--fault", "none"}));
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("Heard: "));
}

TEST(HuntCommand, SaysWhatIsWrongWithItsArguments) {
  EXPECT_EQ(call(hunt({})).status, 2);
  const Outcome unknown = call(hunt({"--fault", "gremlins"}));
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("ground_loop"));
  EXPECT_EQ(call(hunt({"--fault", "ground_loop", "--skip", "lift_earth"})).status, 2);
  EXPECT_EQ(call(hunt({"--fault", "ground_loop", "--at", "nowhere:out"})).status, 2);
  EXPECT_EQ(call(hunt({"--fault", "ground_loop", "--chain", "no-such.chain.json"})).status, 2);
  EXPECT_EQ(call({"hunt", "--backend", "portaudio"}).status, 2);
}

}  // namespace
}  // namespace linecheck::cli
