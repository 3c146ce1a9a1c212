#include "pages/way_strip.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QCoreApplication>
#include <QScrollBar>
#include <algorithm>

#include "canvas/cable_span.h"
#include "canvas/default_chain.h"
#include "canvas/device_card.h"
#include "canvas/way_view.h"
#include "levels/route.h"
#include "support/chain/shipped_desk.h"

namespace linecheck::ui {
namespace {

class WayStripTest : public ::testing::Test {
 protected:
  WayStripTest() {
    strip.resize(1200, 200);
    strip.show();
  }

  /// New cards find their places.
  static void settle() {
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
  }
  [[nodiscard]] QStringList models() const {
    QStringList names;
    for (const auto* card : strip.findChildren<DeviceCard*>()) names << card->view().model;
    return names;
  }

  Theme theme{ThemeChoice::dark};
  profiles::Library library = profiles::Library::load(profiles::locations());
  ChainView example = defaultChain(library).value_or(ChainView{});
  ChainDocument document{library};
  WayStrip strip{theme, document, example};
};

TEST_F(WayStripTest, ExampleIsShownWhileNothingIsDrawn) {
  ASSERT_EQ(example.cards.size(), 4u);
  EXPECT_EQ(models().size(), 4);
  EXPECT_EQ(models().back(), u"M1");
  document.replace(linecheck::testing::shippedDesk());
  document.replace({});
  EXPECT_EQ(models().size(), 4);
}

TEST_F(WayStripTest, ADeskShowsItsWayToTheHeadphones) {
  chain::Chain desk = linecheck::testing::shippedDesk();
  desk.devices[3].name = "My phones";
  document.replace(desk);
  EXPECT_EQ(models(),
            (QStringList{QStringLiteral("Computer"), QStringLiteral("Zen Go Synergy Core"),
                         QStringLiteral("L30 II"), QStringLiteral("My phones")}));
  const auto cables = strip.findChildren<CableSpan*>();
  ASSERT_EQ(cables.size(), 3);
  EXPECT_EQ(cables[1]->accessibleName(),
            u"Cable from Line Out of Zen Go Synergy Core to Line in of L30 II");
  EXPECT_EQ(cables[1]->accessibleDescription(), u"RCA, unbalanced, 1\u202fm");
}

TEST_F(WayStripTest, OnlyConnectorsOfTheWayAreThere) {
  document.replace(linecheck::testing::shippedDesk());
  const auto cards = strip.findChildren<DeviceCard*>();
  ASSERT_EQ(cards.size(), 4);
  EXPECT_TRUE(cards[0]->view().upstream.empty());
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(cards[i]->view().downstream.size(), 1u);
    ASSERT_EQ(cards[i + 1]->view().upstream.size(), 1u);
  }
  EXPECT_EQ(cards[1]->view().downstream.front().label, u"Line Out");
  EXPECT_EQ(cards[2]->view().downstream.front().label, u"Headphones");
  EXPECT_TRUE(cards[3]->view().downstream.empty());
}

TEST_F(WayStripTest, EditsAndUndoAreFollowed) {
  document.replace(linecheck::testing::shippedDesk());
  ASSERT_TRUE(document.apply(chain::disconnect(document.desk(), chain::CableId("plug"))));
  EXPECT_FALSE(models().contains(QStringLiteral("M1")));
  EXPECT_TRUE(models().last().startsWith(QStringLiteral("T7V")));
  document.undoAction()->trigger();
  EXPECT_EQ(models().last(), u"M1");
}

TEST_F(WayStripTest, ADeskWithoutAnyWayShowsNothing) {
  chain::Chain desk = linecheck::testing::shippedDesk();
  desk.cables.clear();
  document.replace(desk);
  EXPECT_TRUE(models().isEmpty());
  EXPECT_FALSE(strip.isVisible());
  document.replace({});
  EXPECT_TRUE(strip.isVisible());
}

TEST_F(WayStripTest, CardsAreSeenWhole) {
  document.replace(linecheck::testing::shippedDesk());
  for (const int width : {1200, 600}) {
    strip.resize(width, 50);
    settle();
    for (const auto* card : strip.findChildren<DeviceCard*>()) {
      EXPECT_GE(card->height(), card->sizeHint().height());
      EXPECT_GE(strip.viewport()->height(),
                card->mapTo(strip.viewport(), QPoint()).y() + card->sizeHint().height());
    }
  }
}

TEST_F(WayStripTest, WhatIsTooLongScrollsInsteadOfWideningTheWindow) {
  settle();
  const int height = strip.height();
  EXPECT_EQ(strip.horizontalScrollBar()->maximum(), 0);
  strip.resize(600, 200);
  settle();
  EXPECT_GT(strip.horizontalScrollBar()->maximum(), 0);
  EXPECT_GT(strip.height(), height);
  EXPECT_LE(strip.minimumSizeHint().width(), 600);
}

TEST_F(WayStripTest, ASuspectedPartIsLitAndSaysWhy) {
  document.replace(linecheck::testing::shippedDesk());
  const std::string line = document.chain().cables[1].id.text();
  strip.light({{QString::fromStdString(line), QStringLiteral("Suspected, 80 %")}});
  int lit = 0;
  for (const auto* cable : strip.findChildren<CableSpan*>()) {
    if (cable->suspicion().isEmpty()) continue;
    ++lit;
    EXPECT_EQ(cable->view().id.toStdString(), line);
    EXPECT_TRUE(cable->toolTip().startsWith(QStringLiteral("Suspected, 80 %")));
    EXPECT_TRUE(cable->accessibleDescription().startsWith(QStringLiteral("Suspected")));
  }
  EXPECT_EQ(lit, 1);
  strip.light({{QStringLiteral("l30"), QStringLiteral("Suspected")}});
  for (const auto* cable : strip.findChildren<CableSpan*>()) {
    EXPECT_TRUE(cable->suspicion().isEmpty());
  }
}

TEST_F(WayStripTest, ThePartStaysLitWhenTheStripIsDrawnAnew) {
  document.replace(linecheck::testing::shippedDesk());
  const QString line = QString::fromStdString(document.chain().cables[1].id.text());
  strip.light({{line, QStringLiteral("Suspected")}});
  chain::Chain changed = document.chain();
  changed.devices[3].name = "My phones";
  document.replace(changed);
  int lit = 0;
  for (const auto* cable : strip.findChildren<CableSpan*>()) {
    lit += cable->suspicion().isEmpty() ? 0 : 1;
  }
  EXPECT_EQ(lit, 1);
}

TEST(WayView, ARecordingEndsAtTheComputer) {
  const auto library = profiles::Library::load(profiles::locations());
  chain::Chain chain;
  for (const auto& [id, profile] :
       {std::pair("pc", "generic-computer"), std::pair("zen", "antelope-zen-go"),
        std::pair("l30", "topping-l30-ii")}) {
    chain::Device device;
    device.id = chain::DeviceId(id);
    device.profile = profile;
    chain.devices.push_back(device);
  }
  chain::Cable usb;
  usb.id = chain::CableId("usb");
  usb.kind = chain::CableKind::usb;
  usb.from.socket = {chain::DeviceId("pc"), "usb-a", {}};
  usb.to.socket = {chain::DeviceId("zen"), "usb", {}};
  chain::Cable line;
  line.id = chain::CableId("line");
  line.from.socket = {chain::DeviceId("l30"), "pre-out", {}};
  line.to.socket = {chain::DeviceId("zen"), "in-1", {}};
  chain.cables = {usb, line};
  const chain::Desk desk(chain, [&](std::string_view id) {
    const auto* entry = library.find(id);
    return entry ? &entry->profile : nullptr;
  });
  const auto routes = levels::findRoutes(desk).routes;
  const auto recording = std::find_if(routes.begin(), routes.end(), [](const auto& route) {
    return route.front().device.text() == "l30";
  });
  ASSERT_NE(recording, routes.end());
  const ChainView way = wayView(desk, *recording);
  ASSERT_EQ(way.cards.size(), 3u);
  ASSERT_EQ(way.cables.size(), 2u);
  EXPECT_EQ(way.cards[2].id, u"pc");
  EXPECT_EQ(way.cards[1].upstream.at(way.cables[0].toConnector).id, u"in-1");
  EXPECT_EQ(way.cards[1].downstream.at(way.cables[1].fromConnector).id, u"usb");
  EXPECT_EQ(way.cards[2].upstream.at(way.cables[1].toConnector).id, u"usb-a");
  EXPECT_EQ(way.cables[1].carries, Role::digital);
}

}  // namespace
}  // namespace linecheck::ui
