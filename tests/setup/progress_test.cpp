#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/writer.h"
#include "setup/progress_json.h"
#include "support/json_mutation.h"
#include "support/setup/setup_desk.h"

namespace linecheck::setup {
namespace {

using namespace testing;  // NOLINT(google-build-using-namespace): the fixtures.
using ::testing::Contains;
using ::testing::Field;
using ::testing::SizeIs;

Progress reloaded(const Progress& progress) {
  const auto document = json::parse(json::toText(toJson(progress)), "state.json");
  return readProgress(document.value()).value();
}

SetupDesk halfDone() {
  SetupDesk desk = l30Desk();
  desk.progress.at = StepId::computer;
  desk.tick("all_off");
  desk.tick("cable:zen-go-to-l30-ii");
  desk.tick("cable:l30-ii-to-m1");
  desk.tick("supply:l30-ii", Answer::wrong);
  SystemReading system = soundSystem();
  system.effects = {"EasyEffects"};
  desk.take(system);
  PathReading path = pathWith(measure::PathFault::gain, -2.8);
  path.expectedGain = Decibels::of(-3.0);
  path.report.unseen = {measure::PathFault::sixteenBit};
  path.loop.from = chain::Socket{chain::DeviceId("zen-go"), "line-out", 1};
  desk.take(path);
  LevelReading levels = cleanLevels(-3.25);
  levels.fullScaleOut = DecibelsU::of(19.9);
  levels.fullScaleOutSe = Decibels::of(0.1);
  desk.take(levels);
  NoiseReading noise;
  noise.cause = diagnosis::Cause::groundLoop;
  noise.probability = 0.75;
  noise.isAudible = true;
  noise.noise = DecibelsFs::of(-101.25);
  noise.hum = DecibelsFs::of(-HUGE_VAL);
  noise.mainsFrequency = Hertz::of(50.01);
  desk.take(noise);
  desk.take(MatchReading{{Decibels::of(0.7), 0.2}, true});
  desk.progress.wishes = {DecibelsSpl::of(67.0), Decibels::of(12.0)};
  return desk;
}

TEST(Progress, ComesBackAsItWasSaved) {
  const Progress saved = halfDone().progress;
  const Progress loaded = reloaded(saved);
  EXPECT_EQ(loaded.at, StepId::computer);
  EXPECT_EQ(loaded.ticks, saved.ticks);
  EXPECT_EQ(loaded.wishes, saved.wishes);
  EXPECT_EQ(loaded.readings.system->reading, saved.readings.system->reading);
  EXPECT_EQ(loaded.readings.system->at, kNow);
  EXPECT_EQ(loaded.readings.noise->reading, saved.readings.noise->reading);
  EXPECT_EQ(loaded.readings.match->reading, saved.readings.match->reading);
  EXPECT_EQ(loaded.readings.level->reading.reading, saved.readings.level->reading.reading);
  // All of it, once more as text.
  EXPECT_EQ(json::toText(toJson(loaded)), json::toText(toJson(saved)));
}

TEST(Progress, ASetUpGoesOnWhereItWasLeft) {
  SetupDesk desk = halfDone();
  const auto before = desk.steps();
  desk.progress = reloaded(desk.progress);
  const auto after = desk.steps();
  for (std::size_t i = 0; i < before.size(); ++i) {
    EXPECT_EQ(after[i].state, before[i].state) << stepName(before[i].id);
    EXPECT_EQ(after[i].settled(), before[i].settled()) << stepName(before[i].id);
  }
}

TEST(Progress, AChangedCableOutdatesItsOwnTickAndNoOther) {
  SetupDesk desk = halfDone();
  for (chain::Cable& cable : desk.chain.cables) {
    if (cable.id.text() == "zen-go-to-l30-ii") cable.from.socket.port = "monitor-out";
  }
  EXPECT_EQ(desk.item("cable:zen-go-to-l30-ii").state, State::unknown);
  EXPECT_EQ(desk.item("cable:l30-ii-to-m1").state, State::done);
  EXPECT_EQ(desk.item("all_off").state, State::done);
}

TEST(Progress, AnotherAdapterHasToBeLookedAtAnew) {
  SetupDesk desk = l30Desk();
  desk.chain.powerLeads[2].adapter.reset();
  EXPECT_EQ(desk.item("supply:l30-ii").state, State::unknown);
  desk.tick("supply:l30-ii");
  EXPECT_EQ(desk.item("supply:l30-ii").state, State::done);
  desk.chain.powerLeads[2].adapter = chain::AdapterInUse{};
  EXPECT_EQ(desk.item("supply:l30-ii").state, State::unknown);
}

TEST(Progress, AChangedTrimOutdatesWhatWasMeasuredOfItAndNothingElse) {
  SetupDesk desk = halfDone();
  desk.set("zen-go", "line-out-trim", DecibelsU::of(16.0));
  const Progress valid = stillValid(desk.progress, desk.desk(), desk.items());
  EXPECT_FALSE(valid.readings.level.has_value());
  EXPECT_TRUE(valid.readings.path.has_value());
  EXPECT_TRUE(valid.readings.system.has_value());
  EXPECT_TRUE(valid.readings.noise.has_value());
  EXPECT_THAT(valid.ticks, SizeIs(desk.progress.ticks.size()));
}

TEST(Progress, AMovedPlugOutdatesTheHumCheck) {
  SetupDesk desk = halfDone();
  desk.chain.powerLeads.back().from = chain::PowerPointId("wall");
  const Progress valid = stillValid(desk.progress, desk.desk(), desk.items());
  EXPECT_FALSE(valid.readings.noise.has_value());
  EXPECT_TRUE(valid.readings.path.has_value());
}

TEST(Progress, TheLastAnswerCounts) {
  SetupDesk desk = l30Desk();
  desk.tick("all_off");
  desk.tick("all_off", Answer::wrong);
  EXPECT_EQ(desk.item("all_off").state, State::wrong);
  desk.progress.untick("all_off");
  EXPECT_EQ(desk.item("all_off").state, State::unknown);
  EXPECT_THAT(desk.progress.ticks, SizeIs(0));
}

TEST(ProgressFile, TellsAllThatIsWrongWithItsPlace) {
  const char* text = R"({
    "schema": "linecheck.setup-state/1",
    "at": "breakfast",
    "ticks": [{"item": "all_off", "answer": "maybe", "at": "yesterday", "basis": null},
              {"item": "all_off", "answer": "done", "at": "2026-03-01T09:30:00Z", "basis": null}],
    "readings": {"weather": {}}
  })";
  const auto progress = readProgress(json::parse(text, "state.json").value());
  ASSERT_FALSE(progress.has_value());
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/at")));
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/ticks/0/answer")));
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/ticks/0/at")));
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/ticks/1")));
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/readings/weather")));
}

