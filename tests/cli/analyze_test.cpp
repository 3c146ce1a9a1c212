#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "audio/file/sound_file.h"
#include "cli/command_line.h"
#include "dsp/generators.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr Hertz kRate = Hertz::of(48000);
constexpr std::size_t kTenSeconds = 480000;

class Analyze : public ::testing::Test {
 protected:
  // Writes interleaved channels of equal length.
  std::string write(const std::string& name, const std::vector<std::vector<double>>& channels,
                    int rate = 48000) {
    std::vector<double> interleaved;
    for (std::size_t i = 0; i < channels[0].size(); ++i) {
      for (const auto& channel : channels) interleaved.push_back(channel[i]);
    }
    const auto path = (directory_ / name);
    const auto written =
        audio::writeSoundFile<double>(path, interleaved, static_cast<int>(channels.size()), rate);
    EXPECT_TRUE(written) << written.error().message();
    return path.string();
  }

  std::string writeBytes(const std::string& name, const std::string& bytes) {
    const auto path = (directory_ / name);
    testing::writeBytes(path, bytes);
    return path.string();
  }

  std::string humFile() {
    auto left = dsp::whiteNoise(DecibelsFs::of(-100), kTenSeconds, 1);
    for (const auto& [order, level] : {std::pair{1, -60.0},
                                       {3, -90.0},
                                       {5, -92.0},
                                       {7, -98.0},
                                       {9, -102.0},
                                       {11, -103.0},
                                       {13, -104.0}}) {
      dsp::addSine(left, {Hertz::of(50.02 * order), std::pow(10.0, level / 20.0), 0.3 * order},
                   kRate);
    }
    return write("hum.wav", {left, dsp::whiteNoise(DecibelsFs::of(-100), kTenSeconds, 2)});
  }

  testing::TemporaryFolder directory_;
};

