#include "pages/details_panel.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "support/chain/shipped_desk.h"

namespace linecheck::ui {
namespace {

using chain::Pin3;
using profiles::Connector;

class DetailsPanelTest : public ::testing::Test {
 protected:
  DetailsPanelTest() {
    document.replace(linecheck::testing::shippedDesk());
    panel.resize(320, 900);
    static_cast<QWidget&>(panel).show();
    panel.activateWindow();
  }

  void show(const char* part) {
    panel.show(part);
    settle();
  }
  /// Fields come anew once the one that made the change has done.
  static void settle() {
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
  }
  template <class T>
  [[nodiscard]] T* field(const QString& name) const {
    return panel.findChild<T*>(name);
  }
  /// What a choice says; empty where there is none of that name.
  [[nodiscard]] QString reading(const QString& name) const {
    const auto* box = field<QComboBox>(name);
    return box ? box->currentText() : QString();
  }
  /// Chooses by keyboard, as somebody without a mouse.
  void choose(const QString& name, const QString& choice) {
    auto* box = field<QComboBox>(name);
    ASSERT_NE(box, nullptr) << name.toStdString();
    const int index = box->findText(choice);
    ASSERT_GE(index, 0) << choice.toStdString();
    box->setFocus();
    // Only the last key stroke is an edit: one may also open the list and walk through it.
    box->setCurrentIndex(index == 0 ? 1 : index - 1);
    QTest::keyClick(box, index == 0 ? Qt::Key_Up : Qt::Key_Down);
    settle();
  }
  void press(const QString& name) {
    auto* button = field<QPushButton>(name);
    ASSERT_NE(button, nullptr) << name.toStdString();
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    settle();
  }
  void undo() {
    document.undoAction()->trigger();
    settle();
  }
  [[nodiscard]] const chain::Cable& line() const {
    return *document.desk().cable(chain::CableId("line"));
  }

  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainDocument document{library};
  DetailsPanel panel{document};
};

TEST_F(DetailsPanelTest, SerialNumberIsTypedAndTakenBack) {
  show("l30");
  auto* serial = field<QLineEdit>(QStringLiteral("Serial number"));
  ASSERT_NE(serial, nullptr);
  EXPECT_EQ(serial->accessibleName(), u"Serial number");
  serial->setFocus();
  QTest::keyClicks(serial, QStringLiteral(" 2104-0042 "));
  QTest::keyClick(serial, Qt::Key_Return);
  EXPECT_EQ(document.desk().device(chain::DeviceId("l30"))->serial, "2104-0042");
  undo();
  EXPECT_EQ(document.desk().device(chain::DeviceId("l30"))->serial, "");
  EXPECT_EQ(field<QLineEdit>(QStringLiteral("Serial number"))->text(), u"");
}

TEST_F(DetailsPanelTest, PlugsOfBothEndsAreToldApart) {
  show("line");
  EXPECT_EQ(reading(QStringLiteral("Where it enters: Plug")), u"what fits");
  choose(QStringLiteral("Where it enters: Plug"), QStringLiteral("6.35 mm TS"));
  EXPECT_EQ(line().to.plug, Connector::jack635Ts);
  EXPECT_EQ(line().from.plug, std::nullopt);
  choose(QStringLiteral("Where it leaves: Plug"), QStringLiteral("RCA"));
  EXPECT_EQ(line().from.plug, Connector::rca);
  choose(QStringLiteral("Where it enters: Plug"), QStringLiteral("what fits"));
  EXPECT_EQ(line().to.plug, std::nullopt);
  undo();
  EXPECT_EQ(line().to.plug, Connector::jack635Ts);
  EXPECT_EQ(reading(QStringLiteral("Where it enters: Plug")), u"6.35 mm TS");
}

TEST_F(DetailsPanelTest, APlugThatIsNoneOfTheUsualOnesIsShown) {
  chain::Chain desk = linecheck::testing::shippedDesk();
  desk.cables[1].from.plug = Connector::comboXlrTrs;
  desk.cables[1].to.plug = Connector::unknown;
  document.replace(desk);
  show("line");
  EXPECT_EQ(reading(QStringLiteral("Where it leaves: Plug")), u"XLR/TRS combo");
  EXPECT_EQ(reading(QStringLiteral("Where it enters: Plug")), u"not told");
}

TEST_F(DetailsPanelTest, AnAdapterIsAddedFromThePlugToTheSocket) {
  show("left");
  choose(QStringLiteral("Where it enters: Plug"), QStringLiteral("RCA"));
  press(QStringLiteral("Where it enters: Add adapter"));
  const chain::CableEnd& end = document.desk().cable(chain::CableId("left"))->to;
  ASSERT_EQ(end.adapters.size(), 1u);
  EXPECT_EQ(end.adapters[0], (chain::Adapter{Connector::rca, Connector::xlr3, Pin3::unknown}));
  EXPECT_EQ(reading(QStringLiteral("Where it enters: Adapter from")), u"RCA");
  EXPECT_EQ(reading(QStringLiteral("Where it enters: Adapter to")), u"XLR");
  undo();
  EXPECT_TRUE(document.desk().cable(chain::CableId("left"))->to.adapters.empty());
  EXPECT_EQ(field<QComboBox>(QStringLiteral("Where it enters: Adapter from")), nullptr);
}

TEST_F(DetailsPanelTest, PinThreeIsAskedOfAdaptersToXlrOnly) {
  show("line");
  const QString pin3 = QStringLiteral("Where it enters: Adapter, XLR pin 3");
  press(QStringLiteral("Where it enters: Add adapter"));
  EXPECT_EQ(field<QComboBox>(pin3), nullptr);
  choose(QStringLiteral("Where it enters: Adapter to"), QStringLiteral("XLR"));
  EXPECT_EQ(reading(pin3), u"not told");
  choose(pin3, QStringLiteral("left open"));
  EXPECT_EQ(line().to.adapters.at(0).pin3, Pin3::floating);
  choose(pin3, QStringLiteral("grounded"));
  EXPECT_EQ(line().to.adapters.at(0).pin3, Pin3::joinedToGround);
  undo();
  EXPECT_EQ(reading(pin3), u"left open");
  choose(QStringLiteral("Where it enters: Adapter to"), QStringLiteral("RCA"));
  EXPECT_EQ(line().to.adapters.at(0).pin3, Pin3::unknown);
}

TEST_F(DetailsPanelTest, OfTwoAdaptersTheChosenOneIsRemoved) {
  chain::Chain desk = linecheck::testing::shippedDesk();
  desk.cables[1].from.adapters = {{Connector::xlr3, Connector::rca, {}},
                                  {Connector::rca, Connector::jack635Ts, {}}};
  document.replace(desk);
  show("line");
  EXPECT_EQ(reading(QStringLiteral("Where it leaves: Adapter 2 to")), u"6.35 mm TS");
  press(QStringLiteral("Where it leaves: Remove adapter"));
  ASSERT_EQ(line().from.adapters.size(), 1u);
  EXPECT_EQ(line().from.adapters[0].to, Connector::jack635Ts);
  undo();
  EXPECT_EQ(line().from.adapters, desk.cables[1].from.adapters);
}

TEST_F(DetailsPanelTest, KeyboardStaysNearARemovedField) {
  show("line");
  press(QStringLiteral("Where it leaves: Add adapter"));
  press(QStringLiteral("Where it leaves: Remove adapter"));
  ASSERT_NE(panel.focusWidget(), nullptr);
  EXPECT_EQ(panel.focusWidget()->objectName(), u"Where it leaves: Plug");
}

TEST_F(DetailsPanelTest, TabGoesThroughBothEndsInOrder) {
  show("line");
  press(QStringLiteral("Where it leaves: Add adapter"));
  auto* first = field<QComboBox>(QStringLiteral("Where it leaves: Plug"));
  first->setFocus();
  QStringList way;
  for (int i = 0; i < 6; ++i) {
    way << QApplication::focusWidget()->objectName();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  }
  EXPECT_EQ(way, (QStringList{QStringLiteral("Where it leaves: Plug"),
                              QStringLiteral("Where it leaves: Adapter from"),
                              QStringLiteral("Where it leaves: Adapter to"),
                              QStringLiteral("Where it leaves: Remove adapter"),
                              QStringLiteral("Where it leaves: Add adapter"),
                              QStringLiteral("Where it leaves: Shield joined")}));
}

TEST_F(DetailsPanelTest, ShieldIsLeftOpenAtOneEnd) {
  show("left");
  auto* shield = field<QCheckBox>(QStringLiteral("Where it enters: Shield joined"));
  ASSERT_NE(shield, nullptr);
  EXPECT_EQ(shield->accessibleName(), u"Where it enters: Shield joined");
  shield->setFocus();
  QTest::keyClick(shield, Qt::Key_Space);
  const auto cable = [&]() -> const chain::Cable& {
    return *document.desk().cable(chain::CableId("left"));
  };
  EXPECT_FALSE(cable().to.isShieldJoined);
  EXPECT_TRUE(cable().from.isShieldJoined);
  undo();
  EXPECT_TRUE(cable().to.isShieldJoined);
}

TEST_F(DetailsPanelTest, MainsAdapterOfALeadIsDescribed) {
  show("l30-lead");
  choose(QStringLiteral("The original one"), QStringLiteral("no"));
  choose(QStringLiteral("Its label says"), QStringLiteral("DC ⎓"));
  const auto adapter = [&] { return document.chain().powerLeads[2].adapter; };
  ASSERT_TRUE(adapter());
  EXPECT_EQ(adapter()->isOriginal, false);
  EXPECT_EQ(adapter()->current, profiles::CurrentKind::dc);
  undo();
  EXPECT_EQ(adapter()->current, std::nullopt);
  undo();
  EXPECT_EQ(adapter(), std::nullopt);
}

TEST_F(DetailsPanelTest, WhatIsRefusedGoesBackToWhatStands) {
  show("left");
  auto* sockets = field<QComboBox>(QStringLiteral("Where it leaves: Sockets"));
  ASSERT_NE(sockets, nullptr);
  chain::Cable second = *document.desk().cable(chain::CableId("left"));
  second.id = chain::CableId("second");
  second.from.socket.index = 1;
  second.to.socket = {chain::DeviceId("monitor-right"), "xlr-in", {}};
  ASSERT_TRUE(document.apply(chain::connect(document.desk(), second)));
  settle();
  choose(QStringLiteral("Where it leaves: Sockets"), QStringLiteral("right"));
  EXPECT_EQ(reading(QStringLiteral("Where it leaves: Sockets")), u"left");
}

}  // namespace
}  // namespace linecheck::ui
