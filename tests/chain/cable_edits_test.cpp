#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/edit_fixtures.h"

namespace linecheck::chain {
namespace {

using testing::Editing;
using ::testing::ElementsAre;
using testing::expectRefused;
using ::testing::IsEmpty;

struct CableEdits : ::testing::Test {
  Editing editing;
  DeviceId pc = editing.add("pc");
  DeviceId interface = editing.add("interface");
  DeviceId amplifier = editing.add("amplifier");
  DeviceId monitors = editing.add("monitors");

  const Chain& chain() const { return editing.chain(); }
  Result<Edit> plug(const DeviceId& from, const std::string& fromPort, const DeviceId& to,
                    const std::string& toPort) const {
    return editing.make(connect, Editing::cable(from, fromPort, to, toPort));
  }
  Cable oneOf(int fromSocket, int toSocket) const {
    Cable cable = Editing::cable(interface, "out", monitors, "in");
    cable.from.socket.index = fromSocket;
    cable.to.socket.index = toSocket;
    return cable;
  }
};

TEST_F(CableEdits, PlugACableInUnderAnIdOfItsOwn) {
  const auto edit = editing.edit(connect, Editing::cable(interface, "out", amplifier, "in"));
  EXPECT_EQ(edit->kind, EditKind::connect);
  EXPECT_EQ(edit->subject, "Acme interface → Acme amplifier");
  ASSERT_EQ(chain().cables.size(), 1U);
  EXPECT_EQ(chain().cables[0].id.text(), "acme-interface-to-acme-amplifier");
  EXPECT_EQ(chain().cables[0].to.socket, (Socket{amplifier, "in", {}}));

  Cable own = Editing::cable(interface, "out-2", monitors, "in");
  own.id = CableId("blue");
  editing.edit(connect, own);
  EXPECT_EQ(chain().cables[1].id.text(), "blue");
}

TEST_F(CableEdits, TakeNoIdThatIsTakenOrNone) {
  Cable cable = Editing::cable(interface, "out", amplifier, "in");
  cable.id = CableId("acme-pc");
  expectRefused(editing.make(connect, cable), ErrorCode::badInput, "acme-pc", "taken already");
  cable.id = CableId("Blue cable");
  expectRefused(editing.make(connect, cable), ErrorCode::badInput, "Blue cable", "is no id");
}

TEST_F(CableEdits, NeedBothSockets) {
  expectRefused(plug(DeviceId("ghost"), "out", amplifier, "in"), ErrorCode::notFound, "ghost",
                "no device \"ghost\"");
  expectRefused(plug(interface, "out", DeviceId("ghost"), "in"), ErrorCode::notFound, "ghost",
                "no device \"ghost\"");
  expectRefused(plug(interface, "aux", amplifier, "in"), ErrorCode::notFound,
                "acme-interface-to-acme-amplifier", "Acme interface has no port \"aux\"");
  expectRefused(editing.make(connect, oneOf(2, 0)), ErrorCode::notFound,
                "acme-interface-to-acme-monitors", "has 2 sockets");
  expectRefused(editing.make(connect, oneOf(0, -1)), ErrorCode::badInput,
                "acme-interface-to-acme-monitors", "counted from 0");
  editing.profiles.erase("amplifier");
  expectRefused(plug(interface, "out", amplifier, "in"), ErrorCode::notFound, "acme-amplifier:in",
                "not in the library");
}

TEST_F(CableEdits, LeadFromAnOutputToAnInput) {
  expectRefused(plug(interface, "out", amplifier, "pre-out"), ErrorCode::badInput,
                "acme-interface-to-acme-amplifier", "OUTPUT of Acme amplifier is an output");
  expectRefused(plug(interface, "in", amplifier, "in"), ErrorCode::badInput,
                "acme-interface-to-acme-amplifier", "INPUT of Acme interface is an input");
  EXPECT_TRUE(plug(pc, "usb", interface, "usb")) << "USB goes both ways";
  EXPECT_TRUE(plug(interface, "usb", pc, "usb"));
}

TEST_F(CableEdits, LeadToAnotherDevice) {
  expectRefused(plug(amplifier, "pre-out", amplifier, "in"), ErrorCode::badInput,
                "acme-amplifier-to-acme-amplifier", "back to itself");
}

TEST_F(CableEdits, FindEachSocketFree) {
  editing.plug(interface, "out", amplifier, "in");
  expectRefused(plug(interface, "out", monitors, "in"), ErrorCode::badInput,
                "acme-interface-to-acme-monitors",
                "OUTPUT of Acme interface is taken already by the cable "
                "\"acme-interface-to-acme-amplifier\". It has 2 sockets");
  expectRefused(plug(interface, "out-2", amplifier, "in"), ErrorCode::badInput,
                "acme-interface-to-acme-amplifier-2", "INPUT of Acme amplifier is taken already");
  expectRefused(editing.make(connect, oneOf(1, 1)), ErrorCode::badInput,
                "acme-interface-to-acme-monitors", "taken already");
}

TEST_F(CableEdits, ShareAPortByItsSockets) {
  editing.edit(connect, oneOf(0, 0));
  editing.edit(connect, oneOf(1, 1));
  EXPECT_EQ(chain().cables.size(), 2U);
  expectRefused(editing.make(connect, oneOf(1, 0)), ErrorCode::badInput,
                "acme-interface-to-acme-monitors-3", "taken already");
}

TEST_F(CableEdits, FindRoomForEveryUsbDeviceAtTheComputer) {
  const DeviceId second = editing.add("interface");
  editing.plug(pc, "usb", interface, "usb");
  editing.plug(pc, "usb", second, "usb");
  EXPECT_EQ(chain().cables.size(), 2U);
  expectRefused(plug(pc, "usb", interface, "usb"), ErrorCode::badInput,
                "acme-pc-to-acme-interface-3", "USB of Acme interface is taken already");
}

TEST_F(CableEdits, PullACableOutWithItsApprovals) {
  const CableId cable = editing.plug(interface, "out", amplifier, "in");
  editing.edit(approve, Approval{"a", {cable.text()}});
  editing.edit(approve, Approval{"a", {amplifier.text()}});
  const auto edit = editing.edit(disconnect, cable);
  EXPECT_EQ(edit->kind, EditKind::disconnect);
  EXPECT_EQ(edit->subject, "Acme interface → Acme amplifier");
  EXPECT_THAT(chain().cables, IsEmpty());
  EXPECT_THAT(chain().approvals, ElementsAre(Approval{"a", {amplifier.text()}}));
  editing.plug(interface, "out", amplifier, "in");
  expectRefused(editing.make(disconnect, CableId("ghost")), ErrorCode::notFound, "ghost",
                "no cable \"ghost\"");
}

TEST_F(CableEdits, ChangeACableWhereItIsOrPlugItIntoOtherSockets) {
  editing.plug(interface, "out", amplifier, "in");
  Cable cable = chain().cables.front();
  cable.length = Metres::of(3);
  cable.isStarQuad = true;
  cable.beside = {Neighbour::graphicsCard};
  cable.from.plug = profiles::Connector::rca;
  cable.to.adapters = {{profiles::Connector::rca, profiles::Connector::xlr3, Pin3::floating}};
  const auto edit = editing.edit(changeCable, cable);
  EXPECT_EQ(edit->kind, EditKind::changeCable);
  EXPECT_EQ(chain().cables.front(), cable) << "its own sockets are not in its way";
  EXPECT_THAT(editing.make(changeCable, cable)->changes, IsEmpty());

  cable.from.socket.port = "out-2";
  cable.to.socket = {monitors, "in", {}};
  editing.edit(changeCable, cable);
  EXPECT_EQ(chain().cables.front(), cable);
}

TEST_F(CableEdits, ChangeACableOnlyToWhatCouldBePluggedIn) {
  editing.plug(interface, "out", amplifier, "in");
  const CableId other = editing.plug(interface, "out-2", monitors, "in");
  const auto refused = [&](ErrorCode code, std::string_view where, std::string_view what,
                           const std::function<void(Cable&)>& change) {
    Cable cable = *chain().cable(other);
    change(cable);
    expectRefused(editing.make(changeCable, cable), code, where, what);
  };
  const std::string& id = other.text();
  refused(ErrorCode::badInput, id, "taken already",
          [](Cable& cable) { cable.from.socket.port = "out"; });
  refused(ErrorCode::badInput, id, "is an output", [&](Cable& cable) {
    cable.to.socket = {amplifier, "phones", {}};
  });
  refused(ErrorCode::badInput, id, "back to itself", [&](Cable& cable) {
    cable.to.socket = {interface, "in", {}};
  });
  refused(ErrorCode::notFound, "ghost", "no device",
          [](Cable& cable) { cable.to.socket.device = DeviceId("ghost"); });
  refused(ErrorCode::badInput, id, "length of a cable",
          [](Cable& cable) { cable.length = Metres::of(0); });
  refused(ErrorCode::badInput, id, "between 0.01 and 1000 m",
          [](Cable& cable) { cable.length = Metres::of(1500); });
  refused(ErrorCode::notFound, "ghost", "no cable",
          [](Cable& cable) { cable.id = CableId("ghost"); });
}

TEST_F(CableEdits, ChangeACableAtADeviceWithoutAProfile) {
  editing.plug(interface, "out", amplifier, "in");
  editing.profiles.erase("amplifier");
  Cable cable = chain().cables.front();
  cable.length = Metres::of(3);
  editing.edit(changeCable, cable);
  cable.to.socket.port = "in-2";
  expectRefused(editing.make(changeCable, cable), ErrorCode::notFound, "acme-amplifier:in-2",
                "not in the library");
}

}  // namespace
}  // namespace linecheck::chain
