#include "measure/capture_file.h"

#include <gtest/gtest.h>

#include <random>

#include "audio/file/sound_file.h"
#include "measure/capture_comment.h"
#include "measure/capture_session.h"
#include "support/temporary_folder.h"

namespace linecheck::measure {
namespace {

using linecheck::testing::TemporaryFolder;

Capture capture() {
  Capture result;
  for (int i = 0; i < 30'000; ++i) result.samples.push_back(0.001F * static_cast<float>(i % 777));
  result.channels = 3;
  result.sampleRate = 96000;
  result.backend = "portaudio";
  result.input = audio::DeviceId{"ALSA", "Zen Go: USB | Audio (hw:1,0) · ö"};
  result.output = audio::DeviceId{"JACK Audio Connection Kit", "system"};
  result.stimulus = TestTone{Hertz::of(997.123456789012), DecibelsFs::of(-20.1)};
  result.settleFrames = 48'000;
  result.tailFrames = 9'600;
  result.lostFrames = 3;
  result.startedAt = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000));
  result.flags.add({480, 240, {.inputOverflow = true, .outputUnderflow = true}});
  result.flags.add({4800, 1, {.inputUnderflow = true, .outputOverflow = true}});
  return result;
}

void expectSame(const Capture& a, const Capture& b) {
  EXPECT_EQ(a.samples, b.samples);
  EXPECT_EQ(a.channels, b.channels);
  EXPECT_EQ(a.sampleRate, b.sampleRate);
  EXPECT_EQ(a.backend, b.backend);
  EXPECT_EQ(a.input, b.input);
  EXPECT_EQ(a.output, b.output);
  EXPECT_EQ(a.stimulus, b.stimulus);
  EXPECT_EQ(a.settleFrames, b.settleFrames);
  EXPECT_EQ(a.tailFrames, b.tailFrames);
  EXPECT_EQ(a.lostFrames, b.lostFrames);
  EXPECT_EQ(a.startedAt, b.startedAt);
  EXPECT_EQ(a.flags, b.flags);
}

TEST(CaptureFile, EverythingComesBack) {
  const TemporaryFolder folder;
  ASSERT_TRUE(saveCapture(folder / "take.wav", capture()));
  const auto loaded = loadCapture(folder / "take.wav");
  ASSERT_TRUE(loaded) << loaded.error().message();
  expectSame(*loaded, capture());
}

TEST(CaptureFile, UnknownStaysUnknown) {
  const TemporaryFolder folder;
  Capture plain = capture();
  plain.input = plain.output = std::nullopt;
  plain.stimulus = std::nullopt;
  plain.flags = {};
  plain.lostFrames = 0;
  ASSERT_TRUE(saveCapture(folder / "take.wav", plain));
  expectSame(*loadCapture(folder / "take.wav"), plain);
}

// The worst that can come together still fits into what a WAV file can hold.
TEST(CaptureFile, GreatestCommentFits) {
  Capture worst = capture();
  worst.input = worst.output = audio::DeviceId{std::string(500, 'h'), std::string(500, 'n')};
  worst.flags = {};
  const audio::BlockFlags all{true, true, true, true};
  for (std::int64_t i = 0; i < 100; ++i) worst.flags.add({400'000'000 + 10'000 * i, 8192, all});
  const std::string comment = captureComment(worst);
  EXPECT_LE(comment.size(), audio::kMaxFileComment);
  Capture read;
  ASSERT_TRUE(readCaptureComment(comment, read));
  EXPECT_EQ(read.flags, worst.flags);
  EXPECT_EQ(read.input->hostApi, std::string(150, 'h'));
}

TEST(CaptureFile, NamesAreKeptOnOneLineAndCutBetweenCharacters) {
  Capture odd = capture();
  odd.input->name = "two\nlines";
  odd.output->name = std::string(149, 'x') + "ö";
  Capture read;
  ASSERT_TRUE(readCaptureComment(captureComment(odd), read));
  EXPECT_EQ(read.input->name, "two lines");
  EXPECT_EQ(read.output->name, std::string(149, 'x'));
}

TEST(CaptureFile, FlacHoldsWhat24BitsHoldAndRefusesTheRest) {
  const TemporaryFolder folder;
  Capture exact = capture();
  exact.channels = 1;
  for (std::size_t i = 0; i < exact.samples.size(); ++i) {
    exact.samples[i] = static_cast<float>(i) * 0x1p-23F;
  }
  ASSERT_TRUE(saveCapture(folder / "take.flac", exact));
  expectSame(*loadCapture(folder / "take.flac"), exact);
  const auto refused = saveCapture(folder / "other.flac", capture());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
}

TEST(CaptureFile, SoundFromElsewhereIsACapture) {
  const TemporaryFolder folder;
  const std::vector<float> samples{0.5F, -0.5F};
  ASSERT_TRUE(audio::writeSoundFile<float>(folder / "music.wav", samples, 2, 44100,
                                           {std::nullopt, "by somebody", false}));
  const auto loaded = loadCapture(folder / "music.wav");
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->backend, "file");
  EXPECT_EQ(loaded->samples, samples);
  EXPECT_EQ(loaded->settleFrames, 0);
  EXPECT_EQ(loaded->input, std::nullopt);
}

TEST(CaptureFile, BrokenFileIsAnError) {
  const TemporaryFolder folder;
  EXPECT_EQ(loadCapture(folder / "none.wav").error().code, ErrorCode::notFound);
  EXPECT_EQ(loadReplay({folder / "none.wav"}).error().code, ErrorCode::notFound);
}

TEST(CaptureFile, DamagedNotesAreAnErrorThatNamesTheFileAndTheLine) {
  const TemporaryFolder folder;
  const std::vector<float> samples{0.5F};
  for (const char* notes :
       {"settle_frames: -1", "settle_frames: 4x", "lost_frames:", "tone_hz_dbfs: 997",
        "tone_hz_dbfs: nan -20", "flags: 1+2", "flags: 1+2:z", "flags: 1+2:I 2+1:I",
        "input: without separator", "unknown_key: 1", "no colon"}) {
    ASSERT_TRUE(audio::writeSoundFile<float>(
        folder / "a.wav", samples, 1, 48000,
        {std::nullopt, std::string("linecheck.capture/1\n") + notes + "\n", false}));
    const auto loaded = loadCapture(folder / "a.wav");
    ASSERT_FALSE(loaded) << notes;
    EXPECT_EQ(loaded.error().code, ErrorCode::badInput) << notes;
    EXPECT_EQ(loaded.error().where, (folder / "a.wav").string());
    EXPECT_NE(loaded.error().what.find(notes), std::string::npos) << loaded.error().what;
  }
}

TEST(CaptureFile, LaterVersionIsRefused) {
  Capture read;
  for (const char* comment : {"linecheck.capture/2\nnew: 1\n", "linecheck.capture/10\n"}) {
    EXPECT_TRUE(isCaptureComment(comment));
    const auto result = readCaptureComment(comment, read);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::unsupported);
  }
}

TEST(CaptureFile, AnyNotesAreReadOrRefused) {
  const std::string good = captureComment(capture());
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string comment = good;
    for (unsigned i = 0; i <= random() % 3; ++i) {
      comment[random() % comment.size()] = static_cast<char>(random());
    }
    comment.resize(random() % 2 == 0 ? comment.size() : random() % comment.size());
    if (!isCaptureComment(comment)) continue;
    Capture read;
    const auto result = readCaptureComment(comment, read);
    EXPECT_TRUE(result || !result.error().what.empty());
  }
}

