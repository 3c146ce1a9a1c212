#include <gtest/gtest.h>

#include <set>

#include "profiles/library.h"
#include "support/chain/shipped_desk.h"
#include "text/hunt_text.h"

namespace linecheck::ui {
namespace {

using diagnosis::Step;
using diagnosis::StepAction;

class StepTextTest : public ::testing::Test {
 protected:
  profiles::Library library = profiles::Library::load(profiles::locations());
  chain::Desk desk{linecheck::testing::shippedDesk(), [this](std::string_view id) {
                     const auto* entry = library.find(id);
                     return entry ? &entry->profile : nullptr;
                   }};
};

TEST_F(StepTextTest, EveryActionHasWordsOfItsOwn) {
  std::set<QString> titles;
  for (const StepAction action : diagnosis::stepActions()) {
    const Step step = diagnosis::makeStep(action, {chain::Place(chain::CableId("line"))});
    const StepWords words = stepWords(step, desk);
    EXPECT_FALSE(words.title.isEmpty()) << diagnosis::stepActionId(action);
    EXPECT_FALSE(words.how.isEmpty()) << diagnosis::stepActionId(action);
    EXPECT_FALSE(words.why.isEmpty()) << diagnosis::stepActionId(action);
    EXPECT_FALSE((words.title + words.how + words.why).contains(u'!'));
    EXPECT_FALSE((words.title + words.how + words.why).contains(QStringLiteral("%1")));
    titles.insert(words.title);
  }
  EXPECT_GE(titles.size(), 15U);
}

TEST_F(StepTextTest, APlugIsNamedByItsDevice) {
  const Step step = diagnosis::makeStep(
      StepAction::unplugCable,
      {chain::Place(chain::CableId("line")), chain::Place(chain::DeviceId("l30"))});
  const StepWords words = stepWords(step, desk);
  EXPECT_TRUE((words.title + words.how).contains(QStringLiteral("L30 II")));
  EXPECT_TRUE(step.isPlugging);
  EXPECT_FALSE(words.before.isEmpty());
}

TEST_F(StepTextTest, NothingIsPluggedWhereNothingIs) {
  const Step step = diagnosis::makeStep(StepAction::phoneAway);
  EXPECT_TRUE(stepWords(step, desk).before.isEmpty());
}

TEST_F(StepTextTest, AProtectiveEarthIsNeverOpened) {
  for (const StepAction action : diagnosis::stepActions()) {
    const StepWords words =
        stepWords(diagnosis::makeStep(action, {chain::Place(chain::DeviceId("l30"))}), desk);
    const QString all = (words.title + words.how).toLower();
    EXPECT_FALSE(all.contains(QStringLiteral("lift the earth"))) << all.toStdString();
    EXPECT_FALSE(all.contains(QStringLiteral("without earth"))) << all.toStdString();
  }
}

}  // namespace
}  // namespace linecheck::ui
