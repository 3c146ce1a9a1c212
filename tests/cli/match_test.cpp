#include <gmock/gmock.h>

#include <cmath>
#include <string>
#include <vector>

#include "cli/command_line.h"

namespace linecheck::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

using Words = std::vector<std::string>;

json::Value matched(Words arguments) {
  arguments.insert(arguments.begin(), {"--json", "match"});
  const Outcome outcome = call(arguments);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  return outcome.json();
}

Outcome matchText(Words arguments) {
  arguments.insert(arguments.begin(), "match");
  return call(arguments);
}

Words column(const json::Value& root, const std::string& key) {
  Words result;
  const json::Value pairs = at(root, "pairs");
  const auto* array = pairs.getIf<json::Array>();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    result.push_back(text(root, "pairs/" + std::to_string(i) + '/' + key));
  }
  return result;
}

bool isNull(const json::Value& root, const std::string& path) {
  return at(root, path).isNull();
}

bool hasKey(const json::Value& root, const std::string& path, const std::string& key) {
  const json::Value value = at(root, path);
  const auto* object = value.getIf<json::Object>();
  return object != nullptr && object->find(key) != nullptr;
}

TEST(Match, GivesTheContractsKeys) {
  const json::Value root = matched({"--headphones", "neuropunk-m1", "--source", "topping-l30-ii"});
  EXPECT_EQ(text(root, "schema"), "linecheck.match/1");
  for (const char* key : {"source",
                          "output",
                          "headphones",
                          "impedance_ohm",
                          "source_impedance_ohm",
                          "loss_db",
                          "damping_ratio",
                          "response_deviation_db",
                          "max_spl_db",
                          "limited_by",
                          "voltage_at_target_v",
                          "current_at_target_ma",
                          "power_at_target_mw",
                          "headroom_db",
                          "noise_spl_dba",
                          "gain",
                          "knob_travel",
                          "knob_attenuation_db",
                          "verdict",
                          "reasons"}) {
    EXPECT_TRUE(hasKey(root, "pairs/0", key)) << key;
  }
  EXPECT_EQ(text(root, "pairs/0/source"), "topping-l30-ii");
  EXPECT_EQ(text(root, "pairs/0/output"), "headphones");
  EXPECT_EQ(text(root, "pairs/0/headphones"), "neuropunk-m1");
  EXPECT_EQ(text(root, "pairs/0/gain"), "H");
  EXPECT_EQ(text(root, "pairs/0/verdict"), "good");
  EXPECT_EQ(text(root, "pairs/0/limited_by"), "rated_power");
  EXPECT_NEAR(number(root, "pairs/0/power_at_target_mw"), 251.19, 0.01);
  EXPECT_NEAR(number(root, "pairs/0/current_at_target_ma"), 125.30, 0.01);
}

TEST(Match, PutsBoundsBesideAFigureAndNullWhereOnlyTheyAreKnown) {
  const json::Value root =
      matched({"--headphones", "neuropunk-m1", "--source", "antelope-zen-go:headphones-1"});
  EXPECT_NEAR(number(root, "pairs/0/loss_db"), -7.85, 0.01);
  EXPECT_NEAR(number(root, "pairs/0/loss_db_low"), -8.59, 0.01);
  EXPECT_NEAR(number(root, "pairs/0/loss_db_high"), -7.04, 0.01);
  EXPECT_FALSE(hasKey(root, "pairs/0", "impedance_ohm_low"));
  const json::Value knob = matched({"--headphones", "neuropunk-m1", "--source", "topping-l30-ii"});
  EXPECT_TRUE(isNull(knob, "pairs/0/knob_travel"));
  EXPECT_LT(number(knob, "pairs/0/knob_travel_low"), number(knob, "pairs/0/knob_travel_high"));
  // 2 V and 16.5 dB are 13.37 V, less 0.05 dB 131.43 dB SPL; 80 dB SPL and 18 dB of peaks are
  // wanted.
  EXPECT_NEAR(number(knob, "pairs/0/knob_attenuation_db"), 33.43, 0.01);
}

TEST(Match, WorksWithTypedFiguresAlone) {
  const json::Value root =
      matched({"--impedance", "16", "--sensitivity", "91dB/mW", "--source-impedance", "1",
               "--source-power", "580mW@32", "--source-noise", "1uV"});
  EXPECT_TRUE(isNull(root, "pairs/0/source"));
  EXPECT_TRUE(isNull(root, "pairs/0/headphones"));
  // The current of 580 mW into 32 ohm gives 290 mW into 16 ohm.
  EXPECT_NEAR(number(root, "pairs/0/max_spl_db"), 91.0 + 24.624, 0.001);
  EXPECT_EQ(text(root, "pairs/0/limited_by"), "current");
  EXPECT_EQ(number(root, "pairs/0/rated_at_ohm"), 32.0);
  EXPECT_NEAR(number(root, "pairs/0/noise_spl_dba"), -11.568, 0.001);
  EXPECT_NEAR(number(root, "pairs/0/loss_db"), -0.527, 0.001);
}

