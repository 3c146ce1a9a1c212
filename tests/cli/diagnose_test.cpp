#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "audio/file/sound_file.h"
#include "cli/command_line.h"
#include "dsp/generators.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Levels = std::map<int, double>;

// The medians of real mains.
const Levels kLoop = {{1, -60},    {3, -92.5}, {5, -93.6}, {7, -99.7},
                      {9, -102.6}, {11, -103}, {13, -104}};

std::string exampleChain() {
  return std::string(LINECHECK_SOURCE_DIR) + "/docs/examples/zen-go-l30-ii.chain.json";
}

class Diagnose : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::vector<std::vector<double>>& channels,
                    int rate = 48000) {
    std::vector<double> interleaved;
    for (std::size_t i = 0; i < channels[0].size(); ++i) {
      for (const auto& channel : channels) interleaved.push_back(channel[i]);
    }
    const auto path = directory_ / name;
    const auto written =
        audio::writeSoundFile<double>(path, interleaved, static_cast<int>(channels.size()), rate);
    EXPECT_TRUE(written) << written.error().message();
    return path.string();
  }

  std::string hum(const std::string& name, const Levels& levels, double seconds = 4.0,
                  int rate = 48000, int channels = 2) {
    std::vector<std::vector<double>> sound;
    for (int i = 0; i < channels; ++i) {
      sound.push_back(
          dsp::whiteNoise(DecibelsFs::of(-100), static_cast<std::size_t>(seconds * rate),
                          static_cast<std::uint64_t>(10 * sound.size() + levels.size())));
      for (const auto& [order, level] : levels) {
        dsp::addSine(sound.back(),
                     {Hertz::of(50.02 * order), std::pow(10.0, level / 20.0), 0.3 * order},
                     Hertz::of(rate));
      }
    }
    return write(name, sound, rate);
  }

  testing::TemporaryFolder directory_;
};

const json::Array& array(const json::Value& root, const std::string& key) {
  return *root.getIf<json::Object>()->find(key)->getIf<json::Array>();
}

