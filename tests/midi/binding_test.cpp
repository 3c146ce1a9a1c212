#include "midi/binding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "midi/fake_driver.h"

namespace linecheck::midi {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::portId;

const Binding kNext{Action::nextStep, portId("pad"), {MessageKind::noteOn, 1, 36}};

TEST(Bindings, OnOneDeviceAnActionHasOneControl) {
  Bindings bindings;
  EXPECT_TRUE(bindings.add(kNext));
  Binding other = kNext;
  other.trigger.number = 37;
  EXPECT_THAT(bindings.conflictsOf(other), ElementsAre(kNext));
  EXPECT_FALSE(bindings.add(other));
  EXPECT_THAT(bindings.all(), ElementsAre(kNext));
}

TEST(Bindings, OnOneDeviceAControlHasOneAction) {
  Bindings bindings;
  bindings.add(kNext);
  Binding other = kNext;
  other.action = Action::mute;
  EXPECT_FALSE(bindings.add(other));
}

TEST(Bindings, OfTwoDevicesDoNotConflict) {
  Bindings bindings;
  bindings.add(kNext);
  Binding other = kNext;
  other.port = portId("pedal");
  EXPECT_TRUE(bindings.add(other));
  Binding twin = kNext;
  twin.port.ordinal = 1;
  EXPECT_TRUE(bindings.add(twin));
}

TEST(Bindings, ReplaceBothThatStandInTheWay) {
  Bindings bindings;
  const Binding mute{Action::mute, kNext.port, {MessageKind::controlChange, 1, 64}};
  bindings.add(kNext);
  bindings.add(mute);
  const Binding both{Action::nextStep, kNext.port, mute.trigger};
  EXPECT_THAT(bindings.conflictsOf(both), ElementsAre(kNext, mute));
  bindings.replace(both);
  EXPECT_THAT(bindings.all(), ElementsAre(both));
}

TEST(Bindings, CanBeRemovedAndAddedTwiceWithoutHarm) {
  Bindings bindings;
  bindings.add(kNext);
  EXPECT_TRUE(bindings.add(kNext));
  EXPECT_THAT(bindings.all(), ElementsAre(kNext));
  EXPECT_TRUE(bindings.remove(kNext));
  EXPECT_FALSE(bindings.remove(kNext));
  EXPECT_THAT(bindings.all(), IsEmpty());
}

TEST(Trigger, OwnsTheEndOfItsNoteButNoOtherMessage) {
  const Trigger note{MessageKind::noteOn, 2, 36};
  EXPECT_TRUE(comesFrom({MessageKind::noteOn, 2, 36, 1}, note));
  EXPECT_TRUE(comesFrom({MessageKind::noteOff, 2, 36, 0}, note));
  EXPECT_FALSE(comesFrom({MessageKind::noteOn, 1, 36, 1}, note));
  EXPECT_FALSE(comesFrom({MessageKind::noteOn, 2, 35, 1}, note));
  EXPECT_FALSE(comesFrom({MessageKind::controlChange, 2, 36, 1}, note));
}

}  // namespace
}  // namespace linecheck::midi
