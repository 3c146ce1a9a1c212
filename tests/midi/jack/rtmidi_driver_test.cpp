// Real MIDI between clients of a JACK server: RtMidi on both ends of each cable.
#include "midi/rtmidi_driver.h"

#include <RtMidi.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "midi/bell.h"
#include "midi/remote.h"
#include "support/jack/jack_server.h"

namespace linecheck::midi {
namespace {

using linecheck::testing::JackServer;
using testing::Bell;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Bytes = std::vector<unsigned char>;

/// A pad controller: another program's two clients, one for each direction.
class Pad {
 public:
  explicit Pad(Bell& bell, const std::string& name = "nanoPAD")
      : bell_(bell), out_(RtMidi::UNIX_JACK, name + " out"), in_(RtMidi::UNIX_JACK, name + " in") {
    in_.setCallback(&Pad::arrived, this);
    out_.openVirtualPort("midi");
    in_.openVirtualPort("midi");
  }
  void play(const Bytes& bytes) { out_.sendMessage(&bytes); }
  std::vector<Bytes> heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  static void arrived(double /*delay*/, Bytes* bytes, void* self) {
    auto* pad = static_cast<Pad*>(self);
    {
      const std::lock_guard lock(pad->mutex_);
      pad->heard_.push_back(*bytes);
    }
    pad->bell_.ring();
  }

  Bell& bell_;
  std::mutex mutex_;
  std::vector<Bytes> heard_;
  RtMidiOut out_;
  RtMidiIn in_;
};

const std::string kClient = "Linecheck test";
const PortId kPadIn{Api::jack, "nanoPAD out:midi", 0};  // What the pad puts out comes in here.

class MidiOnJack : public ::testing::Test {
 protected:
  MidiOnJack() {
    if (server.isUp()) {
      remote = std::make_unique<Remote>(
          makeRtMidiDriver({.preferred = Api::jack, .clientName = kClient}), clock,
          Hub::Options{.pollInterval = std::chrono::milliseconds(100),
                       .queueCapacity = 2048,
                       .onArrival = &Bell::ringIt,
                       .context = &bell});
    }
  }
  void SetUp() override { ASSERT_TRUE(server.isUp()) << server.output(); }

  /// Waits with the remote's updates until that is so.
  bool waitFor(const std::function<bool()>& condition) {
    return bell.waitFor([&] {
      const Remote::Update update = remote->update();
      actions.insert(actions.end(), update.actions.begin(), update.actions.end());
      for (const Notice& notice : update.notices) notices.push_back(notice.kind);
      return condition();
    });
  }
  bool waitForPad() {
    return waitFor([&] {
      const Ports ports = remote->ports();
      return ports.inputs.size() == 1 && ports.outputs.size() == 1;
    });
  }

