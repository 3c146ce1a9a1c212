// What is drawn large for an item of the set-up.
#include <gtest/gtest.h>

#include "chain/edits.h"
#include "ui/wizard/setup_page_fixture.h"
#include "wizard/close_up.h"
#include "wizard/desk_side.h"

namespace linecheck::ui {
namespace {

using setup::StepId;

class CloseUpTest : public SetupPageTest {
 protected:
  template <class View>
  const View* shown(const std::string& item) {
    model().choose(item);
    return std::get_if<View>(&page().findChild<DeskSide*>()->closeUp().view());
  }
};

TEST_F(CloseUpTest, ACableShowsBothPlugsWithTheirPlaceInTheOrder) {
  open("zen-go-l70-balanced");
  go(StepId::cables);
  const auto* cable = shown<CableCloseUp>("cable:zen-go-to-l70");
  ASSERT_NE(cable, nullptr);
  EXPECT_EQ(cable->from.device, QStringLiteral("Zen Go"));
  EXPECT_EQ(cable->from.plug, QStringLiteral("6.35 mm TRS"));
  EXPECT_EQ(cable->from.shape, ConnectorShape::jack635);
  EXPECT_EQ(cable->to.plug, QStringLiteral("XLR"));
  EXPECT_EQ(cable->to.shape, ConnectorShape::xlr);
  EXPECT_EQ(cable->carries, Role::balanced);
  EXPECT_EQ(cable->number, QStringLiteral("Cable 2 of 5"));
}

TEST_F(CloseUpTest, SwitchingOnShowsTheOrderAndHowFarItIs) {
  open("zen-go-l30-ii");
  go(StepId::powerUp);
  model().tick("switch_on:computer", setup::Answer::done);
  const auto* order = shown<OrderCloseUp>("switch_on:zen-go");
  ASSERT_NE(order, nullptr);
  ASSERT_EQ(order->stops.size(), 5U);
  EXPECT_EQ(order->stops.front().name, QStringLiteral("Computer"));
  EXPECT_TRUE(order->stops.front().isDone);
  EXPECT_TRUE(order->stops[1].isHere);
  const auto* off = shown<OrderCloseUp>("switch_off");
  ASSERT_NE(off, nullptr);
  EXPECT_EQ(off->stops.back().name, QStringLiteral("Computer"));
}

TEST_F(CloseUpTest, AGainSwitchShowsWhereItBelongsAndWhereItStands) {
  open("zen-go-l30-ii");
  ASSERT_TRUE(document.apply(chain::changeSetting(document.desk(), chain::DeviceId("l30-ii"),
                                                  "gain", chain::Position{"H"})));
  go(StepId::amplifier);
  const auto* gain = shown<SwitchCloseUp>("gain:l30-ii:gain");
  ASSERT_NE(gain, nullptr);
  EXPECT_EQ(gain->control.positions[static_cast<std::size_t>(gain->wanted)], QStringLiteral("L"));
  ASSERT_TRUE(gain->control.stands);
  EXPECT_EQ(gain->control.positions[static_cast<std::size_t>(*gain->control.stands)],
            QStringLiteral("H"));
}

TEST_F(CloseUpTest, AKnobShowsWhereOnItsTravelItIsExpected) {
  open("zen-go-l30-ii");
  go(StepId::amplifier);
  const auto* knob = shown<DialCloseUp>("knob:l30-ii:volume");
  ASSERT_NE(knob, nullptr);
  EXPECT_GT(knob->least, 0.0);
  EXPECT_LT(knob->least, knob->most);
  EXPECT_LE(knob->most, 1.0);
}

TEST_F(CloseUpTest, AnAdapterShowsItsCurrentAndTheWrongOneBesideIt) {
  chain::Chain chain = exampleOf("zen-go-l30-ii");
  for (chain::PowerLead& lead : chain.powerLeads) {
    if (lead.id.text() == "l30-ii-power") {
      lead.adapter = chain::AdapterInUse{false, profiles::CurrentKind::dc, Volts::of(12.0)};
    }
  }
  document.replace(std::move(chain));
  go(StepId::power);
  const auto* adapter = shown<AdapterCloseUp>("supply:l30-ii");
  ASSERT_NE(adapter, nullptr);
  EXPECT_TRUE(adapter->isAc);
  EXPECT_FALSE(adapter->isUsedAc);
  EXPECT_EQ(adapter->inUse, QStringLiteral("12\u202fV DC"));
}

}  // namespace
}  // namespace linecheck::ui
