#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/edit_fixtures.h"

namespace linecheck::chain {
namespace {

using testing::Editing;
using ::testing::ElementsAre;
using testing::expectRefused;
using ::testing::IsEmpty;
using PointKind = PowerPoint::Kind;

struct PowerEdits : ::testing::Test {
  Editing editing;
  DeviceId amplifier = editing.add("amplifier");
  PowerPointId outlet = editing.point(PointKind::outlet);
  PowerPointId strip = editing.point(PointKind::strip, "Desk strip");
  PowerPointId other = editing.point(PointKind::strip);

  const Chain& chain() const { return editing.chain(); }
  template <class To>
  Result<Edit> plug(const PowerPointId& from, const To& to) const {
    return editing.make(feed, Editing::lead(from, to));
  }
};

TEST_F(PowerEdits, AddPowerPointsUnderIdsOfTheirOwn) {
  EXPECT_EQ(outlet.text(), "outlet");
  EXPECT_EQ(strip.text(), "desk-strip");
  EXPECT_EQ(other.text(), "strip");
  EXPECT_EQ(editing.point(PointKind::conditioner).text(), "conditioner");
  EXPECT_EQ(editing.point(PointKind::ups).text(), "ups");
  EXPECT_EQ(editing.point(PointKind::ups).text(), "ups-2");
  PowerPoint point;
  point.id = outlet;
  expectRefused(editing.make(addPowerPoint, point), ErrorCode::badInput, "outlet", "taken already");
}

TEST_F(PowerEdits, ChangeAPowerPoint) {
  PowerPoint point = *chain().powerPoint(outlet);
  point.circuit = "B16 left";
  point.isEarthed = true;
  const auto edit = editing.edit(changePowerPoint, point);
  EXPECT_EQ(edit->kind, EditKind::changePower);
  EXPECT_EQ(edit->subject, "outlet");
  EXPECT_EQ(*chain().powerPoint(outlet), point);
  point.id = PowerPointId("ghost");
  expectRefused(editing.make(changePowerPoint, point), ErrorCode::notFound, "ghost",
                "no power point");
}

TEST_F(PowerEdits, KnowWhatBelongsToWhichKindOfPowerPoint) {
  PowerPoint point = *chain().powerPoint(strip);
  point.circuit = "B16";
  expectRefused(editing.make(changePowerPoint, point), ErrorCode::badInput, "desk-strip",
                "Only an outlet");
  point = *chain().powerPoint(strip);
  point.ups.topology = UpsTopology::online;
  expectRefused(editing.make(changePowerPoint, point), ErrorCode::badInput, "desk-strip", "UPS");
  point.kind = PointKind::ups;
  editing.edit(changePowerPoint, point);
  point.ups.power = Watts::of(-1);
  expectRefused(editing.make(changePowerPoint, point), ErrorCode::badInput, "desk-strip",
                "power of a UPS");
}

TEST_F(PowerEdits, FeedDevicesAndPowerPoints) {
  const auto edit = editing.edit(feed, Editing::lead(outlet, strip));
  EXPECT_EQ(edit->kind, EditKind::addPower);
  EXPECT_EQ(edit->subject, "Desk strip");
  editing.edit(feed, Editing::lead(strip, amplifier));
  ASSERT_EQ(chain().powerLeads.size(), 2U);
  EXPECT_EQ(chain().powerLeads[0].id.text(), "desk-strip-power");
  EXPECT_EQ(chain().powerLeads[1].id.text(), "acme-amplifier-power");
  expectRefused(plug(PowerPointId("ghost"), amplifier), ErrorCode::notFound, "acme-amplifier-power",
                "\"ghost\"");
  expectRefused(plug(strip, DeviceId("ghost")), ErrorCode::notFound, "ghost-power", "\"ghost\"");
  expectRefused(plug(strip, PowerPointId("ghost")), ErrorCode::notFound, "ghost-power",
                "\"ghost\"");
}

TEST_F(PowerEdits, UnplugWhatWasFedFromElsewhere) {
  editing.edit(feed, Editing::lead(strip, amplifier));
  editing.edit(approve, Approval{"kept", {"acme-amplifier-power"}});
  const Chain before = chain();
  const auto moved = editing.edit(feed, Editing::lead(other, amplifier));
  EXPECT_EQ(moved->kind, EditKind::changePower);
  ASSERT_EQ(chain().powerLeads.size(), 1U);
  EXPECT_EQ(chain().powerLeads[0].from, other);
  EXPECT_EQ(chain().powerLeads[0].id.text(), "acme-amplifier-power");
  EXPECT_EQ(chain().approvals.size(), 1U) << "the lead is the same, only elsewhere";

  PowerLead named = Editing::lead(strip, amplifier);
  named.id = PowerLeadId("new-lead");
  editing.edit(feed, named);
  EXPECT_THAT(chain().powerLeads, ElementsAre(named));
  EXPECT_THAT(chain().approvals, IsEmpty());
  editing.history.undo();
  editing.history.undo();
  EXPECT_EQ(chain(), before);
}

TEST_F(PowerEdits, FeedNothingInACircle) {
  expectRefused(plug(strip, strip), ErrorCode::badInput, "desk-strip-power", "in a circle");
  editing.edit(feed, Editing::lead(strip, other));
  expectRefused(plug(other, strip), ErrorCode::badInput, "desk-strip-power", "in a circle");
  const PowerPointId third = editing.point(PointKind::ups);
  editing.edit(feed, Editing::lead(other, third));
  EXPECT_FALSE(plug(third, strip));
  EXPECT_TRUE(plug(strip, third)) << "it leaves the place where it hung";
}

TEST_F(PowerEdits, FeedNoOutlet) {
  expectRefused(plug(strip, outlet), ErrorCode::badInput, "outlet-power", "nothing feeds it");
  editing.edit(feed, Editing::lead(strip, other));
  PowerPoint point = *chain().powerPoint(other);
  point.kind = PointKind::outlet;
  expectRefused(editing.make(changePowerPoint, point), ErrorCode::badInput, "strip-power",
                "nothing feeds it");
}

TEST_F(PowerEdits, KnowTheAdapterAtALead) {
  PowerLead lead = Editing::lead(strip, amplifier);
  lead.adapter = AdapterInUse{false, profiles::CurrentKind::dc, Volts::of(15)};
  editing.edit(feed, lead);
  EXPECT_EQ(chain().powerLeads.front().adapter, lead.adapter);
  lead.adapter->voltage = Volts::of(0);
  expectRefused(editing.make(feed, lead), ErrorCode::badInput, "acme-amplifier-power",
                "voltage of an adapter");
  lead = Editing::lead(outlet, strip);
  lead.adapter.emplace();
  expectRefused(editing.make(feed, lead), ErrorCode::badInput, "desk-strip-power",
                "Only the lead of a device");
}

TEST_F(PowerEdits, UnplugALead) {
  editing.edit(feed, Editing::lead(strip, amplifier));
  editing.edit(approve, Approval{"a", {"acme-amplifier-power"}});
  const auto edit = editing.edit(unplug, PowerLeadId("acme-amplifier-power"));
  EXPECT_EQ(edit->kind, EditKind::removePower);
  EXPECT_EQ(edit->subject, "Acme amplifier");
  EXPECT_THAT(chain().powerLeads, IsEmpty());
  EXPECT_THAT(chain().approvals, IsEmpty());
  expectRefused(editing.make(unplug, PowerLeadId("ghost")), ErrorCode::notFound, "ghost",
                "no power lead");
}

TEST_F(PowerEdits, RemoveAPowerPointWithItsLeads) {
  editing.edit(feed, Editing::lead(outlet, strip));
  editing.edit(feed, Editing::lead(strip, other));
  editing.edit(feed, Editing::lead(other, amplifier));
  editing.edit(approve, Approval{"a", {strip.text()}});
  editing.edit(approve, Approval{"a", {"strip-power"}});
  editing.edit(approve, Approval{"a", {other.text()}});
  const Chain before = chain();
  editing.edit(removePowerPoint, strip);
  EXPECT_EQ(chain().powerPoints.size(), 2U);
  ASSERT_EQ(chain().powerLeads.size(), 1U);
  EXPECT_EQ(chain().powerLeads[0].from, other);
  EXPECT_THAT(chain().approvals, ElementsAre(Approval{"a", {other.text()}}));
  editing.history.undo();
  EXPECT_EQ(chain(), before);
  expectRefused(editing.make(removePowerPoint, PowerPointId("ghost")), ErrorCode::notFound, "ghost",
                "no power point");
}

TEST_F(PowerEdits, JoinAndPartOtherWaysToTheGround) {
  GroundLead lead;
  lead.device = amplifier;
  const auto edit = editing.edit(addGroundLead, lead);
  EXPECT_EQ(edit->kind, EditKind::connect);
  lead.kind = GroundLead::Kind::network;
  lead.isIsolated = true;
  editing.edit(addGroundLead, lead);
  ASSERT_EQ(chain().groundLeads.size(), 2U);
  EXPECT_EQ(chain().groundLeads[0].id.text(), "acme-amplifier-antenna");
  EXPECT_EQ(chain().groundLeads[1].id.text(), "acme-amplifier-network");
  editing.edit(approve, Approval{"a", {"acme-amplifier-antenna"}});
  editing.edit(removeGroundLead, GroundLeadId("acme-amplifier-antenna"));
  EXPECT_EQ(chain().groundLeads.size(), 1U);
  EXPECT_THAT(chain().approvals, IsEmpty());
  lead.device = DeviceId("ghost");
  expectRefused(editing.make(addGroundLead, lead), ErrorCode::notFound, "ghost", "no device");
  expectRefused(editing.make(removeGroundLead, GroundLeadId("ghost")), ErrorCode::notFound, "ghost",
                "no ground lead");
}

}  // namespace
}  // namespace linecheck::chain
