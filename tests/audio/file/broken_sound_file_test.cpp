#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "audio/file/sound_bytes.h"
#include "audio/file/sound_file.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::audio {
namespace {

using linecheck::testing::bytesOf;
using linecheck::testing::floatBytes;
using linecheck::testing::integerBytes;
using linecheck::testing::readBytes;
using linecheck::testing::SoundBytes;
using linecheck::testing::TemporaryFolder;
using linecheck::testing::writeBytes;
using ::testing::HasSubstr;

/// The error that reading must end with: one line that names the file.
Error errorOf(const std::filesystem::path& path) {
  const auto sound = readSoundFile<double>(path);
  if (sound) {
    ADD_FAILURE() << path << " was read";
    return {};
  }
  EXPECT_EQ(sound.error().where, path.string());
  EXPECT_EQ(sound.error().message().find('\n'), std::string::npos);
  return sound.error();
}

Error errorOfBytes(const TemporaryFolder& folder, std::string_view bytes) {
  const auto path = folder / "broken.wav";
  writeBytes(path, bytes);
  return errorOf(path);
}

std::string soundWav() {
  std::vector<std::int64_t> values(50);
  std::iota(values.begin(), values.end(), 1000);
  return SoundBytes{2, 48000, 24, false, integerBytes(values, 24, std::endian::little)}.wav();
}

std::string soundAiff() {
  return SoundBytes{2, 48000, 24, false, std::string(300, '\x11')}.aiff();
}

std::string soundFlac(const TemporaryFolder& folder) {
  std::vector<float> samples(200);
  std::mt19937 random(1);
  for (float& sample : samples) sample = static_cast<float>(random() % 1000) / 1000.0F;
  EXPECT_TRUE(writeSoundFile<float>(folder / "good.flac", samples, 2, 48000));
  return readBytes(folder / "good.flac");
}

TEST(BrokenSoundFile, MissingFile) {
  const TemporaryFolder folder;
  EXPECT_EQ(errorOf(folder / "nothing.wav").code, ErrorCode::notFound);
  EXPECT_EQ(errorOf(folder / "no folder" / "nothing.wav").code, ErrorCode::notFound);
}

TEST(BrokenSoundFile, Folder) {
  const TemporaryFolder folder;
  const Error error = errorOf(folder.path());
  EXPECT_EQ(error.code, ErrorCode::badInput);
  EXPECT_THAT(error.what, HasSubstr("folder"));
}

TEST(BrokenSoundFile, EmptyFile) {
  const TemporaryFolder folder;
  const Error error = errorOfBytes(folder, "");
  EXPECT_EQ(error.code, ErrorCode::badInput);
  EXPECT_THAT(error.what, HasSubstr("empty"));
}

TEST(BrokenSoundFile, TextUnderAnyNameThatMeansSound) {
  const TemporaryFolder folder;
  for (const char* name :
       {"a.wav", "a.flac", "a.aiff", "a.raw", "a.vox", "a.gsm", "a.au", "a.mp3"}) {
    writeBytes(folder / name, "The quick brown fox jumps over the lazy dog.\n");
    EXPECT_EQ(errorOf(folder / name).code, ErrorCode::badInput) << name;
  }
}

TEST(BrokenSoundFile, HeaderWithoutSamples) {
  const TemporaryFolder folder;
  EXPECT_EQ(errorOfBytes(folder, SoundBytes{1, 48000, 16, false, ""}.wav()).code,
            ErrorCode::badInput);
  EXPECT_EQ(errorOfBytes(folder, SoundBytes{1, 48000, 16, false, ""}.aiff()).code,
            ErrorCode::badInput);
}

TEST(BrokenSoundFile, SamplesThatEndTooSoonAreCounted) {
  const TemporaryFolder folder;
  const std::string wav = soundWav();
  const Error error = errorOfBytes(folder, wav.substr(0, wav.size() - 60));
  EXPECT_EQ(error.code, ErrorCode::badInput);
  EXPECT_THAT(error.what, HasSubstr("declares 25 frames, but only 15"));
}

TEST(BrokenSoundFile, NoPrefixOfAFileIsTakenForTheWhole) {
  const TemporaryFolder folder;
  for (const std::string& bytes : {soundWav(), soundAiff(), soundFlac(folder)}) {
    for (std::size_t length = 0; length < bytes.size(); ++length) {
      const Error error = errorOfBytes(folder, bytes.substr(0, length));
      EXPECT_EQ(error.code, ErrorCode::badInput) << length << " of " << bytes.size();
    }
    writeBytes(folder / "whole.wav", bytes);
    EXPECT_TRUE(readSoundFile<double>(folder / "whole.wav"));
  }
}

TEST(BrokenSoundFile, SampleThatIsNoNumberIsPlaced) {
  const TemporaryFolder folder;
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
        -std::numeric_limits<float>::infinity()}) {
    const std::string data = floatBytes<float>({0, 0, 0, 0, 0, bad, 0, 0});
    const Error error = errorOfBytes(folder, SoundBytes{2, 1000, 32, true, data}.wav());
    EXPECT_EQ(error.code, ErrorCode::badInput);
    EXPECT_THAT(error.what, HasSubstr("Sample 2 of channel 2 (at 0.002000 s)"));
  }
}

