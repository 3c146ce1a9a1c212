#include "measure/calibration_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "measure/calibration_records.h"

namespace linecheck::measure {
namespace {

using ::testing::ElementsAre;
using Reason = Misfit::Reason;

CalibrationPlace sameAs(const FullScaleRecord& record) {
  return {record.device, record.direction, record.channels.front(), record.sampleRate,
          record.controls};
}

std::vector<Misfit> misfits(const CalibrationPlace& place, int days = 1) {
  const auto match = findCalibration({lineOutput()}, place, day(days));
  if (!match) {
    ADD_FAILURE() << "No match.";
    return {};
  }
  EXPECT_EQ(match->applies(), match->misfits.empty());
  return match->misfits;
}

TEST(CalibrationMatch, AppliesWhereNothingHasChanged) {
  const auto match = findCalibration({lineOutput()}, sameAs(lineOutput()), day(180));
  ASSERT_TRUE(match);
  EXPECT_TRUE(match->applies());
  EXPECT_EQ(match->record, lineOutput());
  auto other = sameAs(lineOutput());
  other.channel = 2;
  EXPECT_TRUE(findCalibration({lineOutput()}, other, day(0))->applies());
}

TEST(CalibrationMatch, IsOfOneDeviceDirectionAndChannel) {
  std::vector<CalibrationPlace> elsewhere(4, sameAs(lineOutput()));
  elsewhere[0].device.name = "Zen Go 2";
  elsewhere[1].device.hostApi = "JACK";
  elsewhere[2].direction = audio::Direction::input;
  elsewhere[3].channel = 3;
  for (const CalibrationPlace& place : elsewhere) {
    EXPECT_FALSE(findCalibration({lineOutput()}, place, day(1)));
  }
  EXPECT_FALSE(findCalibration({}, sameAs(lineOutput()), day(1)));
  EXPECT_FALSE(findCalibration({LoopGainRecord{}}, sameAs(lineOutput()), day(1)));
}

TEST(CalibrationMatch, IsStaleAfterHalfAYear) {
  EXPECT_THAT(misfits(sameAs(lineOutput()), 181),
              ElementsAre(Misfit{Reason::tooOld, {}, "2000-02-29", "2000-08-28"}));
}

TEST(CalibrationMatch, ADateToComeIsNoneToTrust) {
  EXPECT_THAT(misfits(sameAs(lineOutput()), -2),
              ElementsAre(Misfit{Reason::datedAhead, {}, "2000-02-29", "2000-02-27"}));
  EXPECT_TRUE(misfits(sameAs(lineOutput()), -1).empty());
}

TEST(CalibrationMatch, NamesWhatDiffers) {
  auto place = sameAs(lineOutput());
  place.sampleRate = 96000;
  EXPECT_THAT(misfits(place), ElementsAre(Misfit{Reason::rateDiffers, {}, "48000", "96000"}));
  place = sameAs(lineOutput());
  place.controls["trim"] = "+20 dBu";
  EXPECT_THAT(misfits(place),
              ElementsAre(Misfit{Reason::controlDiffers, "trim", "+14 dBu", "+20 dBu"}));
  place.controls = {};
  EXPECT_THAT(misfits(place), ElementsAre(Misfit{Reason::controlUntold, "trim", "+14 dBu", {}}));
  place = sameAs(lineOutput());
  place.controls["pad"] = "on";
  EXPECT_THAT(misfits(place), ElementsAre(Misfit{Reason::controlNew, "pad", {}, "on"}));
}

TEST(CalibrationMatch, EveryReasonIsTold) {
  auto place = sameAs(lineOutput());
  place.sampleRate = 44100;
  place.controls["trim"] = "off";
  EXPECT_EQ(misfits(place, 200).size(), 3u);
}

TEST(CalibrationMatch, WhatAppliesGoesBeforeWhatIsNewer) {
  FullScaleRecord newer = lineOutput();
  newer.controls["trim"] = "+20 dBu";
  newer.when = day(2);
  const auto place = sameAs(lineOutput());
  const auto fitting = findCalibration({newer, lineOutput()}, place, day(3));
  ASSERT_TRUE(fitting);
  EXPECT_EQ(fitting->index, 1u);
  newer.controls = lineOutput().controls;
  EXPECT_EQ(findCalibration({newer, lineOutput()}, place, day(3))->record.when, day(2));
  EXPECT_EQ(findCalibration({lineOutput(), newer}, place, day(3))->record.when, day(2));
}

TEST(CalibrationMatch, EachReasonHasWordsOfItsOwn) {
  std::set<std::string> words;
  for (const Reason reason : {Reason::tooOld, Reason::datedAhead, Reason::rateDiffers,
                              Reason::controlDiffers, Reason::controlUntold, Reason::controlNew}) {
    words.insert(describe({reason, "trim", "48000", "96000"}));
  }
  EXPECT_EQ(words.size(), 6u);
  EXPECT_EQ(describe({Reason::rateDiffers, {}, "48000", "96000"}),
            "the sample rate was 48000 Hz and is 96000 Hz");
}

}  // namespace
}  // namespace linecheck::measure