TEST(CaptureFile, ReplayGivesTheSamplesAndFlagsAgain) {
  const TemporaryFolder folder;
  Capture original = capture();
  original.lostFrames = 0;
  ASSERT_TRUE(saveCapture(folder / "take.wav", original));
  auto backend = loadReplay({folder / "take.wav"}, {audio::Pace::asFastAsPossible});
  ASSERT_TRUE(backend) << backend.error().message();
  audio::StreamConfig config;
  config.input = (*backend)->devices()->front().id;
  config.inputChannels = 3;
  config.sampleRate = 96000;
  config.framesPerBuffer = 240;
  const auto again =
      linecheck::measure::capture(**backend, config, Stimulus::silence(original.frames()));
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_EQ(again->samples, original.samples);
  const auto& flags = again->flags.entries();
  ASSERT_EQ(flags.size(), 2U);
  EXPECT_EQ(flags[0], original.flags.entries()[0]);
  EXPECT_EQ(flags[1].first, 4800);
}

TEST(CaptureFile, ReplayOfACaptureThatLostFramesIsFlaggedThroughout) {
  const TemporaryFolder folder;
  ASSERT_TRUE(saveCapture(folder / "take.wav", capture()));
  auto backend = loadReplay({folder / "take.wav"}, {audio::Pace::asFastAsPossible});
  ASSERT_TRUE(backend);
  audio::StreamConfig config;
  config.input = (*backend)->devices()->front().id;
  config.inputChannels = 3;
  config.sampleRate = 96000;
  const auto again =
      linecheck::measure::capture(**backend, config, Stimulus::silence(capture().frames()));
  ASSERT_TRUE(again);
  ASSERT_EQ(again->flags.entries().size(), 1U);
  EXPECT_EQ(again->flags.entries()[0].count, capture().frames());
}

}  // namespace
}  // namespace linecheck::measure
