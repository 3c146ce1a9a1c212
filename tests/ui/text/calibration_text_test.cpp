#include "text/calibration_text.h"

#include <gtest/gtest.h>

namespace linecheck::ui {
namespace {

using measure::Misfit;
using Reason = Misfit::Reason;

measure::CalibrationMatch matchWith(const measure::KnownBy& knownBy,
                                    std::vector<Misfit> misfits = {}) {
  measure::CalibrationMatch match;
  match.record.fullScale = DecibelsU::of(20.0);
  match.record.uncertainty = Decibels::of(0.1);
  match.record.knownBy = knownBy;
  match.misfits = std::move(misfits);
  return match;
}

TEST(CalibrationText, TheBarSaysHowFullScaleIsKnown) {
  EXPECT_TRUE(
      calibrationLabel(std::nullopt, false).text.endsWith(QStringLiteral("Not calibrated")));
  EXPECT_EQ(calibrationLabel(matchWith(measure::KnownByMeter{}), true).text, u"● Calibrated");
  const CalibrationLabel sheet = calibrationLabel(
      matchWith(measure::KnownByProfile{"a", "b", profiles::Confidence::datasheet}), true);
  EXPECT_TRUE(sheet.text.endsWith(QStringLiteral("Calibrated (data sheet)")));
  EXPECT_TRUE(sheet.toolTip.contains(QStringLiteral("not measured")));
}

TEST(CalibrationText, WhatDoesNotFitIsNeverCalledCalibrated) {
  const auto stale =
      matchWith(measure::KnownByMeter{}, {{Reason::rateDiffers, {}, "48000", "96000"}});
  const CalibrationLabel label = calibrationLabel(stale, false);
  EXPECT_TRUE(label.text.endsWith(QStringLiteral("Calibration does not fit: rate differs")));
  EXPECT_TRUE(label.toolTip.contains(misfitText(stale.misfits.front())));
  EXPECT_NE(calibrationLabel(stale, true).text, u"● Calibrated");
}

TEST(CalibrationText, EachReasonHasItsWords) {
  EXPECT_EQ(misfitText({Reason::rateDiffers, {}, "48000", "44100"}),
            u"The sample rate was 48\u2009kHz and is 44.1\u2009kHz.");
  QStringList all;
  for (const Reason reason : {Reason::tooOld, Reason::datedAhead, Reason::rateDiffers,
                              Reason::controlDiffers, Reason::controlUntold, Reason::controlNew}) {
    all << misfitText({reason, "Gain", "48000", "96000"});
  }
  all.removeDuplicates();
  EXPECT_EQ(all.size(), 6);
  EXPECT_FALSE(all.contains(QString()));
}

TEST(CalibrationText, ASmallUncertaintyIsNotShownAsNone) {
  EXPECT_EQ(fullScaleText(DecibelsU::of(20.0), Decibels::of(0.5)), u"20.0\u2009dBu ± 0.5\u2009dB");
  EXPECT_EQ(fullScaleText(DecibelsU::of(20.0), Decibels::of(0.04)),
            u"20.00\u2009dBu ± 0.04\u2009dB");
  EXPECT_EQ(fullScaleText(DecibelsU::of(20.0), std::nullopt), u"20.0\u2009dBu");
}

}  // namespace
}  // namespace linecheck::ui
