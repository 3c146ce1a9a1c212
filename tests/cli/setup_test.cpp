#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <string>

#include "cli/setup_report_reader.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(SetupChecklist, TellsTheTenStepsInOrder) {
  const Outcome outcome = call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value root = outcome.json();
  EXPECT_EQ(text(root, "schema"), "linecheck.setup/1");
  EXPECT_EQ(text(root, "steps/0/id"), "desk");
  EXPECT_EQ(text(root, "steps/0/state"), "done");
  EXPECT_EQ(text(root, "steps/0/known_by"), "chain");
  EXPECT_EQ(text(root, "steps/9/id"), "checklist");
  EXPECT_TRUE(at(root, "steps/10").isNull());
  EXPECT_EQ(text(stepOf(root, "amplifier"), "state"), "wrong");
  EXPECT_THAT(text(stepOf(root, "amplifier"), "detail"), HasSubstr("H"));
  EXPECT_FALSE(text(root, "steps/4/title").empty());
}

TEST(SetupChecklist, PrintsBoxesThatCanBeTickedOnPaper) {
  const Outcome outcome = call({"setup", "checklist", exampleDesk("zen-go-l70-balanced")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("10. Checklist"));
  EXPECT_THAT(outcome.out, HasSubstr("[x] "));
  EXPECT_THAT(outcome.out, HasSubstr("[ ] "));
  EXPECT_THAT(outcome.out, HasSubstr("(from your desk)"));
}

TEST(SetupChecklist, FailsOnWhatIsWrongOrOpenIfAsked) {
  const std::string good = exampleDesk("zen-go-l70-balanced");
  EXPECT_EQ(call({"setup", "checklist", good, "--fail-on", "bad"}).status, 0);
  EXPECT_EQ(call({"setup", "checklist", good, "--fail-on", "attention"}).status, 1);
  const std::string faulty = exampleDesk("zen-go-l30-ii-faults");
  const Outcome outcome = call({"--json", "setup", "checklist", faulty, "--fail-on", "bad"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(text(stepOf(outcome.json(), "power"), "state"), "wrong");
  EXPECT_THAT(text(stepOf(outcome.json(), "power"), "detail"), HasSubstr("AC"));
}

TEST(SetupChecklist, RefusesWhatItCannotRead) {
  const linecheck::testing::TemporaryFolder folder;
  EXPECT_EQ(call({"setup", "checklist", "nowhere.chain.json"}).status, 2);
  const std::string state = (folder.path() / "state.json").string();
  std::ofstream(state) << R"({"schema": "linecheck.setup-state/1", "ticks": [{"item": 1}]})";
  const Outcome outcome =
      call({"setup", "checklist", exampleDesk("zen-go-l30-ii"), "--state", state});
  EXPECT_EQ(outcome.status, 2);
  // All faults at once, each with its place.
  EXPECT_THAT(outcome.err, HasSubstr("state.json: The key \"readings\" is missing."));
  EXPECT_THAT(outcome.err, HasSubstr("state.json#/ticks/0/item: "));
  EXPECT_THAT(outcome.err, HasSubstr("state.json#/ticks/0: The key \"answer\" is missing."));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(SetupChecklist, EachStepTellsItsTitleStateAndWhatIsToBeDone) {
  const Outcome outcome =
      call({"--json", "setup", "checklist", exampleDesk("zen-go-l30-ii-faults")});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value root = outcome.json();
  const std::set<std::string> states = {"unknown", "done", "wrong", "not_needed"};
  for (int i = 0; i < 10; ++i) {
    const json::Value step = at(root, "steps/" + std::to_string(i));
    const std::string state = text(step, "state");
    EXPECT_TRUE(states.contains(state)) << i;
    EXPECT_NE(text(step, "title"), "") << i;
    // Only what is done is known by somebody, and only what is open or wrong needs words.
    EXPECT_EQ(text(step, "known_by").empty(), state != "done") << i;
    EXPECT_EQ(text(step, "detail").empty(), state == "done" || state == "not_needed") << i;
  }
}

}  // namespace
}  // namespace linecheck::cli
