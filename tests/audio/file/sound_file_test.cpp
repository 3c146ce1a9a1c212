#include "audio/file/sound_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "audio/file/sound_bytes.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::audio {
namespace {

using linecheck::testing::floatBytes;
using linecheck::testing::integerBytes;
using linecheck::testing::SoundBytes;
using linecheck::testing::TemporaryFolder;
using linecheck::testing::writeBytes;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

template <class Sample>
Sound<Sample> mustRead(const std::filesystem::path& path) {
  auto sound = readSoundFile<Sample>(path);
  if (!sound) {
    ADD_FAILURE() << sound.error().message();
    return {};
  }
  return *std::move(sound);
}

class EveryDepth : public ::testing::TestWithParam<int> {};

// Full scale of a B-bit integer is 2^(B−1): the most negative value reads −1 exactly.
TEST_P(EveryDepth, IntegersReadExactlyFromWavAndAiff) {
  const int bits = GetParam();
  const TemporaryFolder folder;
  const std::int64_t fullScale = std::int64_t{1} << (bits - 1);
  const std::vector<std::int64_t> values{0, 1, -1, fullScale / 2, fullScale - 1, -fullScale};
  std::vector<double> expected(values.begin(), values.end());
  for (double& value : expected) value /= static_cast<double>(fullScale);
  // 8-bit samples of a WAV file are unsigned.
  std::vector<std::int64_t> inWav = values;
  if (bits == 8) {
    for (auto& value : inWav) value += 128;
  }
  writeBytes(
      folder / "a.wav",
      SoundBytes{2, 96000, bits, false, integerBytes(inWav, bits, std::endian::little)}.wav());
  writeBytes(
      folder / "a.aiff",
      SoundBytes{2, 96000, bits, false, integerBytes(values, bits, std::endian::big)}.aiff());

  for (const char* name : {"a.wav", "a.aiff"}) {
    const auto sound = mustRead<double>(folder / name);
    EXPECT_THAT(sound.samples, ElementsAreArray(expected)) << name;
    EXPECT_EQ(sound.info.bitsPerSample, bits) << name;
    EXPECT_FALSE(sound.info.isFloatingPoint) << name;
    EXPECT_EQ(sound.info.channels, 2) << name;
    EXPECT_EQ(sound.info.frames, 3) << name;
    EXPECT_EQ(sound.info.sampleRate, 96000) << name;
    EXPECT_EQ(sound.info.comment, "") << name;
  }
}

INSTANTIATE_TEST_SUITE_P(SoundFile, EveryDepth, ::testing::Values(8, 16, 24, 32));

TEST(SoundFile, FloatingPointSamplesStandAsStoredAlsoBeyondFullScale) {
  const TemporaryFolder folder;
  writeBytes(folder / "f.wav",
             SoundBytes{1, 44100, 32, true, floatBytes<float>({0.1F, -3.5F, 1e-30F})}.wav());
  writeBytes(folder / "d.wav",
             SoundBytes{1, 44100, 64, true, floatBytes<double>({0.1, -3.5, 1e-300})}.wav());

  const auto single = mustRead<float>(folder / "f.wav");
  EXPECT_THAT(single.samples, ElementsAre(0.1F, -3.5F, 1e-30F));
  EXPECT_EQ(single.info.bitsPerSample, 32);
  EXPECT_TRUE(single.info.isFloatingPoint);
  const auto twice = mustRead<double>(folder / "d.wav");
  EXPECT_THAT(twice.samples, ElementsAre(0.1, -3.5, 1e-300));
  EXPECT_EQ(twice.info.bitsPerSample, 64);
}

class EveryRate : public ::testing::TestWithParam<int> {};

TEST_P(EveryRate, IsReadAndReported) {
  const TemporaryFolder folder;
  const std::string data = integerBytes({1, 2, 3}, 16, std::endian::little);
  writeBytes(folder / "r.wav", SoundBytes{1, GetParam(), 16, false, data}.wav());
  EXPECT_EQ(mustRead<double>(folder / "r.wav").info.sampleRate, GetParam());
}

INSTANTIATE_TEST_SUITE_P(SoundFile, EveryRate,
                         ::testing::Values(1000, 8000, 44100, 192000, 384000, 768000));

TEST(SoundFile, SixtyFourChannelsAreRead) {
  const TemporaryFolder folder;
  std::vector<std::int64_t> values(128);
  std::iota(values.begin(), values.end(), 0);
  writeBytes(folder / "c.wav",
             SoundBytes{64, 48000, 16, false, integerBytes(values, 16, std::endian::little)}.wav());
  const auto sound = mustRead<double>(folder / "c.wav");
  EXPECT_EQ(sound.info.channels, 64);
  EXPECT_EQ(sound.info.frames, 2);
  EXPECT_EQ(sound.samples.back(), 127.0 / 32768.0);
}

// tests/data/audio/sox-tone-16bit.flac: `sox -D -n -r 44100 -b 16 -c 1 … synth 64s sine 1000
// gain -6`, SoX 14.4.2; its samples as that program itself decodes them.
TEST(SoundFile, FlacOfAnotherProgramReadsAsThatProgramReadsIt) {
  const std::vector<int> decoded{
      73,     2306,   4638,   6790,   8877,   10720,  12404,  13784,  14932,  15735,
      16256,  16415,  16271,  15771,  14976,  13852,  12475,  10814,  8969,   6902,
      4743,   2431,   137,    -2239,  -4478,  -6730,  -8730,  -10681, -12276, -13771,
      -14831, -15752, -16190, -16461, -16244, -15841, -14991, -13940, -12534, -10909,
      -9072,  -6991,  -4887,  -2499,  -319,   2207,   4260,   6752,   8477,   10773,
      11986,  13954,  14493,  16055,  15770,  16952,  15616,  16839,  12778};
  const auto sound = mustRead<double>(LINECHECK_TEST_DATA "/audio/sox-tone-16bit.flac");
  std::vector<double> expected(decoded.begin(), decoded.end());
  for (double& value : expected) value /= 32768.0;
  EXPECT_THAT(sound.samples, ElementsAreArray(expected));
  EXPECT_EQ(sound.info.bitsPerSample, 16);
  EXPECT_EQ(sound.info.sampleRate, 44100);
}

// A program that writes to a pipe cannot know the length and says 0xFFFFFFFF.
TEST(SoundFile, WavOfUndeclaredLengthIsReadToItsEnd) {
  const TemporaryFolder folder;
  std::string bytes =
      SoundBytes{1, 48000, 16, false, integerBytes({7, 8, 9}, 16, std::endian::little)}.wav();
  bytes.replace(4, 4, "\xFF\xFF\xFF\xFF");
  bytes.replace(40, 4, "\xFF\xFF\xFF\xFF");
  writeBytes(folder / "piped.wav", bytes);
  EXPECT_THAT(mustRead<double>(folder / "piped.wav").samples,
              ElementsAre(7.0 / 32768, 8.0 / 32768, 9.0 / 32768));
}

TEST(SoundFile, FlacOfUndeclaredLengthIsReadToItsEnd) {
  const TemporaryFolder folder;
  const std::vector<float> samples{0.5F, 0.25F, -0.5F};
  ASSERT_TRUE(writeSoundFile<float>(folder / "piped.flac", samples, 1, 48000));
  // Total samples: the low 36 bits of the 8 bytes at 18; 0 means unknown.
  std::string bytes = linecheck::testing::readBytes(folder / "piped.flac");
  bytes[21] = static_cast<char>(bytes[21] & 0xF0);
  bytes.replace(22, 4, 4, '\0');
  writeBytes(folder / "piped.flac", bytes);
  EXPECT_EQ(mustRead<float>(folder / "piped.flac").samples, samples);
}

TEST(SoundFile, FloatWavHoldsFloatsBitForBitWithItsComment) {
  const TemporaryFolder folder;
  const std::vector<float> samples{0.1F, -0.2F, 1.5F, 1e-20F, -1.0F, 0.3F};
  const std::string comment =
      "Zen Go · 48 kHz\nsecond line " + std::string(kMaxFileComment - 30, 'x');
  const auto written =
      writeSoundFile<float>(folder / "w.WAV", samples, 2, 192000, {std::nullopt, comment, false});
  ASSERT_TRUE(written) << written.error().message();

  const auto sound = mustRead<float>(folder / "w.WAV");
  EXPECT_EQ(sound.samples, samples);
  EXPECT_TRUE(sound.info.comment == comment) << sound.info.comment.substr(0, 60);
  EXPECT_TRUE(sound.info.isFloatingPoint);
  EXPECT_EQ(sound.info.sampleRate, 192000);
  EXPECT_EQ(sound.info.channels, 2);
}

// Rounded to the nearest step of 2⁻²³ and clipped to what 24 bits hold.
TEST(SoundFile, TwentyFourBitsAreRoundedAndClipped) {
  const TemporaryFolder folder;
  constexpr double kStep = 1.0 / 8388608.0;
  const std::vector<double> samples{0.4 * kStep, 0.6 * kStep, -0.6 * kStep, 12345 * kStep,
                                    1.0,         -1.0,        2.0,          -2.0};
  const std::vector<double> expected{0,           kStep, -kStep,      12345 * kStep,
                                     1.0 - kStep, -1.0,  1.0 - kStep, -1.0};
  for (const char* name : {"q.wav", "q.flac"}) {
    const auto written = writeSoundFile<double>(folder / name, samples, 1, 48000,
                                                {StoredSample::pcm24, "note", false});
    ASSERT_TRUE(written) << written.error().message();
    const auto sound = mustRead<double>(folder / name);
    EXPECT_EQ(sound.samples, expected) << name;
    EXPECT_EQ(sound.info.bitsPerSample, 24) << name;
    EXPECT_EQ(sound.info.comment, "note") << name;
  }
}

TEST(SoundFile, RoundingIsRefusedWhereExactSamplesAreAskedFor) {
  const TemporaryFolder folder;
  SoundFileOptions exactly;
  exactly.exactly = true;
  const auto write = [&](const char* name, std::vector<float> samples) {
    return writeSoundFile<float>(folder / name, samples, 1, 48000, exactly);
  };
  EXPECT_TRUE(write("a.flac", {0.5F, -1.0F, 0x1p-23F}));
  EXPECT_EQ(write("b.flac", {0.1F}).error().code, ErrorCode::unsupported);
  EXPECT_FALSE(write("b.flac", {1.0F}));
  EXPECT_TRUE(write("b.wav", {0.1F, 1.5F}));
}

TEST(SoundFile, LongFilesSurviveInWholeBlocks) {
  const TemporaryFolder folder;
  std::vector<float> samples(150'003);
  for (std::size_t i = 0; i < samples.size(); ++i) {
    samples[i] = static_cast<float>(std::sin(0.01 * static_cast<double>(i)));
  }
  ASSERT_TRUE(writeSoundFile<float>(folder / "long.wav", samples, 3, 48000));
  EXPECT_EQ(mustRead<float>(folder / "long.wav").samples, samples);
}

TEST(SoundFile, WhatCannotBeWrittenLeavesNothingBehind) {
  const TemporaryFolder folder;
  const std::vector<float> samples(4);
  const auto codeOf = [](const Result<void>& result) {
    return result ? std::optional<ErrorCode>() : result.error().code;
  };
  EXPECT_EQ(codeOf(writeSoundFile<float>(folder / "x.mp3", samples, 1, 48000)), ErrorCode::usage);
  EXPECT_EQ(codeOf(writeSoundFile<float>(folder / "x.wav", samples, 3, 48000)), ErrorCode::usage);
  EXPECT_EQ(codeOf(writeSoundFile<float>(folder / "x.flac", samples, 1, 48000,
                                         {StoredSample::float32, "", false})),
            ErrorCode::unsupported);
  EXPECT_EQ(codeOf(writeSoundFile<float>(folder / "x.flac", std::vector<float>(9), 9, 48000)),
            ErrorCode::unsupported);
  EXPECT_EQ(
      codeOf(writeSoundFile<float>(folder / "x.wav", samples, 1, 48000,
                                   {std::nullopt, std::string(kMaxFileComment + 1, 'x'), false})),
      ErrorCode::usage);
  EXPECT_EQ(codeOf(writeSoundFile<float>(folder / "none" / "x.wav", samples, 1, 48000)),
            ErrorCode::io);
  EXPECT_EQ(codeOf(writeSoundFile<float>(folder / "x.wav", std::vector<float>{NAN}, 1, 48000)),
            ErrorCode::badInput);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(SoundFile, FailedWriteKeepsTheFileThatWasThere) {
  const TemporaryFolder folder;
  writeBytes(folder / "x.flac", "precious");
  EXPECT_FALSE(writeSoundFile<float>(folder / "x.flac", std::vector<float>(9), 9, 48000));
  EXPECT_EQ(linecheck::testing::readBytes(folder / "x.flac"), "precious");
}

}  // namespace
}  // namespace linecheck::audio
