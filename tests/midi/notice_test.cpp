#include "midi/notice.h"

#include <gtest/gtest.h>

#include "midi/fake_driver.h"

namespace linecheck::midi {
namespace {

using K = Notice::Kind;

const Binding kMute{Action::mute, testing::portId("pad"), {MessageKind::noteOn, 10, 36}};

std::string told(K kind, std::vector<Binding> bindings = {}) {
  return sentence({.kind = kind,
                   .port = testing::portId("pad"),
                   .bindings = std::move(bindings),
                   .error = {ErrorCode::audioDevice, "It is in use.", "pad"}})
      .english();
}

TEST(MidiNotice, NamesTheDeviceInEachThatIsAboutOne) {
  for (const K kind : {K::flooding, K::calm, K::lightsOff, K::failed}) {
    EXPECT_TRUE(told(kind).starts_with("pad ")) << told(kind);
  }
  EXPECT_EQ(told(K::noSystem).find("pad"), std::string::npos);
}

TEST(MidiNotice, TellsWhatWasLearnt) {
  EXPECT_EQ(told(K::learned, {kMute}), "Mute is now note 36 on channel 10 of pad.");
}

TEST(MidiNotice, TellsWhichOfTheTwoIsTaken) {
  Binding other = kMute;
  other.action = Action::nextStep;
  EXPECT_EQ(told(K::conflict, {other, kMute}),
            "On pad, note 36 on channel 10 does “Mute” already. Replace that, or use another "
            "control.");
  other = kMute;
  other.trigger = {MessageKind::controlChange, 1, 7};
  EXPECT_EQ(told(K::conflict, {other, kMute}),
            "On pad, “Mute” is note 36 on channel 10 already. Replace that, or keep it.");
}

}  // namespace
}  // namespace linecheck::midi
