#include "pages/chain_page.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPdfWriter>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "canvas/chain_canvas.h"
#include "canvas/level_diagram.h"
#include "pages/chain_print.h"
#include "pages/chain_table.h"
#include "pages/connect_dialog.h"
#include "pages/findings_panel.h"
#include "pages/library_panel.h"
#include "support/chain/shipped_desk.h"
#include "support/temporary_folder.h"
#include "ui/app/main_window_fixture.h"
#include "widgets/side_panel.h"

namespace linecheck::ui {
namespace {

/// The window with the chain page in front.
class ChainPageTest : public MainWindowTest {
 protected:
  ChainPageTest() {
    document.replace(linecheck::testing::shippedDesk());
    window.showPage(Page::chain);
  }

  [[nodiscard]] QTableWidget& table(const QString& name) const {
    for (auto* one : the<ChainTable>().findChildren<QTableWidget*>()) {
      if (one->accessibleName() == name) return *one;
    }
    ADD_FAILURE() << "No table " << name.toStdString();
    return *the<ChainTable>().findChild<QTableWidget*>();
  }
};

TEST_F(ChainPageTest, ADeviceIsFoundByTypingAndAddedByEnter) {
  action(QStringLiteral("Add device"))->trigger();
  auto* search = the<LibraryPanel>().findChild<QLineEdit*>();
  QTest::keyClicks(search, QStringLiteral("t7v"));
  QTest::keyClick(search, Qt::Key_Return);
  ASSERT_EQ(document.chain().devices.size(), 7u);
  EXPECT_EQ(document.chain().devices.back().profile, "adam-t7v");
  EXPECT_EQ(the<ChainCanvas>().selected(), document.chain().devices.back().id.text());
}

TEST_F(ChainPageTest, TableShowsEveryDeviceCableAndPowerPoint) {
  EXPECT_EQ(table(QStringLiteral("Devices")).rowCount(), 6);
  EXPECT_EQ(table(QStringLiteral("Cables")).rowCount(), 5);
  EXPECT_EQ(table(QStringLiteral("Power")).rowCount(), 3 + 4);
}

TEST_F(ChainPageTest, WhatIsSelectedInTheTableIsRemovedByDeleteAndComesBackByUndo) {
  action(QStringLiteral("Chain as table"))->trigger();
  QTableWidget& cables = table(QStringLiteral("Cables"));
  cables.setFocus();
  cables.setCurrentCell(1, 0);
  EXPECT_EQ(the<ChainCanvas>().selected(), "line");
  action(QStringLiteral("Remove"))->trigger();
  EXPECT_EQ(document.desk().cable(chain::CableId("line")), nullptr);
  document.undoAction()->trigger();
  EXPECT_NE(document.desk().cable(chain::CableId("line")), nullptr);
}

TEST_F(ChainPageTest, SocketsAreConnectedWithoutAMouse) {
  the<ChainCanvas>().select("l30");
  action(QStringLiteral("Connect"))->trigger();
  auto* dialog = window.findChild<ConnectDialog*>();
  ASSERT_NE(dialog, nullptr);
  const auto boxes = dialog->findChildren<QComboBox*>();
  ASSERT_EQ(boxes.size(), 2);
  boxes[0]->setCurrentText(QStringLiteral("Pre out of L30 II"));
  const int target = boxes[1]->findText(QStringLiteral("RCA of T7V left"));
  ASSERT_GE(target, 0);
  boxes[1]->setCurrentIndex(target);
  QTest::keyClick(dialog, Qt::Key_Return);
  EXPECT_EQ(document.chain().cables.size(), 6u);
}

TEST_F(ChainPageTest, DetailsChangeTheSelectedDevice) {
  the<ChainCanvas>().select("l30");
  action(QStringLiteral("Details"))->trigger();
  auto* gain = window.findChild<ChainPage*>()->findChild<QComboBox*>(QStringLiteral("Gain"));
  ASSERT_NE(gain, nullptr);
  EXPECT_EQ(gain->currentText(), u"L");
  gain->setCurrentIndex(gain->findText(QStringLiteral("H")));
  Q_EMIT gain->activated(gain->currentIndex());
  EXPECT_EQ(document.desk().setting(chain::DeviceId("l30"), "gain"),
            chain::Setting(chain::Position{"H"}));
}

TEST_F(ChainPageTest, GroundLoopsAreLitOnDemand) {
  chain::Chain desk = linecheck::testing::shippedDesk();
  for (chain::Device& device : desk.devices) device.hasEarthContact = true;
  document.replace(desk);
  ASSERT_FALSE(document.grounds().loops.empty());
  const PartItem* right = the<ChainCanvas>().drawing().item("right");
  EXPECT_FALSE(right->emphasis().lit);
  action(QStringLiteral("Show ground loops"))->trigger();
  EXPECT_EQ(right->emphasis().lit, Role::loop);
  EXPECT_TRUE(the<ChainCanvas>().drawing().item("plug")->emphasis().isDimmed);
  action(QStringLiteral("Show ground loops"))->trigger();
  EXPECT_FALSE(right->emphasis().lit);
}

TEST_F(ChainPageTest, AFindingLightsItsPlacesAndCanBeAccepted) {
  chain::Chain desk = linecheck::testing::shippedDesk();
  desk.cables[1].length = Metres::of(30.0);  // A long unbalanced run.
  document.replace(desk);
  auto& panel = the<FindingsPanel>();
  const auto& found = panel.findings();
  const auto longRun = std::find_if(found.begin(), found.end(), [](const rules::Finding& one) {
    return !one.where.empty() && one.where.front().part == "line" &&
           one.severity != rules::Severity::danger;
  });
  ASSERT_NE(longRun, found.end());
  auto* list = panel.findChild<QListWidget*>();
  ASSERT_EQ(list->count(), static_cast<int>(found.size()));
  window.findChild<ChainPage*>()->findChild<SidePanel*>()->setCurrent(0);
  list->setCurrentRow(static_cast<int>(longRun - found.begin()));
  EXPECT_TRUE(the<ChainCanvas>().drawing().item("line")->emphasis().lit);
  EXPECT_TRUE(the<ChainCanvas>().drawing().item("usb")->emphasis().isDimmed);

  const int before = panel.openCount();
  panel.findChild<QPushButton*>()->click();
  ASSERT_EQ(document.chain().approvals.size(), 1u);
  EXPECT_EQ(panel.openCount(), before - 1);
  panel.findChild<QPushButton*>()->click();
  EXPECT_TRUE(document.chain().approvals.empty());
  EXPECT_EQ(panel.openCount(), before);
}

TEST_F(ChainPageTest, LevelsAreReadPointByPointWithTheArrowKeys) {
  auto& diagram = the<LevelDiagram>();
  ASSERT_NE(diagram.path(), nullptr);
  EXPECT_EQ(diagram.path()->points.back().at.device.text(), "m1");
  QTest::keyClick(&diagram, Qt::Key_Right);
  EXPECT_TRUE(diagram.accessibleDescription().startsWith(QStringLiteral("USB-A of Computer")));
  for (int i = 0; i < 20; ++i) QTest::keyClick(&diagram, Qt::Key_Right);
  EXPECT_TRUE(diagram.accessibleDescription().startsWith(QStringLiteral("Plug of M1")));
}

TEST_F(ChainPageTest, KeysOfTheOtherPageDoNothingHere) {
  EXPECT_FALSE(action(QStringLiteral("Start or stop"))->isEnabled());
  EXPECT_TRUE(action(QStringLiteral("Connect"))->isEnabled());
  window.showPage(Page::hum);
  EXPECT_TRUE(action(QStringLiteral("Start or stop"))->isEnabled());
  EXPECT_FALSE(action(QStringLiteral("Connect"))->isEnabled());
}

TEST_F(ChainPageTest, EscapeStopsSoundHereToo) {
  begin();
  ASSERT_TRUE(session.isRunning());
  QTest::keyClick(&the<ChainCanvas>(), Qt::Key_Escape);
  EXPECT_TRUE(testing::waitUntil([&] { return !session.isRunning(); }));
}

TEST_F(ChainPageTest, EveryControlHasAName) {
  the<ChainCanvas>().select("l30");
  for (const char* sheet : {"Show ground loops", "Details", "Chain as table", "Add device"}) {
    action(QLatin1String(sheet))->trigger();
    QCoreApplication::processEvents();
    for (QWidget* widget : window.findChildren<QWidget*>()) {
      if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
      auto* accessible = QAccessible::queryAccessibleInterface(widget);
      ASSERT_NE(accessible, nullptr);
      // A scroll area's own fields are reached one by one.
      if (widget->inherits("QScrollArea") && accessible->childCount() > 0) continue;
      EXPECT_FALSE(accessible->text(QAccessible::Name).isEmpty())
          << widget->metaObject()->className() << ' ' << widget->objectName().toStdString()
          << " in " << widget->parentWidget()->metaObject()->className();
    }
  }
}

TEST_F(ChainPageTest, TheDrawingIsPrintedInTheColoursOfPaper) {
  const testing::TemporaryFolder folder;
  const auto file = QString::fromStdString((folder.path() / "desk.pdf").string());
  {
    QPdfWriter writer(file);
    ASSERT_TRUE(printChain(document.desk(), writer));
  }
  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  EXPECT_TRUE(written.readAll().startsWith("%PDF"));
}

}  // namespace
}  // namespace linecheck::ui
