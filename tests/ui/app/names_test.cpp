#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <utility>

#include "calibration/calibration_wizard.h"
#include "levels/level_match_dialog.h"
#include "midi/fake_driver.h"
#include "midi/midi_dialog.h"
#include "midi/remote_link.h"
#include "pages/connect_dialog.h"
#include "profiles/profile_editor.h"
#include "setup/step.h"
#include "simulation/example_desk.h"
#include "ui/app/main_window_fixture.h"
#include "wizard/setup_model.h"
#include "wizard/setup_page.h"

namespace linecheck::ui {
namespace {

/// What a screen reader says of each control, wherever it is.
class NamesTest : public MainWindowTest {
 protected:
  NamesTest() {
    document.replace(simulation::exampleDesk());
    begin({simulation::Fault::groundLoop});
  }

  static int expectNames(const QWidget& all, const std::string& where) {
    int controls = 0;
    for (QWidget* widget : all.findChildren<QWidget*>()) {
      if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
      // The part of a combo or spin box that is typed into has its box's name.
      if (widget->objectName().startsWith(QStringLiteral("qt_"))) continue;
      auto* accessible = QAccessible::queryAccessibleInterface(widget);
      if (accessible == nullptr) {
        ADD_FAILURE() << where << ": " << widget->metaObject()->className();
        continue;
      }
      ++controls;
      EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
          << where << ": " << widget->metaObject()->className() << " in "
          << widget->parentWidget()->metaObject()->className() << " '"
          << widget->parentWidget()->accessibleName().toStdString() << "'";
    }
    return controls;
  }
  void expectNamesIn(QDialog& dialog, int least) {
    dialog.show();
    QCoreApplication::processEvents();
    EXPECT_GE(expectNames(dialog, dialog.windowTitle().toStdString()), least);
    dialog.close();
  }
};

TEST_F(NamesTest, EveryControlOfEveryPageHasOne) {
  ASSERT_TRUE(waitForVerdict(diagnosis::Cause::groundLoop));
  const std::pair<Page, int> pages[] = {
      {Page::chain, 20}, {Page::hum, 25}, {Page::levels, 12}, {Page::match, 20}};
  for (const auto& [page, least] : pages) {
    window.showPage(page);
    QCoreApplication::processEvents();
    EXPECT_GE(expectNames(window, "page " + std::to_string(static_cast<int>(page))), least);
  }
  window.showWelcome();
  QCoreApplication::processEvents();
  EXPECT_GE(expectNames(window, "welcome"), 4);
}

TEST_F(NamesTest, EveryControlOfEveryStepOfTheSetUpHasOne) {
  window.showPage(Page::setup);
  for (const setup::StepId step : setup::stepIds()) {
    window.setup().model().go(step);
    QCoreApplication::processEvents();
    EXPECT_GE(expectNames(window, "step " + std::to_string(static_cast<int>(step))), 15);
  }
}

TEST_F(NamesTest, EveryControlOfEveryDialogHasOne) {
  midi::testing::Bell bell;
  midi::testing::FakeSystem system(bell);
  RemoteLink link(system.driver());
  MidiDialog midiDialog(link);
  expectNamesIn(midiDialog, 18);
  LevelMatchDialog match(theme, session, document);
  expectNamesIn(match, 8);
  CalibrationKeeper keeper{{}};
  CalibrationWizard calibration(theme, session, keeper, library);
  expectNamesIn(calibration, 4);
  ConnectDialog connect(document, document.chain().devices.front().id.text());
  expectNamesIn(connect, 3);
  ProfileEditor editor(library, profiles::locations(), std::nullopt);
  expectNamesIn(editor, 10);
}

}  // namespace
}  // namespace linecheck::ui
