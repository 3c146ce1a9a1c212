#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "cli/typed_line.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

bool isTrue(const json::Value& root, const std::string& path) {
  const json::Value value = at(root, path);
  const bool* flag = value.getIf<bool>();
  return flag != nullptr && *flag;
}

TEST(MeasureStopped, AQuestionThatCtrlCEndsKeepsTheStepBeforeIt) {
  const testing::TemporaryFolder folder;
  const Outcome outcome =
      callTyping({"measure", "output-impedance", "--resistor", "33", "--backend", "simulated",
                  "--save", (folder / "run.wav").string(), "--json"},
                 "\n", Typist::End::ctrlC);
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.err, HasSubstr("Step 2 of 2"));
  EXPECT_TRUE(std::filesystem::exists(folder / "run-1.wav"));
  EXPECT_EQ(text(outcome.json(), "kind"), "output-impedance");
  EXPECT_FALSE(isTrue(outcome.json(), "complete"));
  EXPECT_FALSE(at(outcome.json(), "path/channels/0").isNull()) << "what step 1 found";
}

TEST(MeasureStopped, BeforeTheFirstStepThereIsNothingToKeep) {
  const Outcome outcome =
      callTyping({"measure", "output-impedance", "--resistor", "33", "--backend", "simulated"}, "",
                 Typist::End::ctrlC);
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(MeasureStopped, ACheckupShowsWhatWasFinishedAndNamesTheRest) {
  const std::vector<std::string> all = {"measure", "all", "--backend", "simulated"};
  const Outcome outcome = callStoppedAt({"measure", "all", "--backend", "simulated", "--json"},
                                        "linecheck-cli: Noise and dynamic range");
  EXPECT_EQ(outcome.status, 4);
  const json::Value document = outcome.json();
  EXPECT_FALSE(isTrue(document, "complete"));
  EXPECT_EQ(text(document, "measurements/0/kind"), "path");
  EXPECT_TRUE(isTrue(document, "measurements/0/complete"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("why": "ended")"));
  EXPECT_THAT(callStoppedAt(all, "linecheck-cli: Noise and dynamic range").out,
              HasSubstr("Not measured: "));
}

TEST(MeasureStopped, AWholeCheckupIsComplete) {
  const Outcome outcome = call({"measure", "all", "--backend", "simulated", "--json"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_TRUE(isTrue(outcome.json(), "complete"));
  EXPECT_THAT(outcome.out, Not(HasSubstr(R"("why": "ended")")));
  EXPECT_THAT(outcome.out, HasSubstr(R"("why": "loud")"));
}

TEST(MeasureStopped, AfterALevelMatchIsGivenUpNothingIsTold) {
  const Outcome outcome =
      callTyping({"measure", "level-match", "--backend", "simulated"}, "\n", Typist::End::ctrlC);
  EXPECT_EQ(outcome.status, 4);
  EXPECT_THAT(outcome.err, HasSubstr("Reading of A"));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(MeasureSave, ABadTargetIsToldBeforeAnythingIsPlayed) {
  const testing::TemporaryFolder folder;
  for (const auto& target : {folder / "nowhere" / "run.wav", folder / "run.txt", folder.path()}) {
    for (const char* kind : {"noise", "tone"}) {
      const Outcome outcome =
          call({"measure", kind, "--backend", "simulated", "--save", target.string()});
      EXPECT_EQ(outcome.status, 2) << target;
      EXPECT_THAT(outcome.out, IsEmpty());
      EXPECT_THAT(outcome.err, Not(HasSubstr("Connect"))) << "it had begun";
    }
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

// No .flac holds the studio's samples exactly, which only shows once they are there.
TEST(MeasureSave, FiguresAreShownThoughSavingFails) {
  const testing::TemporaryFolder folder;
  const Outcome outcome = call({"measure", "noise", "--seconds", "1", "--backend", "simulated",
                                "--save", (folder / "run.flac").string(), "--json"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("run.flac"));
  EXPECT_FALSE(at(outcome.json(), "figures/0/value_dbfs").isNull());
}

}  // namespace
}  // namespace linecheck::cli
