// The guided set-up walked from end to end, as a user does.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "text/reading.h"
#include "text/setup_text.h"
#include "ui/wizard/setup_page_fixture.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::waitUntil;
using setup::State;
using setup::StepId;

class BothSeedDesks : public SetupPageTest, public ::testing::WithParamInterface<const char*> {
 protected:
  /// Says of everything at this step that it is so, by the buttons of its card.
  void settleByHand() {
    // Each press settles one; what cannot be settled by hand is left for the step's own button.
    for (std::size_t i = 0; i < 40; ++i) {
      ItemCard* open = nullptr;
      for (const auto& one : model().step().items) {
        const bool isOpen = one.state == State::unknown || one.state == State::wrong;
        if (!isOpen) continue;
        model().choose(one.item.id);
        for (const char* words : {"Done", "It is so"}) {
          if (card() != nullptr && button(QString::fromLatin1(words), card()) != nullptr) {
            open = card();
          }
        }
        if (open == nullptr && one.item.target) open = card();
        if (open != nullptr) break;
      }
      if (open == nullptr) return;
      QPushButton* yes = button(QStringLiteral("Done"), open);
      if (yes == nullptr) yes = button(QStringLiteral("It is so"), open);
      if (yes == nullptr) {
        for (auto* one : open->findChildren<QPushButton*>()) {
          if (one->isVisibleTo(&page()) && one->text().startsWith(QStringLiteral("It stands at"))) {
            yes = one;
          }
        }
      }
      if (yes == nullptr) return;
      yes->click();
    }
  }

  /// What a measurement of this step can tell.
  void measureStep() {
    if (model().at() == StepId::computer) {
      ASSERT_TRUE(waitUntil([&] { return model().readings().system.has_value(); }));
      measure(QStringLiteral("Check the path"));
    }
    if (model().at() == StepId::audioInterface) measure(QStringLiteral("Measure the headroom"));
    if (model().at() == StepId::noise) listen();
  }
  void expectSettled() {
    for (const auto& one : model().step().items) {
      const bool isSettled = one.state == State::done || one.state == State::notNeeded;
      EXPECT_TRUE(isSettled) << one.item.id << ": " << itemSummary(one).toStdString();
    }
  }
  [[nodiscard]] std::set<std::string> wrongHere() {
    std::set<std::string> wrong;
    for (const auto& one : model().step().items) {
      if (one.state == State::wrong) wrong.insert(one.item.id);
    }
    return wrong;
  }
  [[nodiscard]] static std::optional<chain::AdapterInUse>& adapterOf(chain::Chain& chain,
                                                                     std::string_view lead) {
    const auto found =
        std::find_if(chain.powerLeads.begin(), chain.powerLeads.end(),
                     [&](const chain::PowerLead& one) { return one.id.text() == lead; });
    EXPECT_NE(found, chain.powerLeads.end());
    return found->adapter;
  }
};
INSTANTIATE_TEST_SUITE_P(Seed, BothSeedDesks,
                         ::testing::Values("zen-go-l30-ii", "zen-go-l70-balanced"));

TEST_P(BothSeedDesks, AreWalkedToTheEndWithEveryStepSettled) {
  open(GetParam());
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  rest();
  for (const StepId step : setup::stepIds()) {
    ASSERT_EQ(model().at(), step);
    measureStep();
    settleByHand();
    expectSettled();
    if (step != StepId::checklist) page().nextButton().click();
  }
  EXPECT_FALSE(page().nextButton().isVisibleTo(&page()));
  EXPECT_EQ(page().status(), QStringLiteral("10 of 10 steps settled"));
}

TEST_P(BothSeedDesks, AreWalkedWithMistakesThatAreEachCaughtAtTheirStepAndMended) {
  const bool hasAdapter = GetParam() == std::string_view("zen-go-l30-ii");
  chain::Chain chain = exampleOf(GetParam());
  std::map<StepId, std::set<std::string>> planted{
      {StepId::computer, {"system_volume", "bit_depth"}}};
  fake.change([](system::Endpoint& output) { output.volume->position = 0.8; });
  studio->faults().set(simulation::Fault::sixteenBit, true);
  // The L70 is plugged straight into the mains, and nobody knows how loud what feeds it can be.
  if (hasAdapter) {
    adapterOf(chain, "l30-ii-power") =
        chain::AdapterInUse{false, profiles::CurrentKind::dc, Volts::of(12.0)};
    planted[StepId::power] = {"supply:l30-ii"};
    // For somebody who listens quietly, 20 dBu and gain H leave no room on the knob.
    setup::Wishes wishes = model().wishes();
    wishes.listening = DecibelsSpl::of(65.0);
    model().setWishes(wishes);
    planted[StepId::audioInterface] = {"output_trim:zen-go:line-out-trim"};
    planted[StepId::amplifier] = {"gain:l30-ii:gain"};
  }
  document.replace(std::move(chain));
  ASSERT_TRUE(waitUntil([&] { return session.isRunning(); }));
  rest();
  for (const StepId step : setup::stepIds()) {
    ASSERT_EQ(model().at(), step);
    measureStep();
    if (step != StepId::checklist) {
      EXPECT_EQ(wrongHere(), planted[step]) << setup::stepName(step);
    }
    if (step == StepId::power && hasAdapter) {
      chain::Chain mended = document.chain();
      adapterOf(mended, "l30-ii-power") = chain::AdapterInUse{};
      document.replace(std::move(mended));
    }
    if (step == StepId::computer) {
      press(QStringLiteral("Set to ") + percentReading(0.97).text());
      ASSERT_TRUE(waitUntil([&] { return item("system_volume").state == State::done; }));
      studio->faults().set(simulation::Fault::sixteenBit, false);
      measureStep();
    }
    settleByHand();
    // With the trim moved, what was measured before no longer counts.
    if (step == StepId::audioInterface) measureStep();
    expectSettled();
    if (step != StepId::checklist) page().nextButton().click();
  }
  EXPECT_EQ(page().status(), QStringLiteral("10 of 10 steps settled"));
}

}  // namespace
}  // namespace linecheck::ui
