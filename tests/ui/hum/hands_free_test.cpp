#include "hum/hands_free.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include "support/qt_wait.h"

namespace linecheck::ui {
namespace {

using namespace std::chrono_literals;

class HandsFreeTest : public ::testing::Test {
 protected:
  HandsFreeTest() {
    window.setCentralWidget(page);
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    QObject::connect(view, &HandsFree::asked, view,
                     [this](HandsFreeAction action) { asked.push_back(action); });
    HandsFree::State state;
    state.level = Reading{QStringLiteral("−62.4"), QStringLiteral("dBFS")};
    state.about = QStringLiteral("Ground loop");
    state.change = -12.0;
    state.changeText = QStringLiteral("12.0 dB less");
    state.step.title = QStringLiteral("Pull the plug");
    state.step.primary = QStringLiteral("Done");
    state.step.canSkip = true;
    view->show(state);
  }
  void hold(double dbfs, Clock::Duration time) {
    for (Clock::Duration t{0}; t < time; t += 50ms) {
      clock.advance(50ms);
      view->pushLevel(DecibelsFs::of(dbfs));
    }
  }

  Theme theme{ThemeChoice::dark};
  ManualClock clock;
  QMainWindow window;
  QWidget* page = new QWidget;
  HandsFree* view = new HandsFree(theme, clock, *page);
  std::vector<HandsFreeAction> asked;
};

TEST_F(HandsFreeTest, CoversTheWholeWindowAndFollowsItsSize) {
  EXPECT_FALSE(view->isVisible());
  view->enter();
  EXPECT_TRUE(view->isVisible());
  EXPECT_EQ(view->size(), window.size());
  window.resize(1000, 700);
  ASSERT_TRUE(linecheck::testing::waitUntil([&] { return view->size() == window.size(); }));
}

TEST_F(HandsFreeTest, WhatMattersIsReadableAcrossTheRoom) {
  view->enter();
  int large = 0;
  for (const auto* label : view->findChildren<QLabel*>()) {
    if (label->text().contains(QStringLiteral("62.4")) ||
        label->text().contains(QStringLiteral("12.0 dB less")) ||
        label->text() == u"Pull the plug") {
      EXPECT_GE(label->font().pixelSize(), 48) << label->text().toStdString();
      ++large;
    }
  }
  EXPECT_EQ(large, 3);
}

TEST_F(HandsFreeTest, KeysAndPresentersDoTheSteps) {
  view->enter();
  for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_PageDown}) {
    QTest::keyClick(view, key);
  }
  EXPECT_EQ(asked, std::vector<HandsFreeAction>(3, HandsFreeAction::next));
  asked.clear();
  for (const Qt::Key key : {Qt::Key_M, Qt::Key_S, Qt::Key_P, Qt::Key_PageUp}) {
    QTest::keyClick(view, key);
  }
  EXPECT_EQ(asked, (std::vector{HandsFreeAction::mark, HandsFreeAction::skip,
                                HandsFreeAction::putBack, HandsFreeAction::undo}));
}

TEST_F(HandsFreeTest, ThePagesBeneathDoNotAnswerItsKeys) {
  int beneath = 0;
  QAction action;
  action.setShortcut(Qt::Key_Space);
  QObject::connect(&action, &QAction::triggered, [&] { ++beneath; });
  window.addAction(&action);
  view->enter();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  QTest::keyClick(view, Qt::Key_Space);
  EXPECT_EQ(beneath, 0);
  EXPECT_EQ(asked.size(), 1U);
}

TEST_F(HandsFreeTest, EscapeLeaves) {
  QSignalSpy left(view, &HandsFree::left);
  view->enter();
  QTest::keyClick(view, Qt::Key_Escape);
  EXPECT_FALSE(view->isVisible());
  EXPECT_EQ(left.count(), 1);
}

TEST_F(HandsFreeTest, GoesOnByItselfOnceAPlugWasPulledAndAllIsStill) {
  view->enter();
  hold(-60, 4s);
  EXPECT_TRUE(asked.empty());
  hold(-20, 200ms);
  hold(-80, 1800ms);
  EXPECT_TRUE(asked.empty());
  hold(-80, 600ms);
  EXPECT_EQ(asked, std::vector{HandsFreeAction::next});
}

TEST_F(HandsFreeTest, DoesNotGoOnWhereItIsToldNotToOrHasNothingToWaitFor) {
  view->enter();
  view->setGoesOnByItself(false);
  hold(-60, 4s);
  hold(-80, 4s);
  EXPECT_TRUE(asked.empty());
  view->setGoesOnByItself(true);
  HandsFree::State state = view->state();
  state.step.progress = 0.5;
  view->show(state);
  hold(-60, 4s);
  hold(-80, 4s);
  EXPECT_TRUE(asked.empty());
}

TEST_F(HandsFreeTest, HiddenItHearsNothing) {
  hold(-60, 4s);
  hold(-80, 4s);
  EXPECT_TRUE(asked.empty());
}

}  // namespace
}  // namespace linecheck::ui
