#include "midi/hub.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "midi/bell.h"
#include "midi/fake_driver.h"
#include "support/shared_clock.h"

namespace linecheck::midi {
namespace {

using namespace std::chrono_literals;
using testing::Bell;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::IsEmpty;
using testing::port;
using testing::portId;
using K = PortEvent::Kind;

class HubTest : public ::testing::Test {
 protected:
  std::unique_ptr<Hub> start() {
    return std::make_unique<Hub>(
        system.driver(), clock,
        Hub::Options{.queueCapacity = 8, .onArrival = &Bell::ringIt, .context = &bell});
  }
  /// The next events, of which there must be this many.
  std::vector<PortEvent> events(Hub& hub, std::size_t count) {
    std::vector<PortEvent> all;
    bell.waitFor([&] {
      for (PortEvent& event : hub.takeEvents()) all.push_back(std::move(event));
      return all.size() >= count;
    });
    return all;
  }
  bool isOpen(const std::string& name) {
    return bell.waitFor([&] { return system.isOpen(portId(name)); });
  }

  Bell bell;
  testing::FakeSystem system{bell};
  std::shared_ptr<linecheck::testing::SharedClock> clock =
      std::make_shared<linecheck::testing::SharedClock>();
  const Ports kPad{{port("pad", "pad")}, {port("pad", "pad")}};
};

TEST_F(HubTest, TellsWhatIsThereAtTheStart) {
  system.setPorts(kPad);
  const auto hub = start();
  EXPECT_THAT(events(*hub, 2), ElementsAre(Field(&PortEvent::kind, K::inputAppeared),
                                           Field(&PortEvent::kind, K::outputAppeared)));
  EXPECT_EQ(hub->ports(), kPad);
}

TEST_F(HubTest, NoticesAtItsNextPollWhatWasPluggedInAndOut) {
  const auto hub = start();
  ASSERT_TRUE(bell.waitFor([&] { return system.questions() == 1; }));
  system.setPorts(kPad);
  clock->advance(1s);
  EXPECT_THAT(events(*hub, 2), ElementsAre(Field(&PortEvent::kind, K::inputAppeared),
                                           Field(&PortEvent::kind, K::outputAppeared)));
  system.setPorts({});
  clock->advance(1s);
  EXPECT_THAT(events(*hub, 2), ElementsAre(Field(&PortEvent::kind, K::inputVanished),
                                           Field(&PortEvent::kind, K::outputVanished)));
  EXPECT_EQ(hub->ports(), Ports{});
}

TEST_F(HubTest, HearsSeveralInputsAtOnce) {
  system.setPorts({{port("pad", "pad"), port("pedal", "pedal"), port("keys", "keys")}, {}});
  const auto hub = start();
  hub->listen({.ports = {portId("pad"), portId("pedal")}});
  ASSERT_TRUE(isOpen("pad") && isOpen("pedal"));
  EXPECT_TRUE(bell.waitFor([&] { return hub->heard().size() == 2; }));
  EXPECT_FALSE(system.isOpen(portId("keys"))) << "on some systems a port belongs to one program";
  system.play(portId("pad"), {0x90, 1, 100});
  system.play(portId("pedal"), {0xb0, 64, 127});
  const auto arrivals = hub->takeArrivals();
  ASSERT_EQ(arrivals.size(), 2U);
  EXPECT_EQ(arrivals[0].port, portId("pad"));
  EXPECT_EQ(arrivals[0].messages.at(0).message, (Message{MessageKind::noteOn, 1, 1, 100}));
  EXPECT_EQ(arrivals[1].messages.at(0).message, (Message{MessageKind::controlChange, 1, 64, 127}));
  EXPECT_THAT(hub->takeArrivals(), IsEmpty());
}

TEST_F(HubTest, OpensAPortAgainWhenItIsBack) {
  system.setPorts(kPad);
  const auto hub = start();
  hub->listen({.ports = {portId("pad")}});
  ASSERT_TRUE(isOpen("pad"));
  system.setPorts({});
  hub->refresh();
  ASSERT_TRUE(bell.waitFor([&] { return !system.isOpen(portId("pad")); }));
  system.setPorts(kPad);
  hub->refresh();
  EXPECT_TRUE(isOpen("pad"));
}

TEST_F(HubTest, ClosesWhatNobodyNeedsAnyMore) {
  system.setPorts(kPad);
  const auto hub = start();
  hub->listen({.toAll = true, .ports = {}});
  ASSERT_TRUE(isOpen("pad"));
  hub->listen({});
  EXPECT_TRUE(bell.waitFor([&] { return !system.isOpen(portId("pad")); }));
}

TEST_F(HubTest, TellsOnceThatThereIsNoMidiAndFindsItLater) {
  system.setWorking(false);
  system.setPorts(kPad);
  const auto hub = start();
  EXPECT_THAT(events(*hub, 1), ElementsAre(Field(&PortEvent::kind, K::noSystem)));
  for (int i = 0; i < 3; ++i) hub->refresh();
  ASSERT_TRUE(bell.waitFor([&] { return system.questions() == 4; }));
  system.setWorking(true);
  hub->refresh();
  EXPECT_THAT(events(*hub, 2), ElementsAre(Field(&PortEvent::kind, K::inputAppeared),
                                           Field(&PortEvent::kind, K::outputAppeared)));
}

TEST_F(HubTest, TellsOnceThatAPortDoesNotOpen) {
  system.setPorts({{port("pad", "pad")}, {}});
  system.refuse(portId("pad"));
  const auto hub = start();
  hub->listen({.toAll = true, .ports = {}});
  EXPECT_THAT(events(*hub, 2), ElementsAre(Field(&PortEvent::kind, K::inputAppeared),
                                           Field(&PortEvent::kind, K::failed)));
  const int asked = system.questions();
  hub->refresh();
  ASSERT_TRUE(bell.waitFor([&] { return system.questions() == asked + 1; }));
  system.setPorts({{port("pad", "pad"), port("keys", "keys")}, {}});
  hub->refresh();
  EXPECT_THAT(events(*hub, 1), ElementsAre(Field(&PortEvent::kind, K::inputAppeared)));
}

TEST_F(HubTest, AStopComesThroughAFullQueue) {
  system.setPorts(kPad);
  const auto hub = start();
  const Binding stop{Action::stopEverything, portId("pad"), {MessageKind::noteOn, 1, 99}};
  hub->setStops(std::vector{stop});
  hub->listen({.ports = {portId("pad")}});
  ASSERT_TRUE(isOpen("pad"));
  for (int i = 0; i < 1000; ++i) system.play(portId("pad"), {0x90, 1, 100});
  system.play(portId("pad"), {0x90, 99, 100});
  const auto arrivals = hub->takeArrivals();
  ASSERT_EQ(arrivals.size(), 1U);
  EXPECT_TRUE(arrivals[0].isStopped);
  EXPECT_EQ(arrivals[0].messages.size() + arrivals[0].lost, 1000U);
}

TEST_F(HubTest, LeavesASystemThatHangs) {
  system.setHanging(true);
  { const Hub hub(system.driver(), clock, {.closeLimit = std::chrono::milliseconds(1)}); }
  EXPECT_FALSE(system.isClosed());
  system.setHanging(false);
  EXPECT_TRUE(bell.waitFor([&] { return system.isClosed(); })) << "it closes when it can again";
}

TEST_F(HubTest, SendsInOrderAndDropsWhatHasNoPort) {
  system.setPorts(kPad);
  const auto hub = start();
  ASSERT_EQ(events(*hub, 2).size(), 2U);
  hub->send(portId("gone"), {MessageKind::noteOn, 1, 1, 127});
  hub->send(portId("pad"), {MessageKind::noteOn, 10, 36, 127});
  hub->send(portId("pad"), {MessageKind::noteOn, 10, 36, 0});
  ASSERT_TRUE(bell.waitFor([&] { return system.sent().size() == 2; }));
  EXPECT_EQ(system.sent()[0].second, (testing::Bytes{0x99, 36, 127}));
  EXPECT_EQ(system.sent()[1].second, (testing::Bytes{0x99, 36, 0}));
}

}  // namespace
}  // namespace linecheck::midi
