#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/rules/rule_desk.h"

namespace linecheck::rules {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using chain::CableKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A digital output and input with these sockets, joined by a cable of that kind.
RuleDesk joined(Signal out, Connector outSocket, Signal in, Connector inSocket, CableKind kind) {
  RuleDesk desk;
  desk.device("a", kClassII, Kind::audioInterface);
  desk.device("b", kClassII, Kind::dac);
  desk.port("a", "out", Direction::out, outSocket, out);
  desk.port("b", "in", Direction::in, inSocket, in);
  desk.cable("cable", "a", "out", "b", "in", kind);
  return desk;
}

RuleDesk aes3(CableKind kind, Connector socket = Connector::xlr3) {
  return joined(Signal::digitalAes3, socket, Signal::digitalAes3, socket, kind);
}
RuleDesk spdif(CableKind kind) {
  return joined(Signal::digitalSpdif, Connector::rca, Signal::digitalSpdif, Connector::rca, kind);
}

RuleDesk longer(RuleDesk desk, double metres) {
  desk.chain.cables.back().length = Metres::of(metres);
  return desk;
}

TEST(DigitalCable, Aes3NeedsMoreThanAMicrophoneCable) {
  const auto found = aes3(CableKind::analogue).found("analogue-cable-on-digital-line");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_EQ(found.front().arguments.at("impedance"), "110\u2009Ω");
  EXPECT_THAT(cures(found.front()), ElementsAre("use-digital-cable"));
  EXPECT_THAT(aes3(CableKind::twisted110).found("analogue-cable-on-digital-line"), IsEmpty());
}

TEST(DigitalCable, SpdifOftenForgivesAnAnalogueCable) {
  const auto found = spdif(CableKind::analogue).found("analogue-cable-on-digital-line");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::attention);
  EXPECT_EQ(found.front().arguments.at("impedance"), "75\u2009Ω");
  EXPECT_THAT(spdif(CableKind::coaxial75).found("analogue-cable-on-digital-line"), IsEmpty());
}

TEST(DigitalCable, MustHaveTheImpedanceOfItsLine) {
  EXPECT_THAT(spdif(CableKind::twisted110).found("wrong-digital-impedance"), SizeIs(1));
  EXPECT_THAT(spdif(CableKind::coaxial75).found("wrong-digital-impedance"), IsEmpty());
  EXPECT_THAT(aes3(CableKind::coaxial75).found("wrong-digital-impedance"), SizeIs(1));
  EXPECT_THAT(aes3(CableKind::twisted110).found("wrong-digital-impedance"), IsEmpty());
}

TEST(DigitalCable, Aes3OnBncIsCoaxial) {
  EXPECT_THAT(aes3(CableKind::coaxial75, Connector::bnc).found("wrong-digital-impedance"),
              IsEmpty());
  EXPECT_THAT(aes3(CableKind::twisted110, Connector::bnc).found("wrong-digital-impedance"),
              SizeIs(1));
}

TEST(DigitalCable, AnAnalogueLineMayHaveADigitalCable) {
  const RuleDesk desk =
      joined(Signal::line, Connector::xlr3, Signal::line, Connector::xlr3, CableKind::twisted110);
  EXPECT_THAT(desk.found("wrong-digital-impedance"), IsEmpty());
}

struct Limit {
  RuleDesk desk;
  double metres = 0.0;
};

TEST(DigitalLength, HasALimitForEachKindOfLine) {
  const std::vector<Limit> limits{
      {joined(Signal::digitalUsb, Connector::usbA, Signal::digitalUsb, Connector::usbB,
              CableKind::usb),
       5.0},
      {joined(Signal::digitalAdat, Connector::toslink, Signal::digitalAdat, Connector::toslink,
              CableKind::optical),
       10.0},
      {spdif(CableKind::coaxial75), 10.0},
      {aes3(CableKind::twisted110), 100.0},
      {aes3(CableKind::coaxial75, Connector::bnc), 1000.0},
  };
  for (const Limit& limit : limits) {
    EXPECT_THAT(longer(limit.desk, limit.metres).found("digital-run-too-long"), IsEmpty())
        << limit.metres;
    const auto found = longer(limit.desk, limit.metres + 0.5).found("digital-run-too-long");
    ASSERT_THAT(found, SizeIs(1)) << limit.metres;
    EXPECT_EQ(found.front().severity, Severity::attention);
    EXPECT_EQ(cures(found.front()).front(), "use-shorter-cable");
  }
}

TEST(DigitalLength, ThatNobodyToldIsNotJudged) {
  EXPECT_THAT(spdif(CableKind::coaxial75).found("digital-run-too-long"), IsEmpty());
}

TEST(DigitalLength, FromFiftyMetresOnCoaxialSuitsAes3Better) {
  EXPECT_THAT(longer(aes3(CableKind::twisted110), 50.0).found("coaxial-suits-long-run"), IsEmpty());
  const auto found = longer(aes3(CableKind::twisted110), 60.0).found("coaxial-suits-long-run");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::info);
  EXPECT_THAT(cures(found.front()), ElementsAre("use-shorter-cable", "use-coaxial-digital-line"));
  EXPECT_THAT(
      longer(aes3(CableKind::coaxial75, Connector::bnc), 60.0).found("coaxial-suits-long-run"),
      IsEmpty());
}

TEST(SpdifIntoAes3, NeedsATransformer) {
  RuleDesk desk = joined(Signal::digitalSpdif, Connector::rca, Signal::digitalAes3, Connector::xlr3,
                         CableKind::coaxial75);
  desk.chain.cables.back().to.adapters = {{Connector::rca, Connector::xlr3}};
  const auto found = desk.found("spdif-joined-to-aes3");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found.front().severity, Severity::bad);
  EXPECT_THAT(cures(found.front()), ElementsAre("use-other-socket", "use-digital-transformer"));
  EXPECT_THAT(found.front().fixes.front().where,
              ElementsAre(Place(chain::DeviceId("b"), "spdif-in")));
  EXPECT_THAT(desk.found("digital-formats-differ"), IsEmpty());
}

TEST(SpdifIntoAes3, WithoutAnotherInputOnlyTheTransformerIsLeft) {
  RuleDesk desk = joined(Signal::digitalSpdif, Connector::rca, Signal::digitalAes3, Connector::xlr3,
                         CableKind::coaxial75);
  auto& ports = desk.profiles.at("b").ports;
  std::erase_if(ports, [](const profiles::Port& port) { return port.id == "spdif-in"; });
  const auto found = desk.found("spdif-joined-to-aes3");
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(cures(found.front()), ElementsAre("use-digital-transformer"));
}

TEST(SpdifIntoAes3, TheOtherWayRoundToo) {
  EXPECT_THAT(joined(Signal::digitalAes3, Connector::xlr3, Signal::digitalSpdif, Connector::rca,
                     CableKind::coaxial75)
                  .found("spdif-joined-to-aes3"),
              SizeIs(1));
}

TEST(SpdifIntoAes3, CoaxialAes3AndSpdifGoTogether) {
  EXPECT_THAT(joined(Signal::digitalSpdif, Connector::rca, Signal::digitalAes3, Connector::bnc,
                     CableKind::coaxial75)
                  .found("spdif-joined-to-aes3"),
              IsEmpty());
}

}  // namespace
}  // namespace linecheck::rules
