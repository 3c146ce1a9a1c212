#include "levels/parameter_form.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

namespace linecheck::ui {
namespace {

class ParameterFormTest : public ::testing::Test {
 protected:
  ParameterFormTest() { form.show(measure::findProcedure("noise")); }

  ParameterForm form;
};

TEST_F(ParameterFormTest, WhatIsYesOrNoIsACheckBoxAndTheRestAreFields) {
  const auto boxes = form.findChildren<QCheckBox*>();
  ASSERT_EQ(boxes.size(), 1);
  EXPECT_EQ(boxes.front()->text(), u"Inputs terminated instead of looped");
  EXPECT_EQ(form.findChildren<QLineEdit*>().size(), 1);
}

TEST_F(ParameterFormTest, ACheckBoxGivesZeroOrOneAndTellsOfIt) {
  EXPECT_EQ(form.values().get("terminated"), 0.0);
  const QSignalSpy changes(&form, &ParameterForm::changed);
  form.findChild<QCheckBox*>()->click();
  EXPECT_EQ(form.values().get("terminated"), 1.0);
  EXPECT_EQ(changes.count(), 1);
  form.setField("terminated", QStringLiteral("0"));
  EXPECT_EQ(form.values().get("terminated"), 0.0);
}

TEST_F(ParameterFormTest, ACheckBoxStaysCheckedWhileAnotherMeasurementIsShown) {
  form.findChild<QCheckBox*>()->click();
  form.show(measure::findProcedure("path"));
  EXPECT_FALSE(form.values().get("terminated"));
  form.show(measure::findProcedure("noise"));
  EXPECT_TRUE(form.findChild<QCheckBox*>()->isChecked());
}

TEST_F(ParameterFormTest, TheFaultIsFoundInAFieldBesideACheckBox) {
  form.show(nullptr);
  form.show(measure::findProcedure("noise"));
  form.setField("seconds", QStringLiteral("1000"));
  form.QWidget::show();
  form.focusFault();
  EXPECT_EQ(form.focusWidget(), form.findChild<QLineEdit*>());
}

}  // namespace
}  // namespace linecheck::ui
