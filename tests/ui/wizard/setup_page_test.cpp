// The set-up as a page: its desk, what it keeps, what it prints, how it fits.
#include <gtest/gtest.h>

#include <QFile>
#include <QSpinBox>

#include "pages/details_panel.h"
#include "ui/wizard/setup_page_fixture.h"
#include "wizard/checklist_panel.h"
#include "wizard/desk_panel.h"
#include "wizard/step_side.h"

namespace linecheck::ui {
namespace {

using linecheck::testing::waitUntil;
using setup::KnownBy;
using setup::State;
using setup::StepId;

TEST_F(SetupPageTest, TheChecklistIsPrinted) {
  open("zen-go-l30-ii");
  const QString file = QString::fromStdString((folder.path() / "list.pdf").string());
  ASSERT_TRUE(page().findChild<ChecklistPanel*>()->savePdf(file));
  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  EXPECT_TRUE(written.read(5).startsWith("%PDF-"));
}

TEST_F(SetupPageTest, GoesOnAnotherDayWhereItWasLeft) {
  open("zen-go-l30-ii");
  go(StepId::cables);
  const std::string first = model().current()->item.id;
  model().tick(first, setup::Answer::done);
  {
    ChainDocument later(library);
    SetupModel before(later, {});
    EXPECT_EQ(before.at(), StepId::desk);
  }
  ASSERT_TRUE(
      waitUntil([&] { return std::filesystem::exists(folder.path() / "setup.chain.json"); }));
  ChainDocument later(library);
  SetupModel resumed(later, folder.path());
  ASSERT_TRUE(resumed.resumeDesk());
  EXPECT_EQ(later.chain(), document.chain());
  EXPECT_EQ(resumed.at(), StepId::cables);
  const auto* ticked = setup::findItem(resumed.steps(), first);
  ASSERT_NE(ticked, nullptr);
  EXPECT_EQ(ticked->state, State::done);
  EXPECT_EQ(ticked->knownBy, KnownBy::user);
}

TEST_F(SetupPageTest, ADeskIsPutTogetherJoinedAndPluggedInFromTheFirstStep) {
  auto* desk = page().findChild<DeskPanel*>();
  for (const char* profile : {"generic-computer", "antelope-zen-go", "topping-l30-ii",
                              "neuropunk-m1", "adam-t7v", "adam-t7v"}) {
    desk->add(QString::fromLatin1(profile));
  }
  press(QStringLiteral("Join them for me"));
  press(QStringLiteral("All into one strip"));
  const chain::Chain& chain = document.chain();
  EXPECT_EQ(chain.devices.size(), 6U);
  EXPECT_EQ(chain.cables.size(), 5U) << "USB, line, headphones, and one for each monitor.";
  // Computer, amplifier and both monitors at the strip, and the strip at its outlet.
  EXPECT_EQ(chain.powerLeads.size(), 5U);
  EXPECT_EQ(item("sound_order").state, State::done);
  EXPECT_FALSE(button(QStringLiteral("Join them for me"))->isEnabled());
}

TEST_F(SetupPageTest, HowLoudOneListensIsKept) {
  open("zen-go-l30-ii");
  go(StepId::amplifier);
  auto* level = page().findChild<QSpinBox*>();
  ASSERT_NE(level, nullptr);
  level->setValue(67);
  ASSERT_TRUE(waitUntil([&] { return std::filesystem::exists(folder.path() / "setup.json"); }));
  ChainDocument later(library);
  const SetupModel resumed(later, folder.path());
  EXPECT_EQ(resumed.wishes().listening, DecibelsSpl::of(67.0));
}

TEST_F(SetupPageTest, BeginningAnewForgetsTicksAndKeepsHowLoudOneListens) {
  open("zen-go-l30-ii");
  model().setWishes({DecibelsSpl::of(67.0), Decibels::of(10.0)});
  go(StepId::powerUp);
  const std::string first = model().current()->item.id;
  model().tick(first, setup::Answer::done);
  model().beginAnew();
  EXPECT_EQ(item(first).state, State::unknown);
  EXPECT_EQ(model().wishes().listening, DecibelsSpl::of(67.0));
}

TEST_F(SetupPageTest, AnEmptyDeskIsNeitherWrongNorSettledAndEveryStepLeadsToTheFirst) {
  for (const auto& step : model().steps()) EXPECT_EQ(step.state, State::unknown);
  go(StepId::computer);
  EXPECT_EQ(button(QStringLiteral("Check the path")), nullptr) << "There is nothing to check.";
  press(QStringLiteral("Go to your desk"));
  EXPECT_EQ(model().at(), StepId::desk);
}

// The smallest room that the page gets: a window on 1920 × 1080 pixels at 200 %.
TEST_F(SetupPageTest, FitsAPageOf880By440AndNothingOfAStepIsCutAtTheSide) {
  open("zen-go-l70-balanced");
  for (const StepId step : setup::stepIds()) {
    go(step);
    EXPECT_LE(page().minimumSizeHint().width(), 880) << setup::stepName(step);
    EXPECT_LE(page().minimumSizeHint().height(), 440) << setup::stepName(step);
    page().resize(880, 440);
    QCoreApplication::processEvents();
    const auto* side = page().findChild<StepSide*>();
    EXPECT_LE(side->widget()->minimumSizeHint().width(), side->viewport()->width())
        << setup::stepName(step);
    for (const auto* one : page().findChildren<QPushButton*>()) {
      if (!one->isVisibleTo(&page())) continue;
      EXPECT_GE(one->width(), one->minimumSizeHint().width()) << one->text().toStdString();
    }
    if (step != StepId::checklist) {
      const auto& next = page().nextButton();
      EXPECT_TRUE(page().rect().contains(QRect(next.mapTo(&page(), QPoint()), next.size())));
    }
  }
}

TEST_F(SetupPageTest, DetailsTakeTheDrawingsPlaceWhereThereIsLittleRoom) {
  open("zen-go-l30-ii");
  go(StepId::power);
  page().resize(880, 440);
  press(QStringLiteral("Correct this…"));
  QCoreApplication::processEvents();
  const auto* details = page().findChild<DetailsPanel*>();
  EXPECT_TRUE(details->isVisibleTo(&page()));
  EXPECT_GE(details->height(), 120);
  press(QStringLiteral("Close"));
  EXPECT_FALSE(details->isVisibleTo(&page()));
}

}  // namespace
}  // namespace linecheck::ui
