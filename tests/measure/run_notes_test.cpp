#include "measure/run_notes.h"

#include <gtest/gtest.h>

#include "measure/capture_comment.h"

namespace linecheck::measure {
namespace {

RunNotes notes() {
  RunNotes result;
  result.procedure = "frequency-steps";
  result.step = 2;
  result.outputs = 1;
  result.values.set("per-octave", 3.0);
  result.values.set("level", -20.1);
  result.gateLevel = DecibelsFs::of(-26.5);
  result.expectedGain = Decibels::of(-6.02);
  return result;
}

TEST(RunNotes, ComeBackFromTheComment) {
  Capture capture;
  capture.run = notes();
  Capture read;
  ASSERT_TRUE(readCaptureComment(captureComment(capture), read));
  EXPECT_EQ(read.run, notes());
  capture.run->expectedGain.reset();
  capture.run->values = Values();
  ASSERT_TRUE(readCaptureComment(captureComment(capture), read));
  EXPECT_EQ(read.run, capture.run);
}

TEST(RunNotes, DamagedOnesAreRefused) {
  for (const char* line : {"run: noise", "run: noise 0 2", "run: noise 1 2\nsettings: level=loud",
                           "settings: level=-20", "run: noise 1 2\ngate_dbfs: nan"}) {
    Capture read;
    EXPECT_FALSE(readCaptureComment(std::string("linecheck.capture/1\n") + line + '\n', read))
        << line;
  }
}

TEST(RunNotes, WhatDiffersIsNamed) {
  EXPECT_TRUE(checkNotes(notes(), notes()));
  RunNotes other = notes();
  other.values.set("level", -10.0);
  const auto level = checkNotes(notes(), other);
  ASSERT_FALSE(level);
  EXPECT_EQ(level.error().code, ErrorCode::usage);
  EXPECT_EQ(level.error().where, "level");
  EXPECT_NE(level.error().what.find("-20.1"), std::string::npos);

  other = notes();
  other.procedure = "noise";
  EXPECT_FALSE(checkNotes(notes(), other));
  other = notes();
  other.step = 1;
  EXPECT_FALSE(checkNotes(notes(), other));
  other = notes();
  other.gateLevel = DecibelsFs::of(-20.0);
  EXPECT_FALSE(checkNotes(notes(), other));
  other = notes();
  other.values.set("seconds", 1.0);
  EXPECT_FALSE(checkNotes(notes(), other)) << "a setting that was not there";
  EXPECT_FALSE(checkNotes(other, notes()));
}

// What is expected is judged, not played.
TEST(RunNotes, TheExpectedGainMayDiffer) {
  RunNotes other = notes();
  other.expectedGain.reset();
  EXPECT_TRUE(checkNotes(notes(), other));
}

}  // namespace
}  // namespace linecheck::measure