TEST(Match, TakesASensitivityPerVolt) {
  const json::Value root = matched({"--impedance", "300ohm", "--sensitivity", "102 dB/V",
                                    "--source-impedance", "0", "--source-voltage", "8.2391dBu"});
  EXPECT_NEAR(number(root, "pairs/0/max_spl_db"), 108.02, 0.01);
  EXPECT_TRUE(isNull(root, "pairs/0/damping_ratio"));  // There is no end to it.
}

TEST(Match, AsksForTheUnitOfASensitivity) {
  for (const char* typed : {"91", "91dB", "91 dB SPL"}) {
    const Outcome outcome = matchText({"--sensitivity", typed, "--source", "all"});
    EXPECT_EQ(outcome.status, 2) << typed;
    EXPECT_THAT(outcome.err, HasSubstr("dB/mW or dB/V"));
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(Match, AsksForTheLoadOfAPower) {
  for (const char* typed : {"580mW", "580@32", "580mW@", "580mW@0", "mW@32"}) {
    const Outcome outcome = matchText({"--headphones", "neuropunk-m1", "--source-power", typed});
    EXPECT_EQ(outcome.status, 2) << typed;
    EXPECT_THAT(outcome.err, HasSubstr(typed));
    EXPECT_THAT(outcome.out, IsEmpty());
  }
}

TEST(Match, RefusesWhatIsNoFigure) {
  const Words common = {"--headphones", "neuropunk-m1", "--source", "topping-l30-ii"};
  const auto with = [&](const char* option, const char* value) {
    Words arguments = common;
    arguments.insert(arguments.end(), {option, value});
    return matchText(arguments).status;
  };
  EXPECT_EQ(with("--feed", "2"), 2);
  EXPECT_EQ(with("--feed", "-2V"), 2);
  EXPECT_EQ(with("--impedance", "0"), 2);
  EXPECT_EQ(with("--impedance", "-16"), 2);
  EXPECT_EQ(with("--impedance", "sixteen"), 2);
  EXPECT_EQ(with("--source-voltage", "2W"), 2);
  EXPECT_EQ(with("--source-noise", "loud"), 2);
  EXPECT_EQ(with("--peak-spl", "200"), 2);
  EXPECT_EQ(with("--sort", "price"), 2);
}

TEST(Match, SuggestsIdsThatAreNear) {
  const Outcome slip = matchText({"--headphones", "neuropunk-m2", "--source", "all"});
  EXPECT_EQ(slip.status, 2);
  EXPECT_THAT(slip.err, HasSubstr("Did you mean neuropunk-m1?"));
  const Outcome part = matchText({"--headphones", "neuropunk-m1", "--source", "l30-ii"});
  EXPECT_THAT(part.err, HasSubstr("topping-l30-ii"));
  const Outcome far = matchText({"--headphones", "xyzzy", "--source", "all"});
  EXPECT_THAT(far.err, HasSubstr("profiles list"));
}

TEST(Match, SaysWhatHasNoOutputAndWhichOutputsThereAre) {
  const Outcome none = matchText({"--headphones", "neuropunk-m1", "--source", "adam-t7v"});
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("no output for headphones"));
  const Outcome other = matchText({"--headphones", "neuropunk-m1", "--source", "topping-l70:hp"});
  EXPECT_EQ(other.status, 2);
  EXPECT_THAT(other.err, HasSubstr("headphones-6-35"));
  const Outcome swapped = matchText({"--headphones", "topping-l70", "--source", "topping-l70"});
  EXPECT_EQ(swapped.status, 2);
  EXPECT_THAT(swapped.err, HasSubstr("no headphones"));
}

TEST(Match, AsksForTheSideThatIsMissing) {
  EXPECT_THAT(matchText({"--source", "all"}).err, HasSubstr("--headphones"));
  EXPECT_THAT(matchText({"--headphones", "all"}).err, HasSubstr("--source"));
  EXPECT_EQ(matchText({}).status, 2);
}

TEST(Match, RanksTheM1AsTheArticleDoes) {
  const json::Value root =
      matched({"--headphones", "neuropunk-m1", "--source",
               "realtek-onboard,antelope-zen-go:headphones-1,topping-e2x2-otg,topping-l30-ii"});
  EXPECT_THAT(column(root, "source"), ElementsAre("topping-l30-ii", "topping-e2x2-otg",
                                                  "antelope-zen-go", "realtek-onboard"));
  EXPECT_THAT(column(root, "verdict"), ElementsAre("good", "good", "poor", "poor"));
}

TEST(Match, SortsByEachKey) {
  const Words common = {"--headphones", "neuropunk-m1", "--source",
                        "realtek-onboard,topping-e2x2-otg,topping-l30-ii", "--sort"};
  const auto first = [&](const char* key) {
    Words arguments = common;
    arguments.emplace_back(key);
    return column(matched(arguments), "source");
  };
  EXPECT_THAT(first("max_spl"),
              ElementsAre("topping-l30-ii", "topping-e2x2-otg", "realtek-onboard"));
  EXPECT_THAT(first("headroom"),
              ElementsAre("topping-l30-ii", "topping-e2x2-otg", "realtek-onboard"));
  EXPECT_THAT(first("loss"), ElementsAre("topping-l30-ii", "topping-e2x2-otg", "realtek-onboard"));
  EXPECT_THAT(first("damping"),
              ElementsAre("topping-l30-ii", "topping-e2x2-otg", "realtek-onboard"));
  // Whose noise nobody tells comes last.
  EXPECT_THAT(first("noise"), ElementsAre("topping-l30-ii", "topping-e2x2-otg", "realtek-onboard"));
  EXPECT_THAT(first("name"), ElementsAre("realtek-onboard", "topping-e2x2-otg", "topping-l30-ii"));
}

TEST(Match, TheTargetMovesTheHeadroomAndTheFeedTheGain) {
  const Words common = {"--headphones", "neuropunk-m1", "--source", "topping-l30-ii"};
  Words quieter = common;
  quieter.insert(quieter.end(), {"--peak-spl", "105"});
  EXPECT_NEAR(number(matched(quieter), "pairs/0/headroom_db"), 21.44, 0.01);
  EXPECT_EQ(text(matched(quieter), "pairs/0/gain"), "M");
  Words hotter = common;
  hotter.insert(hotter.end(), {"--feed", "20dBu"});
  EXPECT_EQ(text(matched(hotter), "pairs/0/gain"), "M");
  EXPECT_NEAR(number(matched(hotter), "feed_v"), 7.746, 0.001);
}

TEST(Match, WhatIfTheOutputHadAnotherImpedance) {
  const json::Value root = matched(
      {"--headphones", "neuropunk-m1", "--source", "topping-l30-ii", "--what-if-impedance", "27"});
  EXPECT_NEAR(number(root, "pairs/0/loss_db"), -8.587, 0.001);
  EXPECT_EQ(number(root, "pairs/0/source_impedance_ohm"), 27.0);
}

TEST(Match, TellsEachGainOnRequest) {
  const json::Value root =
      matched({"--headphones", "neuropunk-m1", "--source", "topping-l30-ii", "--gains"});
  EXPECT_EQ(text(root, "pairs/0/gains/0/gain"), "L");
  EXPECT_EQ(text(root, "pairs/0/gains/2/gain"), "H");
  EXPECT_NEAR(number(root, "pairs/0/gains/2/feed_for_limit_v"), 1.127, 0.001);
  EXPECT_TRUE(hasKey(root, "pairs/0/gains/1", "noise_spl_dba"));
  EXPECT_FALSE(hasKey(matched({"--headphones", "neuropunk-m1", "--source", "topping-l30-ii"}),
                      "pairs/0", "gains"));
}

TEST(Match, CallsWhatASmallTurnMakesUnsafeDangerousForHearing) {
  // 10 V at 140 dB/V are 160 dB SPL, so 80 dB SPL and 18 dB of peaks stand 62 dB below fully up.
  // From 56 dB down a tenth of an audio knob's travel makes it 20 dB louder.
  const json::Value root = matched({"--impedance", "16", "--sensitivity", "140dB/V",
                                    "--source-impedance", "0.1", "--source-voltage", "10V"});
  EXPECT_EQ(text(root, "pairs/0/verdict"), "dangerous-for-hearing");
}

TEST(Match, FailsOnAVerdictOnRequest) {
  const Words poor = {"--headphones", "neuropunk-m1", "--source", "realtek-onboard"};
  const Words good = {"--headphones", "neuropunk-m1", "--source", "topping-l30-ii"};
  const auto status = [](Words arguments, const char* verdict) {
    arguments.insert(arguments.end(), {"--fail-on", verdict});
    return matchText(arguments).status;
  };
  EXPECT_EQ(status(poor, "poor"), 1);
  EXPECT_EQ(status(poor, "dangerous"), 0);
  EXPECT_EQ(status(good, "fair"), 0);
}

TEST(Match, TellsPeopleTheFiguresAndTheReasons) {
  const Outcome outcome =
      matchText({"--headphones", "neuropunk-m1", "--source", "antelope-zen-go:headphones-1"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(outcome.out, HasSubstr("Zen Go"));
  EXPECT_THAT(outcome.out, HasSubstr("poor"));
  EXPECT_THAT(outcome.out, HasSubstr("4.0\u2009dB short"));
  EXPECT_THAT(outcome.out, HasSubstr("40\u2009h a week"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("nan")));
}

TEST(Match, OfAllWithAllHasEveryPair) {
  const auto pairs = [](const char* headphones, const char* source) {
    const Outcome outcome =
        call({"--json", "match", "--headphones", headphones, "--source", source});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    const std::string key = "\"limited_by\":";
    std::size_t count = 0;
    for (auto at = outcome.out.find(key); at != std::string::npos;
         at = outcome.out.find(key, at + 1)) {
      ++count;
    }
    return count;
  };
  const std::size_t outputs = pairs("neuropunk-m1", "all");
  const std::size_t models = pairs("all", "topping-l30-ii");
  EXPECT_GE(outputs, 40u);
  EXPECT_GE(models, 110u);
  EXPECT_EQ(pairs("all", "all"), outputs * models);
}

}  // namespace
}  // namespace linecheck::cli
