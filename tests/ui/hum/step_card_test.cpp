#include "hum/step_card.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <set>

namespace linecheck::ui {
namespace {

class StepCardTest : public ::testing::Test {
 protected:
  StepCardTest() {
    card.resize(312, 420);
    static_cast<QWidget&>(card).show();
  }
  [[nodiscard]] QPushButton* button(const QString& text) const {
    for (auto* one : card.findChildren<QPushButton*>()) {
      if (one->text() == text && !one->isHidden()) return one;
    }
    return nullptr;
  }
  [[nodiscard]] bool says(const QString& text) const {
    for (const auto* label : card.findChildren<QLabel*>()) {
      if (!label->isHidden() && label->text().contains(text)) return true;
    }
    return false;
  }

  Theme theme{ThemeChoice::dark};
  StepCard card{theme};
};

StepCardState step() {
  StepCardState state;
  state.title = QStringLiteral("Pull the plug");
  state.how = QStringLiteral("Out of the amplifier.");
  state.before = QStringLiteral("Speakers down.");
  state.primary = QStringLiteral("Done: measure again");
  state.canSkip = state.canUndo = state.canPutBack = true;
  return state;
}

TEST_F(StepCardTest, OneBigButtonAndThreeSmallOnes) {
  card.show(step());
  QSignalSpy primary(&card, &StepCard::primaryPressed);
  QSignalSpy skip(&card, &StepCard::skipPressed);
  QSignalSpy undo(&card, &StepCard::undoPressed);
  QSignalSpy back(&card, &StepCard::putBackPressed);
  ASSERT_NE(button(QStringLiteral("Done: measure again")), nullptr);
  button(QStringLiteral("Done: measure again"))->click();
  ASSERT_NE(button(QStringLiteral("I can't do that")), nullptr);
  button(QStringLiteral("I can't do that"))->click();
  button(QStringLiteral("Undo"))->click();
  button(QStringLiteral("Put it back"))->click();
  EXPECT_EQ(primary.count(), 1);
  EXPECT_EQ(skip.count(), 1);
  EXPECT_EQ(undo.count(), 1);
  EXPECT_EQ(back.count(), 1);
  EXPECT_GT(card.primaryButton()->height(), button(QStringLiteral("Undo"))->height());
}

TEST_F(StepCardTest, WhatCannotBeDoneHasNoButton) {
  StepCardState state = step();
  state.canUndo = state.canPutBack = state.canSkip = false;
  state.primary.clear();
  card.show(state);
  for (const auto* text : {u"I can't do that", u"Undo", u"Put it back"}) {
    EXPECT_EQ(button(QString::fromUtf16(text)), nullptr);
  }
  EXPECT_TRUE(card.primaryButton()->isHidden());
}

TEST_F(StepCardTest, SaysWhatToDoBeforePlugging) {
  card.show(step());
  EXPECT_TRUE(says(QStringLiteral("Speakers down.")));
  StepCardState state = step();
  state.before.clear();
  card.show(state);
  EXPECT_FALSE(says(QStringLiteral("Before you plug")));
}

TEST_F(StepCardTest, TellsTheOutcomeWithAMarkAndAWord) {
  StepCardState state = step();
  state.outcome = StepCardState::Outcome{BannerState::Tone::good, QStringLiteral("It changed"),
                                         QStringLiteral("23.1 dB less, ± 0.4 dB")};
  card.show(state);
  EXPECT_TRUE(says(QStringLiteral("It changed")));
  EXPECT_TRUE(says(QStringLiteral("23.1 dB less")));
  EXPECT_TRUE(card.accessibleDescription().startsWith(QStringLiteral("It changed")));
}

TEST_F(StepCardTest, TextIsNotTakenForMarkup) {
  StepCardState state = step();
  state.before = QStringLiteral("<b>5 < 6</b>");
  card.show(state);
  EXPECT_TRUE(says(QStringLiteral("&lt;b&gt;")));
}

TEST_F(StepCardTest, EveryControlHasAName) {
  card.show(step());
  for (const auto* one : card.findChildren<QPushButton*>()) {
    if (one->isHidden()) continue;
    EXPECT_FALSE(one->accessibleName().isEmpty());
  }
}

TEST(DummyPicture, EachOfTheFourPlacesIsDrawnAndTold) {
  const Theme theme{ThemeChoice::dark};
  DummyPicture picture(theme);
  picture.resize(288, 92);
  std::set<QString> texts;
  std::vector<QImage> images;
  using chain::DummyPlug;
  for (const auto place : {DummyPlug::inReceiver, DummyPlug::betweenCableAndB,
                           DummyPlug::onLooseEnd, DummyPlug::betweenCableAndA}) {
    picture.show({place, QStringLiteral("Zen Go"), QStringLiteral("L30 II")});
    texts.insert(picture.accessibleDescription());
    EXPECT_TRUE(picture.accessibleDescription().contains(QStringLiteral("L30 II")));
    images.push_back(picture.grab().toImage());
  }
  EXPECT_EQ(texts.size(), 4U);
  for (std::size_t i = 0; i < images.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(images[i], images[j]);
  }
}

}  // namespace
}  // namespace linecheck::ui
