#include "profiles/profile_actions.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "document/chain_document.h"
#include "pages/library_panel.h"
#include "profiles/import_dialog.h"
#include "profiles/loader.h"
#include "profiles/profile_editor.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"
#include "theme/theme.h"
#include "ui/app/main_window_fixture.h"

namespace linecheck::ui {
namespace {

/// The library's actions beside the list of devices.
class ProfileActionsTest : public ::testing::Test {
 protected:
  ProfileActionsTest() { panel_.show(); }

  [[nodiscard]] QString file(const char* name, std::string_view content) const {
    testing::writeBytes(folder_ / name, content);
    return QString::fromStdString((folder_ / name).string());
  }
  template <class T>
  [[nodiscard]] T* dialog() const {
    return window_.findChild<T*>();
  }

  Theme theme_{ThemeChoice::dark};
  testing::TemporaryFolder folder_;
  profiles::Locations locations_{profiles::locations().shipped, folder_ / "mine"};
  profiles::Library library_ = profiles::Library::load(locations_);
  ChainDocument document_{library_};
  QWidget window_;
  LibraryPanel panel_{document_};
  ProfileActions actions_{document_, locations_, [this] { return panel_.current(); }, window_};
};

TEST_F(ProfileActionsTest, ANewProfileStandsInTheListAtOnce) {
  const QSignalSpy changed(&actions_, &ProfileActions::changed);
  actions_.newProfile();
  auto* editor = dialog<ProfileEditor>();
  ASSERT_NE(editor, nullptr);
  for (const auto& [field, text] :
       {std::pair("Maker", "Acme"), std::pair("Model", "Loud"), std::pair("Source", "Manual")}) {
    editor->findChild<QLineEdit*>(QLatin1String(field))->setText(QLatin1String(text));
  }
  editor->findChild<QComboBox*>(QStringLiteral("How sure"))->setCurrentIndex(1);
  editor->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
  ASSERT_EQ(changed.size(), 1);
  EXPECT_NE(document_.library().find("acme-loud"), nullptr);
  panel_.reveal(QStringLiteral("acme-loud"));
  EXPECT_EQ(panel_.current(), QStringLiteral("acme-loud"));
  EXPECT_EQ(library_.find("acme-loud"), nullptr) << "the first library did not change";
}

TEST_F(ProfileActionsTest, ATableIsImportedOnceAllIsClear) {
  actions_.import(file("t.csv",
                       "maker,model,impedance (ohm),sensitivity (dB)\nAcme,One,32,100\n"
                       "Acme,Two,64,101\n"));
  auto* dialog = this->dialog<ImportDialog>();
  ASSERT_NE(dialog, nullptr);
  auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
  EXPECT_FALSE(ok->isEnabled());
  EXPECT_TRUE(dialog->findChild<QPlainTextEdit*>()->toPlainText().contains(
      QStringLiteral("t.csv:2, source")));
  dialog->findChild<QComboBox*>(QStringLiteral("Kind"))->setCurrentIndex(1);
  dialog->findChild<QLineEdit*>(QStringLiteral("Source"))->setText(QStringLiteral("A table"));
  dialog->findChild<QComboBox*>(QStringLiteral("How sure"))->setCurrentIndex(3);
  EXPECT_FALSE(ok->isEnabled()) << "per mW or per V?";
  dialog->findChild<QComboBox*>(QStringLiteral("Sensitivities in plain dB"))->setCurrentIndex(1);
  ASSERT_TRUE(ok->isEnabled());
  ok->click();
  const auto* two = document_.library().find("acme-two");
  ASSERT_NE(two, nullptr);
  EXPECT_EQ(two->profile.headphones->sensitivity->written.unit, "dB/mW");
}

TEST_F(ProfileActionsTest, AFaultyProfileFileShowsAllItsFaults) {
  actions_.import(file("bad.json", R"({"schema": "linecheck.profile/1", "id": "a b"})"));
  auto* dialog = this->dialog<ImportDialog>();
  ASSERT_NE(dialog, nullptr);
  EXPECT_FALSE(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
  EXPECT_GT(dialog->findChild<QPlainTextEdit*>()->toPlainText().count(u'\n'), 3);
}

TEST_F(ProfileActionsTest, AFileThatIsGoneIsNotCalledEmpty) {
  actions_.import(QString::fromStdString((folder_ / "gone.csv").string()));
  EXPECT_EQ(dialog<ImportDialog>()->findChild<QPlainTextEdit*>()->toPlainText(),
            QStringLiteral("This file cannot be read."));
}

TEST_F(ProfileActionsTest, ExportsWhatIsMarked) {
  panel_.reveal(QStringLiteral("neuropunk-m1"));
  const auto shared = folder_ / "shared.json";
  actions_.exportSelected(QString::fromStdString(shared.string()));
  EXPECT_EQ(profiles::loadFile(shared).value(), library_.find("neuropunk-m1")->profile);
}

TEST_F(ProfileActionsTest, OffersOnlyWhatCanBeDone) {
  const auto named = [&](const QString& text) {
    for (QAction* action : actions_.menu()->actions()) {
      if (action->text().remove(u'&').startsWith(text)) return action;
    }
    return static_cast<QAction*>(nullptr);
  };
  panel_.reveal(QStringLiteral("adam-t7v"));
  actions_.nameActions();
  EXPECT_FALSE(named(QStringLiteral("Edit"))->isEnabled()) << "a monitor has no such figures";
  EXPECT_FALSE(named(QStringLiteral("Delete"))->isEnabled()) << "it comes with the program";
  panel_.reveal(QStringLiteral("neuropunk-m1"));
  actions_.nameActions();
  EXPECT_TRUE(named(QStringLiteral("Edit profile “M1”"))->isEnabled());
}

TEST_F(ProfileActionsTest, DeletesTheUsersOwnAndTheShippedOneIsBack) {
  const auto shared = folder_ / "m1.json";
  panel_.reveal(QStringLiteral("neuropunk-m1"));
  actions_.exportSelected(QString::fromStdString(shared.string()));
  actions_.import(QString::fromStdString(shared.string()));
  dialog<ImportDialog>()->accept();
  ASSERT_TRUE(document_.library().find("neuropunk-m1")->isUsers);
  EXPECT_EQ(panel_.current(), QStringLiteral("neuropunk-m1"));
  actions_.removeSelected();
  EXPECT_FALSE(document_.library().find("neuropunk-m1")->isUsers);
}

TEST_F(MainWindowTest, HasALibraryMenuThatFollowsTheList) {
  ASSERT_NE(menu(QStringLiteral("Library")), nullptr);
  the<LibraryPanel>().reveal(QStringLiteral("neuropunk-m1"));
  EXPECT_NE(action(QStringLiteral("Edit profile “M1”")), nullptr);
}

}  // namespace
}  // namespace linecheck::ui
