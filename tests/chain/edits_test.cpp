#include "chain/edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chain/edit_fixtures.h"

namespace linecheck::chain {
namespace {

using testing::Editing;
using ::testing::ElementsAre;
using testing::expectRefused;
using ::testing::IsEmpty;

TEST(Edits, ChangeTheMains) {
  Editing editing;
  const Mains american{Hertz::of(60), Volts::of(120), true};
  EXPECT_EQ(editing.edit(changeMains, american)->kind, EditKind::changeMains);
  EXPECT_EQ(editing.chain().mains, american);
  EXPECT_THAT(editing.make(changeMains, american)->changes, IsEmpty());
  editing.history.undo();
  EXPECT_EQ(editing.chain(), Chain{});
  expectRefused(editing.make(changeMains, Mains{Hertz::of(55), Volts::of(230), {}}),
                ErrorCode::badInput, "", "50 Hz or 60 Hz");
  expectRefused(editing.make(changeMains, Mains{Hertz::of(50), Volts::of(23), {}}),
                ErrorCode::badInput, "", "mains voltage");
}

TEST(Edits, RenameTheChain) {
  Editing editing;
  EXPECT_EQ(editing.edit(rename, "Studio A")->kind, EditKind::rename);
  EXPECT_EQ(editing.chain().name, "Studio A");
  editing.history.undo();
  EXPECT_EQ(editing.chain().name, "");
  expectRefused(editing.make(rename, "a\tb"), ErrorCode::badInput, "", "one line");
}

TEST(Edits, ApproveFindingsAndTakeThatBack) {
  Editing editing;
  const DeviceId amplifier = editing.add("amplifier");
  const Approval approval{"runs-warm", {amplifier.text() + ":gain"}};
  const auto edit = editing.edit(approve, approval);
  EXPECT_EQ(edit->kind, EditKind::approve);
  EXPECT_EQ(edit->subject, "runs-warm");
  EXPECT_THAT(editing.chain().approvals, ElementsAre(approval));
  expectRefused(editing.make(approve, approval), ErrorCode::badInput, "runs-warm", "already");

  EXPECT_EQ(editing.edit(withdrawApproval, approval)->kind, EditKind::withdrawApproval);
  EXPECT_THAT(editing.chain().approvals, IsEmpty());
  expectRefused(editing.make(withdrawApproval, approval), ErrorCode::notFound, "runs-warm",
                "have not approved");
}

TEST(Edits, ApproveFindingsAboutTheWholeDesk) {
  Editing editing;
  editing.edit(approve, Approval{"no-power", {}});
  editing.edit(approve, Approval{"no-power", {""}});
  EXPECT_EQ(editing.chain().approvals.size(), 2U);
}

TEST(Edits, ApproveNothingAboutWhatIsNotThere) {
  Editing editing;
  expectRefused(editing.make(approve, Approval{"runs-warm", {"ghost:gain"}}), ErrorCode::notFound,
                "", "\"ghost\"");
  expectRefused(editing.make(approve, Approval{"", {}}), ErrorCode::badInput, "",
                "names a finding");
}

TEST(Edits, DoNothingThemselves) {
  Editing editing;
  const DeviceId amplifier = editing.add("amplifier");
  const Desk desk = editing.desk();
  ASSERT_TRUE(removeDevice(desk, amplifier));
  ASSERT_TRUE(rename(desk, "Studio"));
  EXPECT_EQ(desk.chain(), editing.chain());
  EXPECT_EQ(desk.chain().devices.size(), 1U);
  EXPECT_EQ(desk.chain().name, "");
}

}  // namespace
}  // namespace linecheck::chain
