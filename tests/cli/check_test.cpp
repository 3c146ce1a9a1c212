#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

#include "cli/chain_file.h"

namespace linecheck::cli {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

std::string example(const std::string& name) {
  return std::string(LINECHECK_SOURCE_DIR) + "/docs/examples/" + name + ".chain.json";
}

json::Value check(const std::string& name) {
  const Outcome outcome = call({"--json", "check", example(name)});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  return outcome.json();
}

/// Of a list the texts, or what its objects have at `key`; other items give an empty text.
std::vector<std::string> texts(const json::Value& root, const std::string& list,
                               const std::string& key = {}) {
  std::vector<std::string> result;
  const json::Value value = at(root, list);
  const auto* array = value.getIf<json::Array>();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    result.push_back(text(root, list + '/' + std::to_string(i) + (key.empty() ? "" : '/' + key)));
  }
  return result;
}

bool hasKey(const json::Value& root, const std::string& path, const std::string& key) {
  const json::Value value = at(root, path);
  const auto* object = value.getIf<json::Object>();
  return object != nullptr && object->find(key) != nullptr;
}

class Example : public ::testing::TestWithParam<std::string> {};

TEST_P(Example, PassesWithoutFaults) {
  const Outcome outcome = call({"check", example(GetParam()), "--fail-on", "attention"});
  EXPECT_EQ(outcome.status, 0) << outcome.out;
  EXPECT_THAT(outcome.err, IsEmpty());
}

TEST_P(Example, FailsWithFaults) {
  const Outcome outcome = call({"check", example(GetParam() + "-faults"), "--fail-on", "bad"});
  EXPECT_EQ(outcome.status, 1) << outcome.out;
  EXPECT_THAT(outcome.err, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Documented, Example,
                         ::testing::Values("zen-go-l30-ii", "zen-go-l70-balanced", "laptop-onboard",
                                           "dac3-ahb2"),
                         [](const auto& example) {
                           std::string name = example.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(Check, NamesEachPlantedFault) {
  EXPECT_THAT(texts(check("zen-go-l30-ii-faults"), "findings", "id"),
              IsSupersetOf({"wrong-supply", "several-live-controls", "low-bit-depth",
                            "signal-beside-power-cable", "unbalanced-run-too-long"}));
}

TEST(Check, HasAllThatItsSchemaPromises) {
  const json::Value document = check("zen-go-l30-ii");
  EXPECT_EQ(text(document, "schema"), "linecheck.check/1");
  for (const char* key : {"findings", "ground_loops", "levels", "snr_db", "power_up", "power_down",
                          "live_controls", "recommended"}) {
    EXPECT_TRUE(hasKey(document, "", key)) << key;
  }
  EXPECT_EQ(text(document, "levels/0/at"), "computer:usb-c");
  for (const char* key :
       {"at", "max_dbu", "nominal_dbu", "noise_dbu", "headroom_db", "dynamic_range_db", "max_v"}) {
    EXPECT_TRUE(hasKey(document, "levels/2", key)) << key;
  }
  for (const char* key : {"trim_dbu", "gain", "knob_travel", "knob_attenuation_db"}) {
    EXPECT_TRUE(hasKey(document, "recommended", key)) << key;
  }
}

TEST(Check, SwitchesOnFromTheSourceToTheAmplifier) {
  const json::Value document = check("zen-go-l30-ii");
  const auto up = texts(document, "power_up");
  auto down = texts(document, "power_down");
  EXPECT_EQ(up,
            (std::vector<std::string>{"computer", "zen-go", "l30-ii", "t7v-left", "t7v-right"}));
  std::reverse(down.begin(), down.end());
  EXPECT_EQ(up, down);
}

TEST(Check, CountsTheLevelsFromTheTrim) {
  // The trim stands at 20 dBu, the working level 18 dB below full scale.
  const json::Value document = check("zen-go-l30-ii");
  EXPECT_EQ(text(document, "levels/2/at"), "zen-go:line-out");
  EXPECT_NEAR(number(document, "levels/2/max_dbu"), 20.0, 1e-9);
  EXPECT_NEAR(number(document, "levels/2/nominal_dbu"), 2.0, 1e-9);
  EXPECT_NEAR(number(document, "levels/2/max_v"), 7.746, 0.001);
}

TEST(Check, NamesTheOneKnobAndHowToSetTheRest) {
  const json::Value document = check("zen-go-l30-ii");
  EXPECT_THAT(texts(document, "live_controls"), ::testing::ElementsAre("l30-ii:volume"));
  EXPECT_EQ(text(document, "recommended/knob"), "l30-ii:volume");
  EXPECT_NEAR(number(document, "recommended/trim_dbu"), 20.0, 1e-9);
}

TEST(Check, ListsLoopsWithTheirPathAndSafeCuresOnly) {
  const json::Value document = check("zen-go-l30-ii-faults");
  EXPECT_THAT(texts(document, "ground_loops/0/path"), Contains("zen-go"));
  for (std::size_t loop = 0; loop < 3; ++loop) {
    const std::string fixes = "ground_loops/" + std::to_string(loop) + "/fixes";
    for (const std::string& words : texts(document, fixes, "text")) {
      EXPECT_THAT(words, ::testing::Not(HasSubstr("{")));
    }
  }
}

TEST(Check, RefusesWhatIsNoChain) {
  const Outcome missing = call({"check", "/no/such.chain.json"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_THAT(missing.out, IsEmpty());
  EXPECT_THAT(missing.err, HasSubstr("/no/such.chain.json"));
  ChainFile file;
  file.write(R"({"schema": "linecheck.chain/9"})");
  const Outcome newer = call({"check", file.path()});
  EXPECT_EQ(newer.status, 2);
  EXPECT_THAT(newer.err, HasSubstr("Update Linecheck"));
}

}  // namespace
}  // namespace linecheck::cli
