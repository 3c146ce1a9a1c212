#include "calibration/calibration_wizard.h"

#include <gtest/gtest.h>

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>

#include "support/qt_wait.h"

namespace linecheck::ui {
namespace {

using Step = CalibrationWizard::Step;
using testing::waitUntil;

/// The wizard on a simulated studio, whose output is looped to its input without gain.
class CalibrationWizardTest : public ::testing::Test {
 protected:
  CalibrationWizardTest() {
    CommandLine wishes;
    wishes.backend = CommandLine::Backend::simulated;
    session.begin(wishes);
    place.device = session.choices().input;
    place.direction = audio::Direction::input;
    place.sampleRate = session.choices().sampleRate;
    keeper.setPlace(place);
  }
  [[nodiscard]] std::unique_ptr<CalibrationWizard> open() {
    auto wizard = std::make_unique<CalibrationWizard>(theme, session, keeper, library);
    wizard->show();
    return wizard;
  }
  static QPushButton* button(const CalibrationWizard& wizard, const QString& text) {
    for (auto* one : wizard.findChildren<QPushButton*>()) {
      if (one->text().contains(text)) return one;
    }
    ADD_FAILURE() << "No button " << text.toStdString();
    return nullptr;
  }
  static void choose(const CalibrationWizard& wizard, const QString& text) {
    for (auto* one : wizard.findChildren<QRadioButton*>()) {
      if (one->text().startsWith(text)) return one->setChecked(true);
    }
    ADD_FAILURE() << "No choice " << text.toStdString();
  }
  static QLineEdit* edit(const CalibrationWizard& wizard, const QString& name) {
    for (auto* one : wizard.findChildren<QLineEdit*>()) {
      if (one->accessibleName() == name) return one;
    }
    ADD_FAILURE() << "No field " << name.toStdString();
    return nullptr;
  }
  static void next(const CalibrationWizard& wizard) {
    button(wizard, QStringLiteral("Next"))->click();
  }
  static void save(const CalibrationWizard& wizard) {
    button(wizard, QStringLiteral("Save"))->click();
  }

