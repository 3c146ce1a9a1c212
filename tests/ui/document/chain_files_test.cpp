#include "document/chain_files.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QWidget>

#include "support/chain/shipped_desk.h"
#include "support/temporary_folder.h"

namespace linecheck::ui {
namespace {

class ChainFilesTest : public ::testing::Test {
 protected:
  [[nodiscard]] QString pathOf(const char* name) const {
    return QString::fromStdString((folder.path() / name).string());
  }
  void change() { ASSERT_TRUE(document.apply(chain::rename(document.desk(), "Other"))); }
  void answer(QMessageBox::StandardButton button) {
    auto* box = window.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    box->button(button)->click();
  }

  testing::TemporaryFolder folder;
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  QWidget window;
  ChainFiles files{document, &window};
};

TEST_F(ChainFilesTest, WhatIsSavedIsOpenedAgain) {
  document.replace(linecheck::testing::shippedDesk());
  change();
  const chain::Chain before = document.chain();
  ASSERT_TRUE(files.save(pathOf("desk.chain.json")));
  EXPECT_FALSE(document.isModified());
  document.replace({});
  ASSERT_TRUE(files.open(pathOf("desk.chain.json")));
  EXPECT_EQ(document.chain(), before);
  EXPECT_EQ(files.file(), pathOf("desk.chain.json"));
}

TEST_F(ChainFilesTest, AFileThatIsNoChainIsToldAndChangesNothing) {
  document.replace(linecheck::testing::shippedDesk());
  QFile file(pathOf("broken.chain.json"));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("{\"schema\": 1}");
  file.close();
  const chain::Chain before = document.chain();
  const QSignalSpy failed(&files, &ChainFiles::failed);
  EXPECT_FALSE(files.open(file.fileName()));
  ASSERT_EQ(failed.count(), 1);
  EXPECT_TRUE(failed.front().front().toString().contains(QStringLiteral("broken.chain.json")));
  EXPECT_EQ(document.chain(), before);
}

TEST_F(ChainFilesTest, ChangesAreNotLostUnasked) {
  int done = 0;
  files.whenSafe([&] { ++done; });
  EXPECT_EQ(done, 1);  // There is nothing to lose.

  change();
  files.whenSafe([&] { ++done; });
  EXPECT_EQ(done, 1);
  answer(QMessageBox::Cancel);
  EXPECT_EQ(done, 1);
}

TEST_F(ChainFilesTest, WhoeverDiscardsChangesGoesOn) {
  int done = 0;
  change();
  files.whenSafe([&] { ++done; });
  answer(QMessageBox::Discard);
  EXPECT_EQ(done, 1);
}

TEST_F(ChainFilesTest, WhoeverSavesGoesOnAfterwards) {
  ASSERT_TRUE(files.save(pathOf("desk.chain.json")));
  change();
  int done = 0;
  files.whenSafe([&] { ++done; });
  answer(QMessageBox::Save);
  EXPECT_EQ(done, 1);
  EXPECT_FALSE(document.isModified());
}

}  // namespace
}  // namespace linecheck::ui
