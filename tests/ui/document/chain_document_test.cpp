#include "document/chain_document.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "support/chain/shipped_desk.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::shippedDesk;

class ChainDocumentTest : public ::testing::Test {
 protected:
  void add(const char* profile) {
    const auto* entry = library.find(profile);
    ASSERT_NE(entry, nullptr);
    ASSERT_TRUE(document.apply(chain::addDevice(document.desk(), &entry->profile)));
  }

  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
};

TEST_F(ChainDocumentTest, UndoLeadsBackAndNamesWhatItTakesBack) {
  EXPECT_FALSE(document.undoAction()->isEnabled());
  const QSignalSpy changed(&document, &ChainDocument::changed);
  add("topping-l30-ii");
  ASSERT_EQ(document.chain().devices.size(), 1u);
  EXPECT_TRUE(document.undoAction()->text().contains(QStringLiteral("L30 II")));
  document.undoAction()->trigger();
  EXPECT_TRUE(document.chain().devices.empty());
  EXPECT_FALSE(document.undoAction()->isEnabled());
  document.redoAction()->trigger();
  EXPECT_EQ(document.chain().devices.size(), 1u);
  EXPECT_EQ(changed.count(), 3);
}

TEST_F(ChainDocumentTest, WhatCannotBeDoneIsToldAndChangesNothing) {
  document.replace(shippedDesk());
  const chain::Chain before = document.chain();
  const QSignalSpy refused(&document, &ChainDocument::refused);
  EXPECT_FALSE(document.apply(chain::disconnect(document.desk(), chain::CableId("no-such"))));
  ASSERT_EQ(refused.count(), 1);
  EXPECT_FALSE(refused.front().front().toString().isEmpty());
  EXPECT_EQ(document.chain(), before);
  EXPECT_FALSE(document.isModified());
}

TEST_F(ChainDocumentTest, IsModifiedUntilSavedOrTakenBack) {
  const QSignalSpy modified(&document, &ChainDocument::modifiedChanged);
  add("neuropunk-m1");
  EXPECT_TRUE(document.isModified());
  document.undoAction()->trigger();
  EXPECT_FALSE(document.isModified());
  add("neuropunk-m1");
  document.markSaved();
  EXPECT_FALSE(document.isModified());
  document.undoAction()->trigger();
  EXPECT_TRUE(document.isModified());
  EXPECT_EQ(modified.count(), 5);
}

TEST_F(ChainDocumentTest, TwoEditsCanBeOneStep) {
  const auto* entry = library.find("neuropunk-m1");
  ASSERT_NE(entry, nullptr);
  const auto both = document.followedBy(
      chain::addDevice(document.desk(), &entry->profile), [](const chain::Desk& desk) {
        return chain::moveCard(desk, {desk.chain().devices.back().id, 40.0, 80.0});
      });
  ASSERT_TRUE(document.apply(both));
  ASSERT_EQ(document.chain().cardPlaces.size(), 1u);
  document.undoAction()->trigger();
  EXPECT_EQ(document.chain(), chain::Chain{});
}

TEST_F(ChainDocumentTest, AnotherChainHasNothingToUndo) {
  add("neuropunk-m1");
  document.replace(shippedDesk());
  EXPECT_FALSE(document.undoAction()->isEnabled());
  EXPECT_FALSE(document.isModified());
  EXPECT_EQ(document.desk().chain().devices.size(), shippedDesk().devices.size());
}

}  // namespace
}  // namespace linecheck::ui
