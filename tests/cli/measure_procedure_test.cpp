#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/command_line.h"
#include "measure/procedure.h"
#include "support/temporary_folder.h"

namespace linecheck::cli {
namespace {

using ::testing::DoubleNear;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Outcome measure(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "measure");
  return call(arguments);
}

Outcome measureJson(std::vector<std::string> arguments) {
  arguments.push_back("--json");
  return measure(std::move(arguments));
}

std::vector<std::string> checkupIds() {
  std::vector<std::string> ids;
  for (const auto* procedure : measure::procedures()) {
    if (measure::isPartOfCheckup(*procedure)) ids.emplace_back(procedure->id());
  }
  return ids;
}

class MeasureProcedure : public ::testing::TestWithParam<std::string> {};

TEST_P(MeasureProcedure, GivesFiguresOnACleanStudio) {
  const Outcome outcome = measureJson({GetParam(), "--backend", "simulated"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "schema"), "linecheck.measurement/1");
  EXPECT_EQ(text(document, "kind"), GetParam());
  EXPECT_FALSE(at(document, "path/channels/0").isNull());
  EXPECT_TRUE(at(document, "path/findings/0").isNull()) << outcome.out;
  EXPECT_FALSE(at(document, "figures/0/name").isNull());
}

INSTANTIATE_TEST_SUITE_P(CheckUp, MeasureProcedure, ::testing::ValuesIn(checkupIds()),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST(MeasurePath, NamesTheVolumeControlAndTheMenu) {
  const Outcome outcome = measureJson({"path", "--fault", "volume_slider", "--fail-on", "bad"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "path/findings/0/id"), "gain");
  EXPECT_TRUE(at(document, "path/findings/0/channel").isNull()) << "all inputs";
  EXPECT_THAT(number(document, "path/findings/0/value"), DoubleNear(-6.0, 0.001));
  for (const char* system : {"windows", "macos", "pipewire", "pulseaudio", "jack"}) {
    EXPECT_THAT(text(document, std::string("path/findings/0/menus/") + system), Not(IsEmpty()));
  }
}

TEST(MeasurePath, ShowsNoFigureThroughAPathThatLosesSamples) {
  const Outcome outcome = measureJson({"noise", "--fault", "dropouts"});
  EXPECT_EQ(outcome.status, 4);
  const json::Value document = outcome.json();
  EXPECT_EQ(text(document, "path/findings/0/id"), "dropouts");
  EXPECT_TRUE(at(document, "figures/0").isNull());
}

TEST(MeasureProcedures, ReplayGivesTheSameFigures) {
  const linecheck::testing::TemporaryFolder folder;
  const std::string file = (folder.path() / "noise.wav").string();
  const Outcome live =
      measureJson({"noise", "--backend", "simulated", "--seconds", "2", "--save", file});
  ASSERT_EQ(live.status, 0) << live.err;
  const Outcome replayed = measureJson({"noise", "--seconds", "2", "--recording", file});
  ASSERT_EQ(replayed.status, 0) << replayed.err;
  for (int i = 0; i < 4; ++i) {
    const std::string value = "figures/" + std::to_string(i) + "/value_dbfs";
    EXPECT_EQ(number(live.json(), value), number(replayed.json(), value)) << value;
  }
}

TEST(MeasureProcedures, AskForWhatIsOutOfRange) {
  const Outcome outcome = measure({"distortion", "--backend", "simulated", "--level", "3"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("level"));
  EXPECT_THAT(outcome.out, IsEmpty());
}

TEST(MeasureAll, LeavesOutWhatIsLoudUnlessAsked) {
  const Outcome quiet = measureJson({"all", "--backend", "simulated"});
  ASSERT_EQ(quiet.status, 0) << quiet.err;
  EXPECT_EQ(text(quiet.json(), "schema"), "linecheck.checkup/1");
  EXPECT_EQ(text(quiet.json(), "measurements/0/kind"), "path");
}

TEST(MeasureAll, StopsWhereThePathIsNotSound) {
  const Outcome outcome = measureJson({"all", "--fault", "no_loopback"});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_EQ(text(outcome.json(), "measurements/0/path/findings/0/id"), "no_loopback");
  EXPECT_TRUE(at(outcome.json(), "measurements/1").isNull());
}

}  // namespace
}  // namespace linecheck::cli
