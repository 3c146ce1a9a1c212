#include "midi/remote_control.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "midi/fake_driver.h"

namespace linecheck::midi {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using testing::portId;

const PortId kPad = portId("pad");

Message on(int note, int channel = 1) {
  return {MessageKind::noteOn, static_cast<std::uint8_t>(channel), static_cast<std::uint8_t>(note),
          100};
}
Message off(int note) {
  return {MessageKind::noteOff, 1, static_cast<std::uint8_t>(note), 0};
}
Message knob(int number, int value) {
  return {MessageKind::controlChange, 1, static_cast<std::uint8_t>(number),
          static_cast<std::uint8_t>(value)};
}

class RemoteControlTest : public ::testing::Test {
 protected:
  void bind(Action action, const Trigger& trigger, const PortId& port = kPad) {
    Bindings bindings = control.bindings();
    ASSERT_TRUE(bindings.add({action, port, trigger}));
    control.setBindings(bindings);
  }
  void play(const Message& message, const PortId& port = kPad) {
    control.handle({.port = port, .messages = {{message, now}}}, now);
  }
  std::vector<Action> playAll(const std::vector<Message>& messages) {
    for (const Message& message : messages) {
      play(message);
      now += 1s;
    }
    return control.takeActions();
  }
  std::vector<Notice::Kind> told() {
    std::vector<Notice::Kind> kinds;
    for (const Notice& notice : control.takeNotices()) kinds.push_back(notice.kind);
    return kinds;
  }

  RemoteControl control;
  Clock::Duration now = 1h;
};

TEST_F(RemoteControlTest, DoesWhatNotesKnobsAndProgramsAreBoundTo) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  bind(Action::mute, {MessageKind::controlChange, 1, 7});
  bind(Action::markA, {MessageKind::programChange, 1, 5});
  EXPECT_THAT(playAll({on(36), off(36), knob(7, 127), {MessageKind::programChange, 1, 5, 0}}),
              ElementsAre(Action::nextStep, Action::mute, Action::markA));
}

TEST_F(RemoteControlTest, TellsChannelsNumbersAndDevicesApart) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  EXPECT_THAT(playAll({on(36, 2), on(37), knob(36, 127)}), IsEmpty());
  play(on(36), portId("pedal"));
  EXPECT_THAT(control.takeActions(), IsEmpty());
}

TEST_F(RemoteControlTest, OneControlActsAtMostOnceInItsRefractoryTime) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  for (int i = 0; i < 10; ++i) {
    play(on(36));
    play(off(36));
    now += 15ms;
  }
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::nextStep));
  play(on(36));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::nextStep));
}

TEST_F(RemoteControlTest, OneControlsRefractoryTimeIsNotAnothers) {
  bind(Action::markA, {MessageKind::noteOn, 1, 36});
  bind(Action::markB, {MessageKind::noteOn, 1, 37});
  play(on(36));
  play(on(37));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::markA, Action::markB));
}

TEST_F(RemoteControlTest, LearnsTheNextPressAndLeavesOutWhatIsNone) {
  control.learn(Action::mute);
  play(off(36));
  play(knob(7, 20));
  play(knob(0, 127));
  play(knob(32, 127));
  play(knob(123, 127));
  EXPECT_EQ(control.learning(), Action::mute);
  play(knob(7, 64));
  EXPECT_FALSE(control.learning());
  const Binding mute{Action::mute, kPad, {MessageKind::controlChange, 1, 7}};
  EXPECT_THAT(control.bindings().all(), ElementsAre(mute));
  EXPECT_THAT(control.takeNotices(), ElementsAre(Field(&Notice::bindings, ElementsAre(mute))));
}

TEST_F(RemoteControlTest, ThePressThatTeachesDoesNothingYet) {
  control.learn(Action::nextStep);
  play(on(36));
  play(on(36));
  EXPECT_THAT(control.takeActions(), IsEmpty());
  play(off(36));
  now += 1s;
  play(on(36));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::nextStep));
}

TEST_F(RemoteControlTest, WhileItLearnsNothingHappensButAStop) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  bind(Action::stopEverything, {MessageKind::noteOn, 1, 37});
  control.learn(Action::nextStep);
  play(on(36));
  EXPECT_THAT(control.takeActions(), IsEmpty());
  control.learn(Action::mute);
  play(on(37));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::stopEverything));
}

TEST_F(RemoteControlTest, AsksBeforeItReplacesWhatIsInTheWay) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  control.learn(Action::mute);
  play(on(36));
  EXPECT_THAT(told(), ElementsAre(Notice::Kind::conflict));
  EXPECT_EQ(control.bindings().all().front().action, Action::nextStep);
  EXPECT_TRUE(control.acceptReplacement());
  EXPECT_THAT(control.bindings().all(),
              ElementsAre(Binding{Action::mute, kPad, {MessageKind::noteOn, 1, 36}}));
  EXPECT_FALSE(control.acceptReplacement());
}