TEST_F(Diagnose, DocumentHoldsWhatTheContractNames) {
  const Outcome outcome = call({"diagnose", hum("a.wav", kLoop), "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "schema"), "linecheck.diagnosis/1");
  double sum = 0.0;
  for (std::size_t i = 0; i < array(document, "causes").size(); ++i) {
    sum += number(document, "causes/" + std::to_string(i) + "/probability");
  }
  EXPECT_EQ(array(document, "causes").size(), 13u);
  EXPECT_NEAR(sum, 1.0, 1e-9);
  EXPECT_FALSE(text(document, "causes/0/evidence/0/name").empty());
  EXPECT_TRUE(std::isfinite(number(document, "causes/0/evidence/0/moves_db")));
  EXPECT_NEAR(number(document, "mains_hz"), 50.02, 0.005);
  EXPECT_LT(number(document, "mains_se_hz"), 0.005);
  EXPECT_EQ(text(document, "traits/0/name"), "hum_over_floor");
  EXPECT_GT(number(document, "traits/0/value"), 20.0);
  double edge = 20.0, power = 0.0;
  for (std::size_t i = 0; i < array(document, "noise_bands").size(); ++i) {
    const std::string at = "noise_bands/" + std::to_string(i);
    EXPECT_EQ(number(document, at + "/low_hz"), edge);
    edge = number(document, at + "/high_hz");
    power += std::pow(10.0, number(document, at + "/level_dbfs") / 10.0);
  }
  // White noise of −100 dBFS up to 24 kHz; the lower fifth over time reads half a decibel low.
  EXPECT_NEAR(10.0 * std::log10(power), -100.5 + 10.0 * std::log10((edge - 20.0) / 24e3), 0.4);
  EXPECT_NEAR(number(document, "harmonics/0/level_dbfs"), -60.0, 0.1);
  EXPECT_EQ(number(document, "harmonics/0/order"), 1);
  for (const char* key : {"audibility", "links", "next_steps", "comparison"}) {
    EXPECT_THAT(array(document, key), IsEmpty()) << key;
  }
}

TEST_F(Diagnose, NamesAGroundLoop) {
  const std::string file = hum("a.wav", kLoop);
  EXPECT_EQ(text(call({"diagnose", file, "--json"}).json(), "causes/0/cause"), "ground_loop");
  EXPECT_THAT(call({"diagnose", file}).out,
              AllOf(HasSubstr("Ground loop ("), HasSubstr("Mains 50.0")));
}

TEST_F(Diagnose, SeveralCapturesArePooledByTheirLength) {
  const std::string loop = hum("loop.wav", kLoop, 6.0);
  const std::string clean = hum("clean.wav", {}, 2.0);
  const auto alone = [&](const std::string& file) {
    const json::Value document = call({"diagnose", file, "--json"}).json();
    for (std::size_t i = 0; i < 13; ++i) {
      const std::string at = "causes/" + std::to_string(i);
      if (text(document, at + "/cause") == "ground_loop")
        return number(document, at + "/probability");
    }
    return -1.0;
  };
  const json::Value both = call({"diagnose", clean, loop, "--json"}).json();
  EXPECT_EQ(array(both, "captures").size(), 2u);
  EXPECT_EQ(text(both, "captures/0/cause"), "no_hum");
  EXPECT_EQ(text(both, "causes/0/cause"), "ground_loop");
  EXPECT_NEAR(number(both, "causes/0/probability"), (6 * alone(loop) + 2 * alone(clean)) / 8, 1e-9);
  EXPECT_NEAR(number(both, "harmonics/0/level_dbfs"), -60.0, 0.1) << "Of the longest.";
}

TEST_F(Diagnose, TellsWhatChanged) {
  Levels less = kLoop;
  less[1] = -75;
  const std::string before = hum("before.wav", kLoop), after = hum("after.wav", less);
  const Outcome outcome = call({"diagnose", "--before", before, "--after", after, "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "captures/0/file"), after) << "Without a FILE it is how it stands now.";
  EXPECT_EQ(number(document, "comparison/0/order"), 1);
  EXPECT_NEAR(number(document, "comparison/0/change_db"), -15.0, 0.2);
  EXPECT_GT(number(document, "comparison/0/se_db"), 0.0);
  EXPECT_EQ(text(document, "comparison/0/verdict"), "less");
  EXPECT_EQ(text(document, "comparison_total/verdict"), "less");
  EXPECT_THAT(call({"diagnose", "--before", before, "--after", after}).out, HasSubstr("less"));
}

TEST_F(Diagnose, NothingDoneIsUnchanged) {
  const json::Value document =
      call({"diagnose", "--before", hum("a.wav", kLoop), "--after", hum("b.wav", kLoop), "--json"})
          .json();
  EXPECT_EQ(text(document, "comparison/0/verdict"), "unchanged");
}

TEST_F(Diagnose, WithAChainNamesLinksAndSteps) {
  const std::string file = hum("a.wav", kLoop);
  const Outcome outcome = call({"diagnose", file, "--chain", exampleChain(), "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  double sum = 0.0;
  for (std::size_t i = 0; i < array(document, "links").size(); ++i) {
    sum += number(document, "links/" + std::to_string(i) + "/probability");
  }
  EXPECT_NEAR(sum, 1.0, 1e-6);
  ASSERT_FALSE(array(document, "next_steps").empty());
  EXPECT_FALSE(text(document, "next_steps/0/action").empty());
  EXPECT_GT(number(document, "next_steps/0/minutes"), 0.0);
  EXPECT_GT(number(document, "next_steps/0/gain_bits"), 0.0);
  EXPECT_EQ(text(document, "at"), "l30-ii:headphones");
  const Outcome people = call({"diagnose", file, "--chain", exampleChain()});
  EXPECT_THAT(people.out, AllOf(HasSubstr("Links that could carry it"), HasSubstr("What to try")));
}

TEST_F(Diagnose, SaysWhetherItIsHeard) {
  const std::string file = hum("a.wav", {{1, -96}, {3, -110}});
  const json::Value document =
      call({"diagnose", file, "--chain", exampleChain(), "--calibration", "12", "--json"}).json();
  // The M1 at 1 V: 91 dB/mW and 16 Ω, 109 dB SPL ± 4; at 12 dBu full scale 3.08 V.
  EXPECT_NEAR(number(document, "audibility/0/threshold_db"), 44.0, 0.1);
  EXPECT_LT(number(document, "audibility/0/spl_db_high"), 44.0);
  EXPECT_EQ(*at(document, "audibility/0/audible").getIf<bool>(), false);
  EXPECT_THAT(text(document, "audibility_text"), HasSubstr("below what you can hear"));
}

TEST_F(Diagnose, WithoutACalibrationSaysWhatIsMissing) {
  const json::Value document =
      call({"diagnose", hum("a.wav", kLoop), "--chain", exampleChain(), "--json"}).json();
  EXPECT_TRUE(at(document, "audible").isNull());
  EXPECT_TRUE(at(document, "audibility/0/audible").isNull());
  EXPECT_THAT(text(document, "audibility_needs/0"), HasSubstr("calibrate"));
}

TEST_F(Diagnose, TakesOffTheInterfacesOwnHum) {
  const std::string file = hum("a.wav", {{1, -60}, {3, -70}});
  const std::string own = hum("own.wav", {{1, -60}});
  const json::Value document = call({"diagnose", file, "--baseline", own, "--json"}).json();
  EXPECT_EQ(text(document, "harmonics/0/over_baseline_bound"), "at_most");
  EXPECT_NEAR(number(document, "harmonics/2/over_baseline_dbfs"), -70.0, 0.2);
}

// Each with what it says, and the exit status.
TEST_F(Diagnose, BadInputSaysWhatWhereAndWhatToDo) {
  const std::string good = hum("good.wav", kLoop);
  const auto fails = [&](std::vector<std::string> arguments, int status,
                         const std::vector<std::string>& words) {
    arguments.insert(arguments.begin(), "diagnose");
    const Outcome outcome = call(arguments);
    EXPECT_EQ(outcome.status, status) << outcome.err;
    EXPECT_THAT(outcome.out, IsEmpty());
    for (const std::string& word : words) EXPECT_THAT(outcome.err, HasSubstr(word));
  };
  fails({}, 2, {"Name a recording"});
  fails({"nowhere.wav"}, 2, {"nowhere.wav"});
  fails({hum("short.wav", kLoop, 0.6)}, 2, {"short.wav", "too short", "3 s or more"});
  fails({good, "--baseline", hum("rate.wav", kLoop, 2.0, 44100)}, 2,
        {"good.wav", "44100 Hz", "48000 Hz", "one rate"});
  fails({good, "--baseline", hum("mono.wav", kLoop, 2.0, 48000, 1)}, 2,
        {"mono.wav", "1 channel", "2 channels", "--channel"});
  fails({hum("many.wav", kLoop, 1.5, 48000, 4)}, 2, {"4 channels", "--channel"});
  fails({good, "--channel", "3"}, 2, {"no channel 3"});
  fails({good, "--before", good}, 2, {"--after"});
  fails({good, "--at", "l30-ii:headphones"}, 2, {"--chain"});
  fails({good, "--chain", exampleChain(), "--at", "l30-ii:nothing"}, 2, {"DEVICE:PORT"});
  fails({good, "--chain", "nowhere.chain.json"}, 2, {"nowhere.chain.json"});
  fails({write("dead.wav", {std::vector<double>(96000, 0.0)})}, 4, {"dead.wav", "zero"});
}

TEST_F(Diagnose, OneChannelOfManyCanBeNamed) {
  const std::string file = hum("many.wav", kLoop, 2.0, 48000, 4);
  EXPECT_EQ(call({"diagnose", file, "--channel", "4", "--json"}).status, 0);
}

}  // namespace
}  // namespace linecheck::cli