TEST(ProgressFile, WithoutWishesHasTheUsualOnes) {
  const auto progress = readProgress(json::parse(R"({
    "schema": "linecheck.setup-state/1", "at": "power", "ticks": [], "readings": {}
  })",
                                                 "state.json")
                                         .value());
  ASSERT_TRUE(progress.has_value());
  EXPECT_EQ(progress->at, StepId::power);
  EXPECT_EQ(progress->wishes, Wishes{});
}

TEST(ProgressFile, RefusesAWishThatNobodyHas) {
  const auto progress = readProgress(json::parse(R"({
    "schema": "linecheck.setup-state/1", "at": "power", "ticks": [], "readings": {},
    "wishes": {"listening_db_spl": 180, "reserve_db": -3, "bass": 1}
  })",
                                                 "state.json")
                                         .value());
  ASSERT_FALSE(progress.has_value());
  EXPECT_THAT(progress.error(),
              Contains(Field(&Error::where, "state.json#/wishes/listening_db_spl")));
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/wishes/reserve_db")));
  EXPECT_THAT(progress.error(), Contains(Field(&Error::where, "state.json#/wishes/bass")));
}

TEST(Progress, TheKeptListeningLevelIsWhatGainAndKnobAreWorkedOutFor) {
  const SetupDesk desk = l30Desk();
  Progress quiet;
  quiet.wishes.listening = DecibelsSpl::of(60.0);
  const auto item = [&](const Progress& progress) {
    const auto steps = stateOf(desk.desk(), progress);
    for (const StepState& step : steps) {
      for (const ItemState& one : step.items) {
        if (one.item.kind == ItemKind::knob) return one.item.text.arguments;
      }
    }
    return std::vector<std::string>{};
  };
  EXPECT_NE(item(quiet), item(Progress{}));
}

TEST(ProgressFile, OfALaterVersionIsUnsupported) {
  const auto progress =
      readProgress(json::parse(R"({"schema": "linecheck.setup-state/2"})", "s").value());
  ASSERT_FALSE(progress.has_value());
  EXPECT_EQ(progress.error().front().code, ErrorCode::unsupported);
}

TEST(ProgressFile, WhatIsMutilatedIsTakenOrRefusedAndNeverMore) {
  const json::Value whole = toJson(halfDone().progress);
  linecheck::testing::Random random(7);
  const std::size_t values = linecheck::testing::count(whole);
  int refused = 0;
  for (std::size_t i = 0; i < values; ++i) {
    std::size_t target = i;
    const auto text = json::toText(linecheck::testing::mutated(whole, target, random));
    const auto progress = readProgress(json::parse(text, "state.json").value());
    if (!progress) {
      ++refused;
      EXPECT_FALSE(progress.error().empty());
    }
  }
  EXPECT_GT(refused, static_cast<int>(values) / 2);
}

}  // namespace
}  // namespace linecheck::setup