TEST_F(Analyze, DocumentHoldsEverythingTheContractNames) {
  const Outcome outcome = call({"analyze", humFile(), "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("{\n  \"schema\": \"linecheck.analysis/1\""));
  const json::Value document = outcome.json();
  EXPECT_EQ(number(document, "sample_rate_hz"), 48000);
  EXPECT_EQ(at(document, "channels").getIf<json::Array>()->size(), 2u);
  for (const char* key :
       {"peak_dbfs", "rms_dbfs", "true_peak_dbtp", "dc_dbfs", "clipped_samples",
        "noise/unweighted_dbfs", "noise/a_weighted_dbfs", "noise/itu468_dbfs",
        "noise/ccir_rms_dbfs", "noise/band_hz/0", "hum/mains_hz", "hum/mains_hz_se",
        "hum/total_dbfs", "hum/false_alarm_rate", "hum/harmonics/0/level_dbfs",
        "hum/harmonics/0/level_se_db", "verdict/confidence"}) {
    EXPECT_TRUE(std::isfinite(number(document, std::string("channels/0/") + key))) << key;
  }
}

TEST_F(Analyze, NamesTheHumAndItsHarmonics) {
  const json::Value document = call({"analyze", humFile(), "--json"}).json();
  EXPECT_EQ(*at(document, "channels/0/hum/present").getIf<bool>(), true);
  EXPECT_THAT(number(document, "channels/0/hum/mains_hz"), DoubleNear(50.02, 0.001));
  EXPECT_THAT(number(document, "channels/0/hum/harmonics/0/level_dbfs"), DoubleNear(-60, 0.02));
  EXPECT_THAT(number(document, "channels/0/hum/harmonics/2/level_dbfs"), DoubleNear(-90, 0.1));
  EXPECT_EQ(text(document, "channels/0/verdict/kind"), "ground_loop");
  EXPECT_TRUE(at(document, "channels/0/tone").isNull()) << "Hum is no test tone.";

  EXPECT_EQ(*at(document, "channels/1/hum/present").getIf<bool>(), false);
  EXPECT_TRUE(at(document, "channels/1/hum/mains_hz").isNull());
  EXPECT_EQ(text(document, "channels/1/verdict/kind"), "no_hum");
}

TEST_F(Analyze, ReadsAToneAtAnyRate) {
  for (const int rate : {44100, 192000}) {
    auto samples = dsp::tone(Hertz::of(997), DecibelsFs::of(-6), Hertz::of(rate),
                             static_cast<std::size_t>(rate) * 2);
    const auto noise = dsp::whiteNoise(DecibelsFs::of(-100), samples.size(), 5);
    for (std::size_t i = 0; i < samples.size(); ++i) samples[i] += noise[i];
    const json::Value document =
        call({"analyze", write("tone.wav", {samples}, rate), "--json"}).json();
    EXPECT_THAT(number(document, "channels/0/tone/frequency_hz"), DoubleNear(997, 0.001)) << rate;
    EXPECT_THAT(number(document, "channels/0/tone/level_dbfs"), DoubleNear(-6, 0.002)) << rate;
    EXPECT_THAT(number(document, "channels/0/peak_dbfs"), DoubleNear(-6, 0.01)) << rate;
  }
}

TEST_F(Analyze, SilenceIsNullBesideSilent) {
  const Outcome outcome =
      call({"analyze", write("silence.wav", {std::vector<double>(96000)}), "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_TRUE(at(document, "channels/0/peak_dbfs").isNull());
  EXPECT_EQ(*at(document, "channels/0/silent").getIf<bool>(), true);
  EXPECT_TRUE(at(document, "channels/0/tone").isNull());
  EXPECT_EQ(text(document, "channels/0/verdict/kind"), "no_hum");
}

TEST_F(Analyze, CalibrationAddsDbu) {
  const json::Value document = call({"analyze", humFile(), "--calibration", "20", "--json"}).json();
  EXPECT_THAT(
      number(document, "channels/0/hum/total_dbu") - number(document, "channels/0/hum/total_dbfs"),
      DoubleNear(20.0, 1e-9));
  const json::Value plain = call({"analyze", humFile(), "--json"}).json();
  EXPECT_TRUE(at(plain, "channels/0/hum/total_dbu").isNull());
}

TEST_F(Analyze, ChannelAndMainsCanBeChosen) {
  const json::Value second = call({"analyze", humFile(), "--channel", "2", "--json"}).json();
  EXPECT_EQ(number(second, "channels/0/channel"), 2);
  EXPECT_EQ(at(second, "channels").getIf<json::Array>()->size(), 1u);
  const json::Value at60 =
      call({"analyze", humFile(), "--channel", "1", "--mains", "60", "--json"}).json();
  EXPECT_EQ(*at(at60, "channels/0/hum/present").getIf<bool>(), false);
}

TEST_F(Analyze, TableSaysWhatZeroIs) {
  const Outcome outcome = call({"analyze", humFile()});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr("Ground loop"));
  EXPECT_THAT(outcome.out, HasSubstr("−60.0"));
  EXPECT_THAT(outcome.out, HasSubstr("0 dBFS is the RMS of a full-scale sine"));
}

TEST_F(Analyze, FailOnTurnsAFindingIntoStatusOne) {
  EXPECT_EQ(call({"analyze", humFile(), "--fail-on", "attention"}).status, 1);
  EXPECT_EQ(call({"analyze", humFile(), "--fail-on", "bad"}).status, 1);
  EXPECT_EQ(call({"analyze", humFile(), "--channel", "2", "--fail-on", "attention"}).status, 0);
}

// Every bad input: status 2, one line on stderr that names the file, nothing on stdout.
struct BadInput {
  const char* name;
  std::string (*bytes)();
};

class AnalyzeBadInput : public Analyze, public ::testing::WithParamInterface<BadInput> {};

TEST_P(AnalyzeBadInput, IsOneLineAndNoOutput) {
  const std::string path = writeBytes(GetParam().name, GetParam().bytes());
  const Outcome outcome = call({"analyze", path, "--json"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr(path));
  EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
}

INSTANTIATE_TEST_SUITE_P(
    All, AnalyzeBadInput,
    ::testing::Values(
        BadInput{"text.wav", [] { return std::string("Dear diary, it hums.\n"); }},
        BadInput{"empty.wav", [] { return std::string(); }},
        BadInput{"header.wav", [] { return std::string("RIFF\x24\0\0\0WAVEfmt ", 16); }},
        BadInput{"noise.flac", [] { return std::string("fLaC\0\0\0\x22garbage", 15); }}),
    [](const auto& tested) { return std::string(tested.param.name).substr(0, 4); });

TEST_F(Analyze, MissingFileIsNamed) {
  const Outcome outcome = call({"analyze", (directory_ / "gone.wav").string()});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("gone.wav"));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST_F(Analyze, NanSamplesAndEmptyFilesAreRefused) {
  const auto path = (directory_ / "nan.wav");
  // A float WAV of eight samples whose third is a NaN.
  std::string bytes(
      "RIFF\x44\0\0\0WAVEfmt "
      "\x10\0\0\0\x03\0\x01\0\x80\xbb\0\0\0\xee\x02\0\x04\0\x20\0data\x20\0\0\0",
      44);
  bytes.append(32, '\0');
  bytes[44 + 8 + 2] = '\xc0';
  bytes[44 + 8 + 3] = '\x7f';
  writeBytes("nan.wav", bytes);
  const Outcome outcome = call({"analyze", path.string()});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("nan.wav"));

  std::string none = bytes.substr(0, 44);
  none[40] = 0;
  none[4] = 0x24;
  const Outcome empty = call({"analyze", writeBytes("none.wav", none)});
  EXPECT_EQ(empty.status, 2);
  EXPECT_THAT(empty.out, IsEmpty());
}

TEST_F(Analyze, AChannelThatIsNotThereIsAnError) {
  const Outcome outcome = call({"analyze", humFile(), "--channel", "3"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("the file has 2"));
}

TEST(CommandLine, UsageErrorsAreStatusTwo) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"nonsense"},
                                             {"analyze"},
                                             {"analyze", "x.wav", "--mains", "55"},
                                             {"analyze", "x.wav", "--channel", "0"}}) {
    const Outcome outcome = call(arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.out, IsEmpty());
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
  }
}

TEST(CommandLine, HelpAndVersionSucceed) {
  EXPECT_EQ(call({"--version"}).status, 0);
  EXPECT_THAT(call({"--version"}).out, HasSubstr("."));
  EXPECT_THAT(call({"analyze", "--help"}).out, HasSubstr("--mains"));
}

}  // namespace
}  // namespace linecheck::cli
