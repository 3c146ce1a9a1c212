#include "hum/cause_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QPushButton>
#include <QTest>

#include "hum/cause_row.h"
#include "ui/hum/made_diagnosis.h"

namespace linecheck::ui {
namespace {

using diagnosis::Cause;
using testing::madeDiagnosis;

class CauseListTest : public ::testing::Test {
 protected:
  CauseListTest() {
    list.resize(300, 500);
    static_cast<QWidget&>(list).show();
  }

  /// Rows that are seen, from the top.
  [[nodiscard]] std::vector<Cause> rows() const {
    std::vector<CauseRow*> seen;
    for (auto* row : list.findChildren<CauseRow*>()) {
      if (!row->isHidden()) seen.push_back(row);
    }
    QCoreApplication::processEvents();
    std::sort(seen.begin(), seen.end(), [](auto* a, auto* b) { return a->y() < b->y(); });
    std::vector<Cause> causes;
    causes.reserve(seen.size());
    for (const auto* row : seen) causes.push_back(row->cause());
    return causes;
  }
  [[nodiscard]] CauseRow& row(Cause cause) const {
    for (auto* one : list.findChildren<CauseRow*>()) {
      if (one->cause() == cause) return *one;
    }
    return *list.findChildren<CauseRow*>().front();
  }
  [[nodiscard]] WhyPanel* why() const {
    for (auto* panel : list.findChildren<WhyPanel*>()) {
      if (!panel->isHidden()) return panel;
    }
    return nullptr;
  }

  Theme theme{ThemeChoice::dark};
  CauseList list{theme};
};

TEST_F(CauseListTest, IsEmptyUntilSomethingWasHeard) {
  EXPECT_TRUE(rows().empty());
  list.show(madeDiagnosis({{Cause::groundLoop, 0.9}}));
  EXPECT_FALSE(rows().empty());
  list.clear();
  EXPECT_TRUE(rows().empty());
}

TEST_F(CauseListTest, TheLikeliestThreeNoHumAndUnknownAreAlwaysThere) {
  list.show(madeDiagnosis(
      {{Cause::groundLoop, 0.7}, {Cause::earthLeakage, 0.2}, {Cause::supplyRipple, 0.05}}));
  EXPECT_THAT(rows(), ::testing::ElementsAre(Cause::groundLoop, Cause::earthLeakage,
                                             Cause::supplyRipple, Cause::noHum, Cause::unknown));
  list.show(
      madeDiagnosis({{Cause::noHum, 0.8}, {Cause::unknown, 0.1}, {Cause::interfaceNoise, 0.05}}));
  EXPECT_THAT(rows(), ::testing::ElementsAre(Cause::noHum, Cause::unknown, Cause::interfaceNoise));
}

TEST_F(CauseListTest, TheRestUnfolds) {
  list.show(madeDiagnosis({{Cause::groundLoop, 0.9}}));
  auto* more = list.findChild<QPushButton*>();
  ASSERT_NE(more, nullptr);
  more->click();
  EXPECT_EQ(rows().size(), diagnosis::causes().size());
  more->click();
  EXPECT_LE(rows().size(), 5U);
}

TEST_F(CauseListTest, ARowSaysItsShareInWords) {
  list.show(madeDiagnosis({{Cause::groundLoop, 0.94}}));
  EXPECT_EQ(row(Cause::groundLoop).accessibleName(), u"Ground loop, 94\u2009%");
  EXPECT_FALSE(row(Cause::groundLoop).accessibleDescription().isEmpty());
}

TEST_F(CauseListTest, NothingIsEverQuiteSure) {
  list.show(madeDiagnosis({{Cause::groundLoop, 0.9999}}));
  EXPECT_EQ(row(Cause::groundLoop).accessibleName(), u"Ground loop, 99\u2009%");
  EXPECT_TRUE(row(Cause::noHum).accessibleName().contains(u'<'));
}

TEST_F(CauseListTest, OpensWhatSpeaksForAndAgainst) {
  list.show(madeDiagnosis({{Cause::groundLoop, 0.9}}));
  EXPECT_EQ(why(), nullptr);
  QTest::keyClick(&row(Cause::groundLoop), Qt::Key_Space);
  ASSERT_NE(why(), nullptr);
  const QString text = why()->text();
  EXPECT_TRUE(text.contains(QStringLiteral("Even harmonics are 28.0\u2009dB weaker")))
      << text.toStdString();
  EXPECT_TRUE(text.contains(QStringLiteral("clearly for it")));
  EXPECT_TRUE(text.contains(QStringLiteral("+8.5\u2009dB")));
  EXPECT_TRUE(text.contains(QStringLiteral("The noise does not pulse with the mains")));
  EXPECT_TRUE(text.contains(QStringLiteral("a little against")));
  QTest::mouseClick(&row(Cause::noHum), Qt::LeftButton);
  EXPECT_EQ(list.openCause(), Cause::noHum);
  EXPECT_FALSE(row(Cause::groundLoop).isChecked());
  QTest::mouseClick(&row(Cause::noHum), Qt::LeftButton);
  EXPECT_EQ(why(), nullptr);
}

TEST_F(CauseListTest, WhatIsOpenStaysOpenWhileFiguresChange) {
  list.show(madeDiagnosis({{Cause::groundLoop, 0.9}}));
  list.open(Cause::groundLoop);
  row(Cause::groundLoop).setFocus();
  list.show(madeDiagnosis({{Cause::supplyRipple, 0.6}, {Cause::groundLoop, 0.3}}));
  EXPECT_EQ(list.openCause(), Cause::groundLoop);
  EXPECT_NE(why(), nullptr);
  EXPECT_EQ(rows().front(), Cause::supplyRipple);
}

}  // namespace
}  // namespace linecheck::ui
