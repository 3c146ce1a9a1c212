#include "midi/lights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "midi/fake_driver.h"

namespace linecheck::midi {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::port;
using testing::portId;

constexpr Trigger kNote{MessageKind::noteOn, 10, 36};
const Message kLit{MessageKind::noteOn, 10, 36, 127};
const Message kDark{MessageKind::noteOn, 10, 36, 0};

class LightsTest : public ::testing::Test {
 protected:
  std::vector<Message> update() {
    std::vector<Message> messages;
    for (const Lights::Sent& sent : lights.update(bindings, ports, now)) {
      EXPECT_EQ(sent.output, portId("pad out"));
      messages.push_back(sent.message);
    }
    return messages;
  }
  void bind(Action action, const Trigger& trigger) {
    bindings.add({action, portId("pad in"), trigger});
  }
  /// Lights the mark's pad anew and lets that come back.
  bool echo(Clock::Duration delay) {
    lights.setActive(Action::markA, false);
    (void)update();
    now += 1s;
    lights.setActive(Action::markA, true);
    (void)update();
    now += delay;
    return lights.isEcho(portId("pad in"), kLit, now);
  }

  Lights lights;
  Bindings bindings;
  Ports ports{{port("pad in", "pad")}, {port("pad out", "pad"), port("synth", "synth")}};
  Clock::Duration now = 1h;
};

TEST_F(LightsTest, ShowHowThingsStandAndOnlyWhatChanged) {
  bind(Action::mute, kNote);
  EXPECT_THAT(update(), ElementsAre(kDark));
  EXPECT_THAT(update(), IsEmpty());
  lights.setActive(Action::mute, true);
  EXPECT_THAT(update(), ElementsAre(kLit));
  lights.setActive(Action::mute, false);
  EXPECT_THAT(update(), ElementsAre(kDark));
}

TEST_F(LightsTest, AreThereForNotesOnlyAndNotForTheStop) {
  bind(Action::mute, {MessageKind::controlChange, 1, 7});
  bind(Action::markA, {MessageKind::programChange, 1, 7});
  bind(Action::stopEverything, kNote);
  EXPECT_THAT(update(), IsEmpty());
}

TEST_F(LightsTest, GoOutWhenTheyAreSwitchedOffOrTheControlIsFreed) {
  bind(Action::mute, kNote);
  lights.setActive(Action::mute, true);
  EXPECT_THAT(update(), ElementsAre(kLit));
  lights.setOn(false);
  EXPECT_THAT(update(), ElementsAre(kDark));
  EXPECT_THAT(update(), IsEmpty());
  lights.setOn(true);
  EXPECT_THAT(update(), ElementsAre(kLit));
  bindings = {};
  EXPECT_THAT(update(), ElementsAre(kDark));
}

TEST_F(LightsTest, AreSetAgainWhenTheDeviceComesBack) {
  bind(Action::mute, kNote);
  lights.setActive(Action::mute, true);
  (void)update();
  const Ports all = std::exchange(ports, {});
  EXPECT_THAT(update(), IsEmpty());
  ports = all;
  EXPECT_THAT(update(), ElementsAre(kLit));
}

TEST_F(LightsTest, OfADeviceWithSeveralPortsUseTheOneOfTheInputsName) {
  bind(Action::mute, kNote);
  ports.inputs = {port("b", "pad")};
  ports.outputs = {port("a", "pad"), port("b", "pad")};
  bindings = {};
  bindings.add({Action::mute, portId("b"), kNote});
  EXPECT_THAT(lights.update(bindings, ports, now), ElementsAre(Lights::Sent{portId("b"), kDark}));
}

TEST_F(LightsTest, NeverGoToAPortThatGivesBackAll) {
  ports.inputs = {port("Midi Through Port-0", "Midi Through")};
  ports.outputs = ports.inputs;
  bindings.add({Action::mute, portId("Midi Through Port-0"), kNote});
  EXPECT_THAT(update(), IsEmpty());
}

TEST_F(LightsTest, WhatComesBackAtOnceIsNoPress) {
  bind(Action::markA, kNote);
  EXPECT_TRUE(echo(20ms));
  EXPECT_FALSE(lights.isEcho(portId("pad in"), kLit, now)) << "one light comes back once";
}

TEST_F(LightsTest, WhatComesLateOrIsAnotherIsAPress) {
  bind(Action::markA, kNote);
  EXPECT_FALSE(echo(Lights::kEcho + 1ms));
  (void)echo(0ms);
  lights.setActive(Action::markA, false);
  (void)update();
  EXPECT_FALSE(lights.isEcho(portId("pad in"), {MessageKind::noteOn, 10, 37, 127}, now));
  EXPECT_FALSE(lights.isEcho(portId("pad in"), {MessageKind::noteOn, 10, 36, 90}, now));
}

TEST_F(LightsTest, LettingGoOfAPadAsItsLightGoesOutIsNoEcho) {
  bind(Action::mute, kNote);
  for (int i = 0; i < 2 * Lights::kEchoLimit; ++i) {
    lights.setActive(Action::mute, true);
    (void)update();
    now += 1s;
    lights.setActive(Action::mute, false);
    (void)update();
    now += 90ms;
    EXPECT_FALSE(lights.isEcho(portId("pad in"), {MessageKind::noteOff, 10, 36, 0}, now));
    now += 1s;
  }
  EXPECT_THAT(lights.takeShutOff(), IsEmpty());
}

TEST_F(LightsTest, AreLeftAloneWhereTheyKeepComingBack) {
  bind(Action::markA, kNote);
  for (int i = 0; i < Lights::kEchoLimit; ++i) EXPECT_TRUE(echo(1ms));
  EXPECT_THAT(lights.takeShutOff(), ElementsAre(portId("pad in")));
  EXPECT_THAT(lights.takeShutOff(), IsEmpty());
  (void)update();
  lights.setActive(Action::markA, false);
  EXPECT_THAT(update(), IsEmpty());
}

}  // namespace
}  // namespace linecheck::midi
