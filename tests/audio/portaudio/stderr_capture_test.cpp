#include "audio/portaudio/stderr_capture.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstring>

#include "base/log.h"

#ifndef _WIN32
#include <unistd.h>

namespace linecheck::audio {
namespace {

void print(const char* text) {
  EXPECT_GT(write(STDERR_FILENO, text, std::strlen(text)), 0);
}

TEST(StderrCapture, CatchesWhatIsPrintedWhileItLives) {
  testing::internal::CaptureStderr();
  print("before,");
  StderrCapture capture;
  print("raw ");
  std::fputs("and buffered", stderr);
  EXPECT_EQ(capture.finish(), "raw and buffered");
  print("after");
  EXPECT_EQ(capture.finish(), "");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "before,after");
}

TEST(StderrCapture, PutsStderrBackWithoutBeingAsked) {
  testing::internal::CaptureStderr();
  {
    const StderrCapture capture;
    print("caught");
  }
  print("seen");
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "seen");
}

TEST(StderrCapture, ASecondOneLeavesTheFirstAtWork) {
  StderrCapture first;
  StderrCapture second;
  print("text");
  EXPECT_EQ(second.finish(), "");
  print(" more");
  EXPECT_EQ(first.finish(), "text more");
}

TEST(StderrCapture, TheProgramsOwnLogIsNotCaught) {
  testing::internal::CaptureStderr();
  log::initialise(log::Level::info);
  StderrCapture capture;
  print("noise");
  log::info("news");
  EXPECT_EQ(capture.finish(), "noise");
  const std::string seen = testing::internal::GetCapturedStderr();
  EXPECT_NE(seen.find("news"), std::string::npos) << seen;
  EXPECT_EQ(seen.find("noise"), std::string::npos) << seen;
}

}  // namespace
}  // namespace linecheck::audio
#endif
