#include "measure/assessment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "dsp/generators.h"

namespace linecheck::measure {
namespace {

using ::testing::HasSubstr;

constexpr int kRate = 48000;
constexpr std::int64_t kSecond = kRate;  ///< Frames.
constexpr std::int64_t kSettleFrames = kRate / 2;
constexpr std::int64_t kTailFrames = kRate / 10;

// A capture of two channels of noise at −90 dBFS with 10 s to analyse.
Capture noise(double seconds = 10.0) {
  Capture capture;
  capture.channels = 2;
  capture.sampleRate = kRate;
  capture.settleFrames = kSettleFrames;
  capture.tailFrames = kTailFrames;
  const auto frames = static_cast<std::size_t>(seconds * kRate) + kSettleFrames + kTailFrames;
  const auto samples = dsp::whiteNoise(DecibelsFs::of(-90.0), 2 * frames, 5);
  capture.samples.assign(samples.begin(), samples.end());
  return capture;
}

void addTone(Capture& capture, int channel, double level, std::int64_t latency = 1000) {
  capture.stimulus = TestTone{};
  std::vector<double> tone(static_cast<std::size_t>(capture.frames()));
  dsp::addSine(tone, {Hertz::of(997.0), std::pow(10.0, level / 20.0)}, Hertz::of(kRate));
  dsp::applyRamps(tone, Hertz::of(kRate));
  for (std::int64_t i = latency; i < capture.frames(); ++i) {
    capture.samples[static_cast<std::size_t>(2 * i + channel)] +=
        static_cast<float>(tone[static_cast<std::size_t>(i - latency)]);
  }
}

Capture tone(double level = -20.0) {
  Capture capture = noise();
  addTone(capture, 0, level);
  addTone(capture, 1, level);
  return capture;
}

void silence(Capture& capture, int channel, std::int64_t first, std::int64_t count) {
  for (std::int64_t i = first; i < first + count; ++i) {
    capture.samples[static_cast<std::size_t>(2 * i + channel)] = 0.0F;
  }
}

void dropFrames(Capture& capture, std::int64_t first, std::int64_t count) {
  capture.samples.erase(capture.samples.begin() + 2 * first,
                        capture.samples.begin() + 2 * (first + count));
}

const audio::BlockFlags kOverflow{.inputOverflow = true};

TEST(Assessment, SoundSilenceIsUsedWithoutWhatSettlesAndFades) {
  const auto result = assess(noise());
  EXPECT_TRUE(result.validity.isValid()) << result.validity.text;
  EXPECT_EQ(result.firstFrame, kSettleFrames);
  EXPECT_EQ(result.frames, 10 * kSecond);
  EXPECT_FALSE(result.channels[0].isDead);
  EXPECT_FALSE(result.channels[0].continuity);
}

TEST(Assessment, SoundToneIsUsedWhole) {
  for (const std::int64_t latency : {0, 1000, 20'000}) {
    Capture capture = noise();
    addTone(capture, 0, -20.0, latency);
    addTone(capture, 1, -26.0, latency);
    const auto result = assess(capture);
    EXPECT_TRUE(result.validity.isValid()) << latency << result.validity.text;
    EXPECT_EQ(result.firstFrame, kSettleFrames);
    EXPECT_EQ(result.frames, 10 * kSecond);
    EXPECT_TRUE(result.channels[0].hasTone);
    EXPECT_TRUE(result.channels[1].hasTone);
  }
}

TEST(Assessment, LostFramesInvalidate) {
  Capture capture = tone();
  capture.lostFrames = 64;
  const auto result = assess(capture);
  EXPECT_EQ(result.validity.reason, InvalidReason::samplesLost);
  EXPECT_THAT(result.validity.text, HasSubstr("64"));
}

TEST(Assessment, SampleThatIsNoNumberInvalidates) {
  Capture capture = noise();
  capture.samples[2 * kSecond + 1] = std::numeric_limits<float>::quiet_NaN();
  const auto result = assess(capture);
  EXPECT_EQ(result.validity.reason, InvalidReason::notFinite);
  EXPECT_THAT(result.validity.text, HasSubstr("1.000 s"));
}

TEST(Assessment, MutedInputInvalidates) {
  Capture capture = noise();
  silence(capture, 0, 0, capture.frames());
  silence(capture, 1, 0, capture.frames());
  const auto result = assess(capture);
  EXPECT_EQ(result.validity.reason, InvalidReason::deadInput);
  EXPECT_TRUE(result.channels[0].isDead);
}

TEST(Assessment, OneUnconnectedChannelIsOnlyNoted) {
  for (const bool hasTone : {false, true}) {
    Capture capture = hasTone ? tone() : noise();
    silence(capture, 1, 0, capture.frames());
    const auto result = assess(capture);
    EXPECT_TRUE(result.validity.isValid()) << result.validity.text;
    EXPECT_FALSE(result.channels[0].isDead);
    EXPECT_TRUE(result.channels[1].isDead);
  }
}

// The program at the other end of a JACK cable ends: zeros, and no flag.
TEST(Assessment, InputThatDiesInvalidates) {
  for (const bool hasTone : {false, true}) {
    Capture capture = hasTone ? tone() : noise();
    silence(capture, 0, 4 * kSecond, capture.frames() - 4 * kSecond);
    const auto result = assess(capture);
    EXPECT_EQ(result.validity.reason, InvalidReason::deadInput);
    EXPECT_THAT(result.validity.text, HasSubstr("4.00 s"));
  }
}

TEST(Assessment, ToneThatDoesNotComeBackIsAMissingLoopback) {
  Capture capture = noise();
  capture.stimulus = TestTone{};
  EXPECT_EQ(assess(capture).validity.reason, InvalidReason::noLoopback);
}

TEST(Assessment, CrosstalkIsNoLoopback) {
  EXPECT_EQ(assess(tone(-84.0)).validity.reason, InvalidReason::noLoopback);
  EXPECT_TRUE(assess(tone(-76.0)).validity.isValid());
}

TEST(Assessment, ToneInOneChannelIsEnough) {
  Capture capture = noise();
  addTone(capture, 1, -30.0);
  const auto result = assess(capture);
  EXPECT_TRUE(result.validity.isValid());
  EXPECT_FALSE(result.channels[0].hasTone);
  EXPECT_TRUE(result.channels[1].hasTone);
}

TEST(Assessment, UnflaggedJumpInvalidatesAndIsDescribed) {
  Capture capture = tone();
  dropFrames(capture, 3 * kSecond, 1);
  auto result = assess(capture);
  EXPECT_EQ(result.validity.reason, InvalidReason::jump);
  EXPECT_THAT(result.validity.text, HasSubstr("1 sample was lost at 3.0"));

  dropFrames(capture, 6 * kSecond, 5);
  result = assess(capture);
  EXPECT_THAT(result.validity.text, HasSubstr("and in 1 more place"));
}

TEST(Assessment, FlagAloneDoesNotInvalidateATone) {
  Capture capture = tone();
  for (std::int64_t second = 0; second < 10; ++second) {
    capture.flags.add({second * kRate, 1000, kOverflow});
  }
  const auto result = assess(capture);
  EXPECT_TRUE(result.validity.isValid()) << result.validity.text;
  EXPECT_EQ(result.frames, 10 * kSecond);
}

TEST(Assessment, SilenceUsesItsLongestUnflaggedStretch) {
  Capture capture = noise();
  capture.flags.add({100, 100, kOverflow});
  capture.flags.add({3 * kSecond, 480, kOverflow});
  capture.flags.add({9 * kSecond, 480, kOverflow});
  const auto result = assess(capture);
  EXPECT_TRUE(result.validity.isValid()) << result.validity.text;
  EXPECT_EQ(result.firstFrame, 3 * kSecond + 480);
  EXPECT_EQ(result.frames, 6 * kSecond - 480);
}

TEST(Assessment, SilenceFlaggedTooOftenIsInvalid) {
  Capture capture = noise();
  for (std::int64_t i = 0; i < 5; ++i) capture.flags.add({2 * i * kSecond, 480, kOverflow});
  const auto result = assess(capture);
  EXPECT_EQ(result.validity.reason, InvalidReason::flagged);
  EXPECT_THAT(result.validity.text, HasSubstr("2.5 s"));
}

TEST(Assessment, ShortSilenceMayHaveNoFlagAtAll) {
  Capture capture = noise(1.0);
  EXPECT_TRUE(assess(capture).validity.isValid());
  capture.flags.add({kSettleFrames + 100, 10, kOverflow});
  EXPECT_EQ(assess(capture).validity.reason, InvalidReason::flagged);
}

// In the half second that is not used anyway.
TEST(Assessment, FlagWhileItSettlesMeansNothing) {
  Capture capture = noise(1.0);
  capture.flags.add({100, 1000, kOverflow});
  EXPECT_TRUE(assess(capture).validity.isValid());
}

TEST(Assessment, EmptyCaptureIsInvalid) {
  Capture capture;
  capture.channels = 1;
  capture.sampleRate = kRate;
  EXPECT_FALSE(assess(capture).validity.isValid());
}

TEST(Assessment, EveryReasonHasAnIdOfItsOwn) {
  EXPECT_EQ(invalidReasonId(InvalidReason::jump), "jump");
  EXPECT_EQ(invalidReasonId(InvalidReason::samplesLost), "samples_lost");
  EXPECT_EQ(invalidReasonId(InvalidReason::flagged), "flagged");
  EXPECT_EQ(invalidReasonId(InvalidReason::deadInput), "dead_input");
  EXPECT_EQ(invalidReasonId(InvalidReason::noLoopback), "no_loopback");
  EXPECT_EQ(invalidReasonId(InvalidReason::notFinite), "not_finite");
}

}  // namespace
}  // namespace linecheck::measure
