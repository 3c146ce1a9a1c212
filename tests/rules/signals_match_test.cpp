#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// An output and an input that carry these signals, joined.
RuleDesk joined(Signal out, Signal in) {
  RuleDesk desk;
  desk.device("a", kClassII, Kind::dac);
  desk.device("b", kClassII);
  desk.port("a", "out", Direction::out, Connector::rca, out);
  desk.port("b", "in", Direction::in, Connector::rca, in);
  desk.cable("cable", "a", "out", "b", "in");
  return desk;
}

TEST(SignalsMatch, DigitalIntoAnalogueIsNoise) {
  for (const RuleDesk& desk :
       {joined(Signal::digitalSpdif, Signal::line), joined(Signal::line, Signal::digitalSpdif)}) {
    const auto found = desk.found("digital-joined-to-analogue");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found.front().severity, Severity::bad);
    EXPECT_THAT(found.front().where,
                ElementsAre(Place(chain::CableId("cable")), Place(chain::DeviceId("a"), "out"),
                            Place(chain::DeviceId("b"), "in")));
  }
}

TEST(SignalsMatch, LikeIntoLikeIsFine) {
  for (const Signal signal : {Signal::line, Signal::digitalSpdif, Signal::loudspeaker}) {
    const RuleDesk desk = joined(signal, signal);
    for (const char* id : {"digital-joined-to-analogue", "digital-formats-differ",
                           "loudspeaker-output-into-input", "input-needs-power"}) {
      EXPECT_THAT(desk.found(id), IsEmpty());
    }
  }
}

TEST(SignalsMatch, AHeadphoneOutputMayFeedALineInput) {
  const RuleDesk desk = joined(Signal::headphone, Signal::line);
  EXPECT_THAT(desk.found("digital-joined-to-analogue"), IsEmpty());
  EXPECT_THAT(desk.found("loudspeaker-output-into-input"), IsEmpty());
}

TEST(SignalsMatch, SpdifIsNotAdat) {
  EXPECT_THAT(joined(Signal::digitalSpdif, Signal::digitalAdat).found("digital-formats-differ"),
              SizeIs(1));
  EXPECT_THAT(joined(Signal::digitalAdat, Signal::digitalAdat).found("digital-formats-differ"),
              IsEmpty());
}

TEST(SignalsMatch, AnOpticalSocketThatCanBeSwitchedTakesEither) {
  RuleDesk desk = joined(Signal::digitalSpdif, Signal::digitalAdat);
  desk.profiles.at("b").ports.back().signals.push_back(Signal::digitalSpdif);
  EXPECT_THAT(desk.found("digital-formats-differ"), IsEmpty());
}

TEST(SignalsMatch, ALoudspeakerOutputIsADangerToAnInput) {
  const auto found =
      joined(Signal::loudspeaker, Signal::line).found("loudspeaker-output-into-input");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::danger);
  EXPECT_EQ(cures(found.front()).front(), "unplug-cable");
}

TEST(SignalsMatch, LoudspeakersNeedAnAmplifier) {
  EXPECT_THAT(joined(Signal::line, Signal::loudspeaker).found("input-needs-power"), SizeIs(1));
  EXPECT_THAT(joined(Signal::loudspeaker, Signal::loudspeaker).found("input-needs-power"),
              IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
