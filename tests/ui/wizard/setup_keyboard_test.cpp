// The set-up without a mouse: by keys, by a screen reader, by a MIDI control.
#include <gtest/gtest.h>

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <set>

#include "ui/wizard/setup_page_fixture.h"
#include "wizard/step_track.h"

namespace linecheck::ui {
namespace {

using setup::KnownBy;
using setup::State;
using setup::StepId;

// What one works with, by the keyboard or by a screen reader.
std::vector<QWidget*> controlsIn(QWidget& page) {
  std::vector<QWidget*> controls;
  for (auto* widget : page.findChildren<QWidget*>()) {
    const bool isControl = qobject_cast<QAbstractButton*>(widget) != nullptr ||
                           qobject_cast<QComboBox*>(widget) != nullptr ||
                           qobject_cast<QLineEdit*>(widget) != nullptr ||
                           qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
                           qobject_cast<QListView*>(widget) != nullptr;
    // What belongs to another control is reached through that.
    const bool isInner = qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) != nullptr ||
                         qobject_cast<QLineEdit*>(widget->parentWidget()) != nullptr ||
                         qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr;
    const bool isSeen = widget->isVisibleTo(&page) && widget->isEnabled();
    if (isControl && !isInner && isSeen) controls.push_back(widget);
  }
  return controls;
}

TEST_F(SetupPageTest, EveryControlOfEveryStepHasANameAndIsReachedByTab) {
  open("zen-go-l30-ii");
  page().activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&page()));
  for (const StepId step : setup::stepIds()) {
    go(step);
    QCoreApplication::processEvents();
    const auto controls = controlsIn(page());
    ASSERT_GT(controls.size(), 5U);
    std::set<QWidget*> reached;
    page().nextButton().setFocus();
    page().backButton().setFocus();
    for (std::size_t i = 0; i < 4 * controls.size(); ++i) {
      ASSERT_NE(QApplication::focusWidget(), nullptr) << setup::stepName(step);
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      reached.insert(QApplication::focusWidget());
    }
    for (QWidget* control : controls) {
      auto* interface = QAccessible::queryAccessibleInterface(control);
      ASSERT_NE(interface, nullptr);
      const std::string name = interface->text(QAccessible::Name).toStdString();
      EXPECT_FALSE(name.empty()) << control->metaObject()->className() << " at step "
                                 << setup::stepName(step);
      // Of buttons of which one is down, Tab reaches that one and the arrows the others.
      const auto* one = qobject_cast<QAbstractButton*>(control);
      const bool isByArrows = one != nullptr && one->group() != nullptr &&
                              one->group()->exclusive() && !one->isChecked();
      if (isByArrows) continue;
      EXPECT_TRUE(reached.count(control) > 0) << name << ", " << control->metaObject()->className()
                                              << " at step " << setup::stepName(step);
    }
  }
}

TEST_F(SetupPageTest, AMidiControlSettlesGoesOnAndTakesBack) {
  open("zen-go-l30-ii");
  go(StepId::powerUp);
  const std::string first = model().current()->item.id;
  page().perform(midi::Action::nextStep);
  EXPECT_EQ(item(first).state, State::done);
  EXPECT_EQ(item(first).knownBy, KnownBy::user);
  const std::string second = model().current()->item.id;
  EXPECT_NE(second, first);
  page().perform(midi::Action::skipStep);
  EXPECT_NE(model().current()->item.id, second);
  EXPECT_EQ(item(second).state, State::unknown);
  page().perform(midi::Action::undoStep);
  page().perform(midi::Action::undoStep);
  EXPECT_EQ(model().current()->item.id, first);
  page().perform(midi::Action::undoStep);
  EXPECT_EQ(item(first).state, State::unknown);
}

TEST_F(SetupPageTest, ArrowsGoAlongTheRowOfSteps) {
  open("zen-go-l30-ii");
  page().activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&page()));
  go(StepId::power);
  const auto* steps = page().findChild<StepTrack*>()->findChild<QButtonGroup*>();
  steps->button(2)->setFocus();
  QTest::keyClick(steps->button(2), Qt::Key_Right);
  EXPECT_EQ(model().at(), StepId::powerUp);
  EXPECT_TRUE(steps->button(3)->hasFocus());
  QTest::keyClick(steps->button(3), Qt::Key_Left);
  EXPECT_EQ(model().at(), StepId::power);
}

TEST_F(SetupPageTest, NextAndBackWorkByKeys) {
  open("zen-go-l30-ii");
  page().activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&page()));
  page().nextButton().setFocus();
  QTest::keyClick(&page().nextButton(), Qt::Key_Space);
  EXPECT_EQ(model().at(), StepId::cables);
  QTest::keyClick(&page().backButton(), Qt::Key_Space);
  EXPECT_EQ(model().at(), StepId::desk);
  EXPECT_FALSE(page().backButton().isEnabled());
}

}  // namespace
}  // namespace linecheck::ui
