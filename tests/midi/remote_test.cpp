// Remote control as a whole, on MIDI sockets that the test plugs things into.
#include "midi/remote.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "midi/bell.h"
#include "midi/fake_driver.h"
#include "support/shared_clock.h"

namespace linecheck::midi {
namespace {

using namespace std::chrono_literals;
using testing::Bell;
using testing::Bytes;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::port;
using testing::portId;

class RemoteTest : public ::testing::Test {
 protected:
  RemoteTest() {
    system.setPorts({{port("pad", "pad")}, {port("pad", "pad")}});
    remote = std::make_unique<Remote>(system.driver(), clock,
                                      Hub::Options{.onArrival = &Bell::ringIt, .context = &bell});
  }
  void update() {
    Remote::Update update = remote->update();
    actions.insert(actions.end(), update.actions.begin(), update.actions.end());
    for (const Notice& notice : update.notices) notices.push_back(notice.kind);
  }
  bool waitUntilOpen() {
    return bell.waitFor([&] { return system.isOpen(portId("pad")); });
  }
  /// What the pad was sent, once it is this much.
  std::vector<Bytes> sent(std::size_t count) {
    bell.waitFor([&] {
      update();
      return system.sent().size() >= count;
    });
    std::vector<Bytes> all;
    for (const auto& [output, bytes] : system.sent()) all.push_back(bytes);
    return all;
  }
  void tap(std::uint8_t note) {
    clock->advance(1s);
    system.play(portId("pad"), {0x90, note, 100});
    system.play(portId("pad"), {0x80, note, 0});
    update();
  }
  void bind(Action action, int note) {
    RemoteSetup setup = remote->setup();
    setup.bindings.add({action, portId("pad"), {MessageKind::noteOn, 1, note}});
    remote->setSetup(setup);
  }

  Bell bell;
  testing::FakeSystem system{bell};
  std::shared_ptr<linecheck::testing::SharedClock> clock =
      std::make_shared<linecheck::testing::SharedClock>();
  std::unique_ptr<Remote> remote;
  std::vector<Action> actions;
  std::vector<Notice::Kind> notices;
};

TEST_F(RemoteTest, ListensToNothingUntilSomethingIsBoundOrLearnt) {
  ASSERT_TRUE(bell.waitFor([&] { return remote->update().arePortsChanged; }));
  EXPECT_FALSE(system.isOpen(portId("pad")));
}

TEST_F(RemoteTest, LearnsAControlAndThenActsOnIt) {
  remote->learn(Action::nextStep);
  ASSERT_TRUE(waitUntilOpen());
  tap(36);
  EXPECT_THAT(actions, IsEmpty());
  EXPECT_THAT(notices, ElementsAre(Notice::Kind::learned));
  EXPECT_EQ(remote->setup().bindings.all().size(), 1U);
  tap(36);
  EXPECT_THAT(actions, ElementsAre(Action::nextStep));
}

TEST_F(RemoteTest, LightsThePadOfWhatIsActive) {
  bind(Action::mute, 36);
  EXPECT_THAT(sent(1), ElementsAre(Bytes{0x90, 36, 0}));
  remote->setActive(Action::mute, true);
  EXPECT_THAT(sent(2), Contains(Bytes{0x90, 36, 127}));
}

TEST_F(RemoteTest, APadThatSendsItsLightBackDoesNotPressItself) {
  bind(Action::mute, 36);
  ASSERT_TRUE(waitUntilOpen());
  bool isMuted = false;
  std::size_t heard = 0;
  tap(36);
  // Each light comes back; with a press for each it would go on for ever.
  for (int round = 0; round < 20; ++round) {
    for (const Action action : std::exchange(actions, {})) {
      if (action == Action::mute) isMuted = !isMuted;
    }
    remote->setActive(Action::mute, isMuted);
    const auto lights = sent(isMuted ? 2 : 1);
    for (; heard < lights.size(); ++heard) system.play(portId("pad"), lights[heard]);
    clock->advance(20ms);
    update();
  }
  EXPECT_TRUE(isMuted);
}

TEST_F(RemoteTest, AStopGetsThroughAFlood) {
  bind(Action::stopEverything, 99);
  bind(Action::mute, 36);
  ASSERT_TRUE(waitUntilOpen());
  for (int i = 0; i < 10'000; ++i) system.play(portId("pad"), {0xb0, 1, 1});
  system.play(portId("pad"), {0x90, 36, 100});
  system.play(portId("pad"), {0x90, 99, 100});
  update();
  EXPECT_THAT(actions, ElementsAre(Action::stopEverything));
  EXPECT_THAT(notices, ElementsAre(Notice::Kind::flooding));
  for (int i = 0; i < 3; ++i) {
    clock->advance(1s);
    update();
  }
  EXPECT_THAT(notices, ElementsAre(Notice::Kind::flooding, Notice::Kind::calm));
  tap(36);
  EXPECT_THAT(actions, ElementsAre(Action::stopEverything, Action::mute));
}

TEST_F(RemoteTest, ReplacesWhatIsInTheWayWhenTheUserAgrees) {
  bind(Action::mute, 36);
  remote->learn(Action::nextStep);
  ASSERT_TRUE(waitUntilOpen());
  tap(36);
  EXPECT_THAT(notices, ElementsAre(Notice::Kind::conflict));
  EXPECT_TRUE(remote->acceptReplacement());
  EXPECT_THAT(remote->setup().bindings.all(),
              ElementsAre(Binding{Action::nextStep, portId("pad"), {MessageKind::noteOn, 1, 36}}));
}

}  // namespace
}  // namespace linecheck::midi