TEST_F(RemoteControlTest, KeepsWhatWasThereIfNobodyAccepts) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  control.learn(Action::mute);
  play(on(36));
  control.stopLearning();
  EXPECT_FALSE(control.acceptReplacement());
  EXPECT_EQ(control.bindings().all().front().action, Action::nextStep);
}

TEST_F(RemoteControlTest, AFloodMutesItsPortAloneAndIsToldOnce) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  bind(Action::markA, {MessageKind::noteOn, 1, 36}, portId("pedal"));
  for (int i = 0; i < 5000; ++i) {
    play(knob(1, i % 128));
    now += 1ms;
  }
  play(on(36));
  play(on(36), portId("pedal"));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::markA));
  EXPECT_THAT(told(), ElementsAre(Notice::Kind::flooding));
}

TEST_F(RemoteControlTest, APortWorksAgainAfterItsFlood) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36});
  for (int i = 0; i < 5000; ++i) play(knob(1, i % 128));
  (void)told();
  for (int i = 0; i < 3; ++i) control.look(now += 1s);
  EXPECT_THAT(told(), ElementsAre(Notice::Kind::calm));
  play(on(36));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::nextStep));
}

TEST_F(RemoteControlTest, AFloodThatNobodyHadRoomForCountsToo) {
  control.handle({.port = kPad, .lost = 5000, .messages = {}}, now);
  EXPECT_THAT(told(), ElementsAre(Notice::Kind::flooding));
}

TEST_F(RemoteControlTest, AStopComesThroughAFloodAndGoesBeforeAllElse) {
  bind(Action::nextStep, {MessageKind::noteOn, 1, 36}, portId("pedal"));
  bind(Action::stopEverything, {MessageKind::noteOn, 1, 37});
  for (int i = 0; i < 5000; ++i) play(knob(1, i % 128));
  play(on(36), portId("pedal"));
  play(on(37));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::stopEverything, Action::nextStep));
}

TEST_F(RemoteControlTest, AStopKnowsNoRefractoryTime) {
  bind(Action::stopEverything, {MessageKind::noteOn, 1, 37});
  play(on(37));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::stopEverything));
  play(off(37));
  play(on(37));
  EXPECT_THAT(control.takeActions(), ElementsAre(Action::stopEverything));
}

TEST_F(RemoteControlTest, APedalUnpluggedWhileDownWorksWhenItIsBack) {
  bind(Action::mute, {MessageKind::controlChange, 1, 64});
  EXPECT_THAT(playAll({knob(64, 127)}), ElementsAre(Action::mute));
  control.forget(kPad);
  EXPECT_THAT(playAll({knob(64, 127)}), ElementsAre(Action::mute));
}

TEST_F(RemoteControlTest, HoldsNoMoreThanSixtyFourActionsButAlwaysTheStop) {
  for (int i = 0; i < 8; ++i) {
    bind(Action::nextStep, {MessageKind::programChange, 1, i}, portId(std::to_string(i)));
  }
  bind(Action::stopEverything, {MessageKind::noteOn, 1, 37});
  for (int round = 0; round < 100; ++round) {
    for (int i = 0; i < 8; ++i) {
      play({MessageKind::programChange, 1, static_cast<std::uint8_t>(i), 0},
           portId(std::to_string(i)));
    }
    now += 1s;
  }
  play(on(37));
  const auto actions = control.takeActions();
  EXPECT_EQ(actions.size(), 65U);
  EXPECT_EQ(actions.front(), Action::stopEverything);
}

RC_GTEST_PROP(RemoteControl, NothingThatAPortSendsMakesAControlActFasterThanItsRefractoryTime, ()) {
  RemoteControl control;
  Bindings bindings;
  bindings.add({Action::nextStep, kPad, {MessageKind::noteOn, 1, 0}});
  bindings.add({Action::mute, kPad, {MessageKind::controlChange, 1, 0}});
  bindings.add({Action::markA, kPad, {MessageKind::programChange, 1, 0}});
  control.setBindings(bindings);
  Clock::Duration now{0};
  std::map<Action, Clock::Duration> last;
  for (int i = *rc::gen::inRange(0, 400); i > 0; --i) {
    now += std::chrono::milliseconds(*rc::gen::inRange(0, 100));
    const Message message{static_cast<MessageKind>(*rc::gen::inRange(0, 4)), 1, 0,
                          static_cast<std::uint8_t>(*rc::gen::inRange(1, 128))};
    control.handle({.port = kPad, .messages = {{message, now}}}, now);
    for (const Action action : control.takeActions()) {
      RC_ASSERT(!last.contains(action) || now - last[action] >= kRefractory);
      last[action] = now;
    }
  }
}

}  // namespace
}  // namespace linecheck::midi