  Theme theme{ThemeChoice::dark};
  audio::Pacing fast{audio::Pace::asFastAsPossible, std::make_shared<SteadyClock>()};
  Session session{
      {std::make_shared<simulation::SimulatedStudio>(simulation::StudioConfig{}, fast), {}, fast}};
  profiles::Library library = profiles::Library::load(profiles::locations());
  CalibrationKeeper keeper{{}};
  measure::CalibrationPlace place;
};

// 0.775 V at −20 dBFS is +20.00 dBu at full scale.
TEST_F(CalibrationWizardTest, AMetersReadingAtTheInputIsSaved) {
  const auto wizard = open();
  next(*wizard);
  ASSERT_EQ(wizard->step(), Step::probes);
  next(*wizard);
  ASSERT_EQ(wizard->step(), Step::reading);
  EXPECT_FALSE(wizard->isTonePlaying());
  button(*wizard, QStringLiteral("Play the tone"))->click();
  EXPECT_TRUE(wizard->isTonePlaying());
  edit(*wizard, QStringLiteral("Reading"))->setText(QStringLiteral("0.775V"));
  auto* go = button(*wizard, QStringLiteral("Next"));
  ASSERT_TRUE(waitUntil([&] { return go->isEnabled(); }));
  go->click();
  EXPECT_EQ(wizard->step(), Step::result);
  EXPECT_FALSE(wizard->isTonePlaying());
  EXPECT_FALSE(keeper.match()) << "Nothing is saved before the user says so.";
  save(*wizard);
  ASSERT_TRUE(keeper.calibration());
  EXPECT_NEAR(keeper.calibration()->fullScale().value(), 20.0045, 0.02);
  EXPECT_FALSE(wizard->isVisible());
}

TEST_F(CalibrationWizardTest, AnOutputNeedsNoInputAndOneLegIsDoubled) {
  const auto wizard = open();
  choose(*wizard, QStringLiteral("The output of"));
  next(*wizard);
  choose(*wizard, QStringLiteral("Balanced, but hot and ground"));
  next(*wizard);
  edit(*wizard, QStringLiteral("Reading"))->setText(QStringLiteral("500mV"));
  next(*wizard);
  ASSERT_EQ(wizard->step(), Step::result);
  save(*wizard);
  EXPECT_FALSE(keeper.match()) << "It is of the output, not of what is listened to.";
  place.direction = audio::Direction::output;
  keeper.setPlace(place);
  ASSERT_TRUE(keeper.match());
  // 2 × 0.5 V is 2.218 dBu, at −20 dBFS.
  EXPECT_NEAR(keeper.match()->record.fullScale.value(), 22.218, 1e-3);
}

TEST_F(CalibrationWizardTest, AReadingThatCannotBeHoldsItUp) {
  const auto wizard = open();
  choose(*wizard, QStringLiteral("The output of"));
  next(*wizard);
  next(*wizard);
  for (const char* reading : {"", "1.23", "40V", "0.1V and a bit"}) {
    edit(*wizard, QStringLiteral("Reading"))->setText(QString::fromUtf8(reading));
    EXPECT_FALSE(button(*wizard, QStringLiteral("Next"))->isEnabled()) << reading;
    EXPECT_FALSE(button(*wizard, QStringLiteral("Next"))->toolTip().isEmpty());
  }
  EXPECT_EQ(wizard->step(), Step::reading);
}

TEST_F(CalibrationWizardTest, LeavingTheStepStopsTheTone) {
  const auto wizard = open();
  next(*wizard);
  next(*wizard);
  button(*wizard, QStringLiteral("Play the tone"))->click();
  ASSERT_TRUE(wizard->isTonePlaying());
  button(*wizard, QStringLiteral("Back"))->click();
  EXPECT_EQ(wizard->step(), Step::probes);
  EXPECT_FALSE(wizard->isTonePlaying());
}

TEST_F(CalibrationWizardTest, ADataSheetNeedsAChoiceAndIsMarked) {
  const auto wizard = open();
  choose(*wizard, QStringLiteral("Take it from the data sheet"));
  next(*wizard);
  ASSERT_EQ(wizard->step(), Step::sheet);
  EXPECT_FALSE(button(*wizard, QStringLiteral("Next"))->isEnabled());
  for (auto* box : wizard->findChildren<QComboBox*>()) {
    if (box->accessibleName() == QStringLiteral("Device and port")) box->setCurrentIndex(0);
  }
  next(*wizard);
  save(*wizard);
  ASSERT_TRUE(keeper.match());
  EXPECT_TRUE(std::holds_alternative<measure::KnownByProfile>(keeper.match()->record.knownBy));
}

TEST_F(CalibrationWizardTest, AKnownFigureIsTypedWithItsControl) {
  const auto wizard = open();
  choose(*wizard, QStringLiteral("I know the figure"));
  edit(*wizard, QStringLiteral("Control"))->setText(QStringLiteral("Gain"));
  EXPECT_FALSE(button(*wizard, QStringLiteral("Next"))->isEnabled()) << "Half of a setting.";
  edit(*wizard, QStringLiteral("Stands at"))->setText(QStringLiteral("3"));
  next(*wizard);
  ASSERT_EQ(wizard->step(), Step::figure);
  auto* figure = edit(*wizard, QStringLiteral("Full scale in dBu"));
  EXPECT_TRUE(figure->text().isEmpty()) << "Nothing is said for the user.";
  for (const auto* text : {"", "abc", "400"}) {
    figure->setText(QString::fromLatin1(text));
    EXPECT_FALSE(button(*wizard, QStringLiteral("Next"))->isEnabled()) << text;
  }
  figure->setText(QStringLiteral("18,0 dBu"));
  next(*wizard);
  save(*wizard);
  ASSERT_TRUE(keeper.calibration());
  EXPECT_EQ(keeper.calibration()->fullScale(), DecibelsU::of(18.0));
  EXPECT_EQ(keeper.match()->record.controls.at("Gain"), "3");
}

TEST_F(CalibrationWizardTest, AStaleOneIsUsedIfTheUserSaysSo) {
  measure::FullScaleRecord record;
  record.device = place.device;
  record.direction = audio::Direction::input;
  record.channels = {1};
  record.sampleRate = place.sampleRate * 2;
  record.fullScale = DecibelsU::of(12.0);
  record.knownBy = measure::KnownByUser{};
  record.when = keeper.now();
  ASSERT_TRUE(keeper.save(record).empty());
  ASSERT_FALSE(keeper.calibration());
  const auto wizard = open();
  button(*wizard, QStringLiteral("Use it all the same"))->click();
  EXPECT_TRUE(keeper.calibration());
  EXPECT_FALSE(wizard->isVisible());
}

}  // namespace
}  // namespace linecheck::ui
