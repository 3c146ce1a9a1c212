#include "document/new_cable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "document/chain_document.h"
#include "support/chain/shipped_desk.h"

namespace linecheck::ui {
namespace {

using chain::CableKind;
using chain::DeviceId;
using chain::Socket;
using ::testing::Contains;
using ::testing::Not;

class NewCableTest : public ::testing::Test {
 protected:
  NewCableTest() { document.replace(linecheck::testing::shippedDesk()); }

  [[nodiscard]] const chain::Desk& desk() const { return document.desk(); }

  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  Socket interfaceOut{DeviceId("zen-go"), "headphones-1", {}};
  Socket monitorIn{DeviceId("monitor-left"), "rca-in", {}};
  Socket phones{DeviceId("m1"), "plug", {}};
};

TEST_F(NewCableTest, SignalLeavesTheOutputWhicheverEndIsNamedFirst) {
  for (const auto& [a, b] : {std::pair(interfaceOut, phones), std::pair(phones, interfaceOut)}) {
    const chain::Cable cable = cableBetween(desk(), a, b);
    EXPECT_EQ(cable.from.socket, interfaceOut);
    EXPECT_EQ(cable.to.socket, phones);
  }
}

TEST_F(NewCableTest, UsbLeavesTheComputer) {
  const Socket computer{DeviceId("computer"), "usb-c", {}};
  const Socket interface {
    DeviceId("zen-go"), "usb", {}
  };
  EXPECT_EQ(cableBetween(desk(), interface, computer).from.socket, computer);
  EXPECT_EQ(cableBetween(desk(), interface, computer).kind, CableKind::usb);
}

TEST_F(NewCableTest, KindFollowsWhatThePortsCarry) {
  EXPECT_EQ(cableBetween(desk(), interfaceOut, phones).kind, CableKind::headphone);
  const Socket preOut{DeviceId("l30"), "pre-out", {}};
  EXPECT_EQ(cableBetween(desk(), preOut, monitorIn).kind, CableKind::analogue);
}

TEST_F(NewCableTest, TargetsAreWhatIsFreeAndFits) {
  const Socket preOut{DeviceId("l30"), "pre-out", {}};
  const auto targets = fittingTargets(desk(), preOut);
  EXPECT_THAT(targets, Contains(monitorIn));
  // Taken, of another signal, an output, the device itself.
  EXPECT_THAT(targets, Not(Contains(Socket{DeviceId("monitor-right"), "rca-in", {}})));
  EXPECT_THAT(targets, Not(Contains(phones)));
  EXPECT_THAT(targets, Not(Contains(Socket{DeviceId("zen-go"), "monitor-out", {}})));
  EXPECT_THAT(targets, Not(Contains(Socket{DeviceId("l30"), "line-in", {}})));
}

TEST_F(NewCableTest, TheSecondCableOfAPairGoesIntoTheSocketThatIsFree) {
  const Socket monitorOut{DeviceId("zen-go"), "monitor-out", {}};
  ASSERT_TRUE(document.apply(join(desk(), monitorOut, {DeviceId("monitor-right"), "xlr-in", {}})));
  EXPECT_EQ(document.chain().cables.back().from.socket.index, 1);
}

}  // namespace
}  // namespace linecheck::ui
