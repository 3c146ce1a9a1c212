#include "canvas/chain_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QRectF>

#include "document/chain_document.h"
#include "support/chain/shipped_desk.h"

namespace linecheck::ui {
namespace {

class ChainLayoutTest : public ::testing::Test {
 protected:
  [[nodiscard]] DeskView view() const {
    return viewOf(chain::Desk(desk, [this](std::string_view id) {
      const auto* entry = library.find(id);
      return entry ? &entry->profile : nullptr;
    }));
  }

  static std::vector<QRectF> areas(const DeskView& view, const ChainLayout& layout) {
    std::vector<QRectF> areas;
    for (std::size_t i = 0; i < view.cards.size(); ++i) {
      areas.emplace_back(layout.cards[i], card::size(view.cards[i].view));
    }
    for (const QPointF& place : layout.powerPoints) areas.emplace_back(place, powerPointSize());
    return areas;
  }

  profiles::Library library = profiles::Library::load(profiles::locations());
  chain::Chain desk = linecheck::testing::shippedDesk();
};

TEST_F(ChainLayoutTest, StagesGoWithTheSignal) {
  const ChainLayout layout = layOut(view());
  EXPECT_THAT(layout.stages, ::testing::ElementsAre(0, 1, 2, 3, 2, 3));
  for (const DeskView::Cable& cable : view().cables) {
    EXPECT_LT(layout.cards[cable.from.card].x() + card::kWidth, layout.cards[cable.to.card].x());
  }
}

TEST_F(ChainLayoutTest, NothingLiesOnAnything) {
  const DeskView drawn = view();
  const auto all = areas(drawn, layOut(drawn));
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(all[i].intersects(all[j])) << i << ' ' << j;
  }
}

TEST_F(ChainLayoutTest, ACardStaysWhereTheUserPutsItAndTheOthersMakeWay) {
  const QPointF place = layOut(view()).cards[1];
  desk.cardPlaces = {{chain::DeviceId("m1"), place.x() + 10, place.y() + 10}};
  const DeskView drawn = view();
  const ChainLayout layout = layOut(drawn);
  EXPECT_EQ(layout.cards[3], place + QPointF(10, 10));
  const auto all = areas(drawn, layout);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 3) continue;
    EXPECT_FALSE(all[i].intersects(all[3])) << i;
  }
}

TEST_F(ChainLayoutTest, SignalsThatRunInACircleAreLaidOutToo) {
  chain::Cable back;
  back.id = chain::CableId("back");
  back.from.socket = {chain::DeviceId("l30"), "pre-out", 0};
  back.to.socket = {chain::DeviceId("zen-go"), "in-1", {}};
  desk.cables.push_back(back);
  const ChainLayout layout = layOut(view());
  EXPECT_LT(layout.stages[1], layout.stages[2]);
}

TEST_F(ChainLayoutTest, PowerLiesUnderTheCardsAndOutletsAtTheBottom) {
  const DeskView drawn = view();
  const ChainLayout layout = layOut(drawn);
  for (std::size_t i = 0; i < drawn.cards.size(); ++i) {
    const qreal bottom = layout.cards[i].y() + card::size(drawn.cards[i].view).height();
    for (const QPointF& point : layout.powerPoints) EXPECT_GT(point.y(), bottom);
  }
  EXPECT_EQ(layout.powerPoints[0].y(), layout.powerPoints[1].y());
  EXPECT_LT(layout.powerPoints[2].y(), layout.powerPoints[0].y());
}

TEST_F(ChainLayoutTest, AnEmptyDeskHasAnEmptyLayout) {
  desk = {};
  const ChainLayout layout = layOut(view());
  EXPECT_TRUE(layout.cards.empty());
  EXPECT_TRUE(layout.powerPoints.empty());
}

TEST_F(ChainLayoutTest, ADeviceWithoutProfileStillShowsItsCables) {
  desk.devices[2].profile = "no-such-profile";
  const DeskView drawn = view();
  EXPECT_EQ(drawn.cables.size(), desk.cables.size());
  EXPECT_FALSE(drawn.cards[2].view.upstream.empty());
}

}  // namespace
}  // namespace linecheck::ui