  bool waitUntilHeard(const std::set<PortId>& ports) {
    return waitFor([&] { return remote->heard() == ports; });
  }
  void bind(Action action, const PortId& port, const Trigger& trigger) {
    RemoteSetup setup = remote->setup();
    ASSERT_TRUE(setup.bindings.add({action, port, trigger}));
    remote->setSetup(setup);
  }
  JackServer server;
  Bell bell;
  std::shared_ptr<SteadyClock> clock = std::make_shared<SteadyClock>();
  std::unique_ptr<Remote> remote;
  std::vector<Action> actions;
  std::vector<Notice::Kind> notices;
};

TEST_F(MidiOnJack, FindsADeviceThatComesAndLosesOneThatGoes) {
  {
    const Pad pad(bell);
    ASSERT_TRUE(waitForPad());
    const Ports ports = remote->ports();
    EXPECT_EQ(ports.inputs[0].id, kPadIn);
    EXPECT_EQ(ports.inputs[0].device, ports.outputs[0].device);
  }
  EXPECT_TRUE(waitFor([&] { return remote->ports() == Ports{}; }));
  const Pad pad(bell);
  ASSERT_TRUE(waitForPad());
  EXPECT_EQ(remote->ports().inputs[0].id, kPadIn);
}

TEST_F(MidiOnJack, LearnsAPadAndActsOnIt) {
  Pad pad(bell);
  remote->learn(Action::nextStep);
  ASSERT_TRUE(waitUntilHeard({kPadIn}));
  pad.play({0xfe});
  pad.play({0xf8});
  pad.play({0x80, 36, 0});
  pad.play({0x90, 36, 100});
  ASSERT_TRUE(waitFor([&] { return !notices.empty(); }));
  EXPECT_THAT(notices, ElementsAre(Notice::Kind::learned));
  EXPECT_THAT(remote->setup().bindings.all(),
              ElementsAre(Binding{Action::nextStep, kPadIn, {MessageKind::noteOn, 1, 36}}));
  EXPECT_THAT(actions, IsEmpty());
}

TEST_F(MidiOnJack, HearsTwoDevicesAtOnce) {
  Pad pad(bell);
  Pad pedal(bell, "pedal");
  const PortId pedalIn{Api::jack, "pedal out:midi", 0};
  bind(Action::markA, kPadIn, {MessageKind::noteOn, 1, 36});
  bind(Action::markB, pedalIn, {MessageKind::programChange, 3, 5});
  ASSERT_TRUE(waitUntilHeard({kPadIn, pedalIn}));
  pad.play({0x90, 36, 100});
  pedal.play({0xc2, 5});
  ASSERT_TRUE(waitFor([&] { return actions.size() == 2; }));
  EXPECT_THAT(actions, UnorderedElementsAre(Action::markA, Action::markB));
}

TEST_F(MidiOnJack, LightsThePad) {
  Pad pad(bell);
  bind(Action::mute, kPadIn, {MessageKind::noteOn, 10, 36});
  ASSERT_TRUE(waitFor([&] { return pad.heard() == std::vector<Bytes>{{0x99, 36, 0}}; }));
  remote->setActive(Action::mute, true);
  EXPECT_TRUE(waitFor([&] {
    return pad.heard() == std::vector<Bytes>{{0x99, 36, 0}, {0x99, 36, 127}};
  }));
}

TEST_F(MidiOnJack, AStopGetsThroughAFloodOnARealPort) {
  Pad pad(bell);
  bind(Action::stopEverything, kPadIn, {MessageKind::noteOn, 1, 99});
  ASSERT_TRUE(waitUntilHeard({kPadIn}));
  for (int i = 0; i < 2000; ++i) pad.play({0xb0, 1, 1});
  pad.play({0x90, 99, 100});
  ASSERT_TRUE(waitFor([&] { return !actions.empty(); }));
  EXPECT_THAT(actions, ElementsAre(Action::stopEverything));
  EXPECT_TRUE(waitFor([&] { return !notices.empty(); }));
  EXPECT_EQ(notices.front(), Notice::Kind::flooding);
}

TEST_F(MidiOnJack, ListsNoPortOfOurOwn) {
  const Pad pad(bell);
  remote->learn(Action::mute);
  ASSERT_TRUE(waitUntilHeard({kPadIn}));
  RtMidiOut other(RtMidi::UNIX_JACK, "other");
  EXPECT_EQ(other.getPortCount(), 2U) << "the pad's, and ours that is joined to the pad";
  remote->refresh();
  // JACK gives the second client of a name another one.
  const auto second = makeRtMidiDriver({.preferred = Api::jack, .clientName = kClient});
  ASSERT_TRUE(second->ports());
  EXPECT_EQ(second->ports()->outputs.size(), 1U);
}

class MidiOnDyingJack : public MidiOnJack,
                        public ::testing::WithParamInterface<void (JackServer::*)()> {};

INSTANTIATE_TEST_SUITE_P(Ways, MidiOnDyingJack,
                         ::testing::Values(&JackServer::kill, &JackServer::terminate));

TEST_P(MidiOnDyingJack, OutlivesTheServer) {
  {
    Pad pad(bell);
    bind(Action::mute, kPadIn, {MessageKind::noteOn, 1, 36});
    ASSERT_TRUE(waitUntilHeard({kPadIn}));
    // With its light the last client is there: a new one on a dead server would take the pad's
    // away.
    ASSERT_TRUE(waitFor([&] { return !pad.heard().empty(); }));
    (server.*GetParam())();
    ASSERT_TRUE(waitFor([&] { return !notices.empty(); }));
    EXPECT_EQ(remote->ports(), Ports{});
  }
  // It takes a client of this process to see that it runs: the moment at which JACK's library
  // deletes the clients of the one before.
  const JackServer another;
  ASSERT_TRUE(another.isUp()) << another.output();
  remote->setActive(Action::mute, true);
  remote->refresh();
  remote->learn(Action::nextStep);
  (void)remote->update();
  remote.reset();
  EXPECT_THAT(notices, ElementsAre(Notice::Kind::noSystem));
}

TEST_F(MidiOnJack, FindsAServerThatStartsLater) {
  remote.reset();
  server.terminate();
  const auto driver = makeRtMidiDriver({.preferred = Api::jack, .clientName = kClient});
  ASSERT_FALSE(driver->ports());
  const JackServer another;
  ASSERT_TRUE(another.isUp()) << another.output();
  EXPECT_EQ(driver->ports(), Ports{});
}

TEST(MidiWithoutJack, SaysSoOnce) {
  setenv("JACK_NO_START_SERVER", "1", 1);
  setenv("JACK_DEFAULT_SERVER", "linecheck-no-such-server", 1);
  const auto driver = makeRtMidiDriver({.preferred = Api::jack});
  for (int i = 0; i < 3; ++i) {
    const auto ports = driver->ports();
    ASSERT_FALSE(ports);
    EXPECT_EQ(ports.error().code, ErrorCode::unsupported);
  }
}

}  // namespace
}  // namespace linecheck::midi