TEST(BrokenSoundFile, DoubleThatOverflowsAFloatIsNoNumber) {
  const TemporaryFolder folder;
  writeBytes(folder / "big.wav", SoundBytes{1, 48000, 64, true, floatBytes<double>({1e300})}.wav());
  EXPECT_TRUE(readSoundFile<double>(folder / "big.wav"));
  EXPECT_FALSE(readSoundFile<float>(folder / "big.wav"));
}

TEST(BrokenSoundFile, UnsupportedRates) {
  const TemporaryFolder folder;
  const std::string data(8, '\0');
  for (const int rate : {999, 768'001, 2'000'000'000}) {
    const Error error = errorOfBytes(folder, SoundBytes{1, rate, 16, false, data}.wav());
    EXPECT_EQ(error.code, ErrorCode::unsupported) << rate;
    EXPECT_THAT(error.what, HasSubstr(std::to_string(rate)));
  }
}

TEST(BrokenSoundFile, TooManyChannels) {
  const TemporaryFolder folder;
  const Error error =
      errorOfBytes(folder, SoundBytes{65, 48000, 16, false, std::string(1300, '\0')}.wav());
  EXPECT_EQ(error.code, ErrorCode::unsupported);
  EXPECT_THAT(error.what, HasSubstr("65 channels"));
}

TEST(BrokenSoundFile, LossyCompressionIsRefused) {
  const TemporaryFolder folder;
  std::string wav = SoundBytes{1, 8000, 8, false, std::string(64, '\x55')}.wav();
  wav.replace(20, 2, bytesOf(7, 2, std::endian::little));  // µ-law
  EXPECT_EQ(errorOfBytes(folder, wav).code, ErrorCode::unsupported);
}

// A header of a few bytes must not make the program ask for terabytes.
TEST(BrokenSoundFile, AbsurdDeclaredLengthAllocatesNothing) {
  const TemporaryFolder folder;
  std::string wav = soundWav();
  wav.replace(40, 4, bytesOf(0xFFFFFFF0U, 4, std::endian::little));
  EXPECT_EQ(errorOfBytes(folder, wav).code, ErrorCode::badInput);

  // FLAC: total samples are the low 36 bits of the 8 bytes at 18 in the stream's first block.
  std::string flac = soundFlac(folder);
  flac[21] = static_cast<char>(flac[21] | 0x0F);
  flac.replace(22, 4, "\xFF\xFF\xFF\xFF");
  EXPECT_EQ(errorOfBytes(folder, flac).code, ErrorCode::unsupported);
}

// Whatever the bytes: an error of one line, or a sound that keeps its promises.
TEST(BrokenSoundFile, DamagedFilesNeverBreakTheReader) {
  const TemporaryFolder folder;
  std::mt19937 random(20240501);
  for (const std::string& good : {soundWav(), soundAiff(), soundFlac(folder)}) {
    for (int round = 0; round < 1500; ++round) {
      std::string bytes = good;
      // Mostly in the header, where the structure is.
      const std::size_t span =
          round % 3 == 0 ? bytes.size() : std::min<std::size_t>(90, bytes.size());
      for (unsigned i = 0; i <= random() % 4; ++i) {
        bytes[random() % span] = static_cast<char>(random());
      }
      writeBytes(folder / "damaged.wav", bytes);
      const auto sound = readSoundFile<float>(folder / "damaged.wav");
      if (!sound) {
        EXPECT_FALSE(sound.error().what.empty());
        EXPECT_EQ(sound.error().message().find('\n'), std::string::npos);
        continue;
      }
      EXPECT_GE(sound->info.channels, 1);
      EXPECT_LE(sound->info.channels, kMaxFileChannels);
      EXPECT_GE(sound->info.sampleRate, kMinFileSampleRate);
      EXPECT_LE(sound->info.sampleRate, kMaxFileSampleRate);
      EXPECT_GT(sound->info.frames, 0);
      EXPECT_EQ(sound->samples.size(),
                static_cast<std::size_t>(sound->info.frames * sound->info.channels));
      EXPECT_TRUE(std::all_of(sound->samples.begin(), sound->samples.end(),
                              [](float sample) { return std::isfinite(sample); }));
    }
  }
}

}  // namespace
}  // namespace linecheck::audio
