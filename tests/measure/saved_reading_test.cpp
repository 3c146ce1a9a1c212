#include "measure/saved_reading.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "json/writer.h"
#include "measure/procedure_json.h"
#include "support/temporary_folder.h"

namespace linecheck::measure {
namespace {

class SavedReadingTest : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& text) {
    auto file = folder_.path() / "run.json";
    std::ofstream(file) << text;
    return file;
  }

  linecheck::testing::TemporaryFolder folder_;
};

TEST_F(SavedReadingTest, ComesBackAsItWasSaved) {
  ProcedureResult result;
  result.procedure = findProcedure("noise");
  result.values = Values(result.procedure->parameters());
  result.recordings.emplace_back();
  Reading& reading = result.reading;
  reading.figures = {{"noise_a", Unit::dbfs, 0, -101.25, 0.125},
                     {"noise_a", Unit::dbfs, 1, -HUGE_VAL, {}},
                     {"clock_drift", Unit::partsPerMillion, {}, {}, {}},
                     {"corner", Unit::hertz, 1, 20.5, {}}};
  reading.statements = {{"clip_kind", "hard", 1}};
  reading.traces = {{"thd", 0, "level", Unit::dbfs, Unit::dbc, {-60.0, -20.0}, {-80.0, -110.5}},
                    {"peak_time", {}, "time", Unit::milliseconds, Unit::db, {0.0}, {1.0}}};
  reading.isComplete = false;
  const auto saved = loadReading(write(json::toText(procedureJson(result))));
  ASSERT_TRUE(saved) << saved.error().message();
  EXPECT_EQ(saved->kind, "noise");
  EXPECT_EQ(saved->reading, reading);
}

TEST_F(SavedReadingTest, WhatStandsBesideAFigureIsPassedOver) {
  const auto saved = loadReading(write(
      R"({"schema": "linecheck.measurement/1", "kind": "noise", "complete": true, "figures": [
          {"name": "noise", "channel": 1, "value_dbfs": -100.5, "uncertainty_db": 0.5,
           "value_dbu": -90.0, "uncertainty_dbu_db": 0.7, "predicted_dbfs": null, "silent": true,
           "as_predicted": true}], "statements": [], "traces": [], "findings": []})"));
  ASSERT_TRUE(saved) << saved.error().message();
  const Figure expected{"noise", Unit::dbfs, 0, -100.5, 0.5};
  EXPECT_EQ(saved->reading.figures, std::vector{expected});
}

TEST_F(SavedReadingTest, AGapInACurveIsAGapAgain) {
  ProcedureResult result;
  result.procedure = findProcedure("path");
  result.recordings.emplace_back();
  result.reading.traces = {
      {"response", 0, "frequency", Unit::hertz, Unit::db, {20.0, 30.0}, {std::nan(""), 1.0}}};
  const auto saved = loadReading(write(json::toText(procedureJson(result))));
  ASSERT_TRUE(saved);
  ASSERT_EQ(saved->reading.traces.size(), 1U);
  EXPECT_TRUE(std::isnan(saved->reading.traces[0].y[0]));
  EXPECT_EQ(saved->reading.traces[0].y[1], 1.0);
}

TEST_F(SavedReadingTest, WhatIsNoMeasurementIsRefused) {
  EXPECT_EQ(loadReading(folder_.path() / "none.json").error().code, ErrorCode::notFound);
  EXPECT_FALSE(loadReading(write("{")));
  EXPECT_FALSE(loadReading(write(R"({"schema": "linecheck.chain/1"})")));
  const auto later = loadReading(write(
      R"({"schema": "linecheck.measurement/2", "kind": "noise", "complete": true,
          "figures": [], "statements": [], "traces": []})"));
  ASSERT_FALSE(later);
  EXPECT_EQ(later.error().code, ErrorCode::unsupported);
}

TEST_F(SavedReadingTest, ACurveWithMorePlacesThanValuesIsRefused) {
  const auto saved = loadReading(write(
      R"({"schema": "linecheck.measurement/1", "kind": "noise", "complete": true, "figures": [],
          "statements": [], "traces": [{"name": "a", "channel": 1, "frequency_hz": [1, 2],
          "value_db": [1]}]})"));
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::badInput);
}

}  // namespace
}  // namespace linecheck::measure
