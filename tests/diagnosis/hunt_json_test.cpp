#include "diagnosis/hunt_json.h"

#include <gtest/gtest.h>

#include "json/writer.h"
#include "support/diagnosis/example_desk.h"
#include "support/diagnosis/hunt_listener.h"

namespace linecheck::diagnosis {
namespace {

using chain::testing::shippedProfile;

/// A hunt with a step of each kind of entry.
Hunt someHunt() {
  const chain::Chain chain = testing::exampleChain("zen-go-l30-ii-faults");
  Hunt hunt(chain, shippedProfile, *usualListeningPoint(chain::Desk(chain, shippedProfile)));
  Diagnosis heard = testing::heardOf(Cause::groundLoop, DecibelsFs::of(-70.25));
  heard.causes.front().moves.push_back({Trait::evenToOdd, Decibels::of(3.5)});
  heard.evidence.observations.push_back({Trait::evenToOdd, Observation::Kind::atMost, -31.5, 0.25});
  heard.evidence.hum.present = true;
  heard.evidence.hum.fundamental = Hertz::of(50.003);
  heard.evidence.hum.harmonics.push_back(
      {1, Hertz::of(50.003), DecibelsFs::of(-71.0), Decibels::of(0.1), true, false, {}});
  heard.evidence.hum.track = {Hertz::of(50.0), Hertz::of(50.01)};
  heard.evidence.hum.detectionLimit = DecibelsFs::of(-130.0);
  hunt.begin(heard);
  const Step step = hunt.proposals().front().step;
  hunt.measured(step, testing::heardOf(Cause::groundLoop, DecibelsFs::silence()));
  hunt.putBack(step);
  if (!hunt.proposals().empty()) hunt.skip(hunt.proposals().front().step);
  return hunt;
}

HuntJournal journal() {
  const std::chrono::sys_seconds start{std::chrono::seconds(1'790'000'000)};
  std::vector<std::chrono::sys_seconds> times;
  times.reserve(8);
  for (int i = 0; i < 8; ++i) times.push_back(start + std::chrono::seconds(20 * i));
  return journalOf(someHunt(), times);
}

std::string textOf(const HuntJournal& one) {
  return json::toText(toJson(one));
}

TEST(HuntDocument, ReadsBackAsTheSame) {
  const HuntJournal written = journal();
  const auto read = readJournal(json::parse(textOf(written), "a.json").value());
  ASSERT_TRUE(read) << read.error().front().message();
  EXPECT_EQ(textOf(*read), textOf(written));
  ASSERT_EQ(read->entries.size(), written.entries.size());
  EXPECT_EQ(read->at, written.at);
  for (std::size_t i = 0; i < read->entries.size(); ++i) {
    const HuntEntry& a = read->entries[i].entry;
    const HuntEntry& b = written.entries[i].entry;
    EXPECT_EQ(read->entries[i].at, written.entries[i].at);
    EXPECT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.step, b.step);
    EXPECT_EQ(a.change, b.change);
    EXPECT_EQ(a.suspects, b.suspects);
    ASSERT_EQ(a.heard.has_value(), b.heard.has_value());
    if (!a.heard) continue;
    EXPECT_EQ(a.heard->causes, b.heard->causes);
    EXPECT_EQ(a.heard->evidence.signatures, b.heard->evidence.signatures);
    EXPECT_EQ(a.heard->evidence.observations, b.heard->evidence.observations);
    EXPECT_EQ(a.heard->evidence.hum.harmonics.size(), b.heard->evidence.hum.harmonics.size());
    EXPECT_EQ(a.heard->evidence.hum.detectionLimit, b.heard->evidence.hum.detectionLimit);
  }
}

TEST(HuntDocument, BeginsWithItsSchemaAndTellsTheTime) {
  const std::string text = textOf(journal());
  EXPECT_EQ(text.find("\"schema\": \"linecheck.hunt/1\""), text.find('"'));
  EXPECT_NE(text.find("\"at\": \"2026-"), std::string::npos);
}

TEST(HuntDocument, TellsAllItsFaultsWithTheirPlaces) {
  std::string text = textOf(journal());
  const auto replace = [&](const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), by);
  };
  replace("\"kind\": \"begun\"", "\"kind\": \"started\"");
  replace("\"cause\": \"ground_loop\"", "\"cause\": \"gremlins\"");
  const auto read = readJournal(json::parse(text, "a.json").value());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().size(), 2U);
  EXPECT_NE(read.error().front().where.find("/entries/0/kind"), std::string::npos);
}

TEST(HuntDocument, RefusesAnother) {
  const auto read =
      readJournal(json::parse(R"({"schema": "linecheck.chain/1"})", "a.json").value());
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().front().code, ErrorCode::badInput);
}

}  // namespace
}  // namespace linecheck::diagnosis
