#include "midi/bindings_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "json/document.h"
#include "json/writer.h"
#include "support/json_mutation.h"
#include "support/temporary_folder.h"

namespace linecheck::midi {
namespace {

using linecheck::testing::Random;
using ::testing::ElementsAre;

const std::string kExample = R"({
  "schema": "linecheck.midi/1",
  "preferred_api": "jack",
  "lights": false,
  "bindings": [
    {
      "action": "next-step",
      "port": {"api": "alsa", "name": "nanoPAD2:nanoPAD2 MIDI 1", "ordinal": 1},
      "message": "note-on",
      "channel": 10,
      "number": 36
    }
  ]
})";

std::vector<std::string> faultsOf(const std::string& text) {
  const auto loaded = load(json::parse(text, "a.json").value());
  std::vector<std::string> places;
  if (!loaded) {
    for (const Error& error : loaded.error()) places.push_back(error.where);
  }
  return places;
}

std::string withBindings(const std::string& list) {
  return R"({"schema": "linecheck.midi/1", "bindings": [)" + list + "]}";
}

std::string binding(const std::string& action, const std::string& number,
                    const std::string& more = "") {
  return R"({"action": ")" + action + R"(", "port": {"api": "jack", "name": "pad"}, )" + more +
         R"("message": "note-on", "channel": 1, "number": )" + number + "}";
}

TEST(MidiFile, ReadsWhatItSays) {
  const auto setup = load(json::parse(kExample, "a.json").value());
  ASSERT_TRUE(setup);
  EXPECT_EQ(setup->preferred, Api::jack);
  EXPECT_FALSE(setup->hasLights);
  EXPECT_THAT(setup->bindings.all(), ElementsAre(Binding{Action::nextStep,
                                                         {Api::alsa, "nanoPAD2:nanoPAD2 MIDI 1", 1},
                                                         {MessageKind::noteOn, 10, 36}}));
}

TEST(MidiFile, SavedAndLoadedIsTheSame) {
  const auto setup = load(json::parse(kExample, "a.json").value());
  ASSERT_TRUE(setup);
  const linecheck::testing::TemporaryFolder folder;
  const auto file = folder.path() / "midi.json";
  ASSERT_TRUE(saveFile(file, *setup));
  EXPECT_EQ(loadFile(file), setup);
}

TEST(MidiFile, TellsThatThereIsNone) {
  const linecheck::testing::TemporaryFolder folder;
  const auto loaded = loadFile(folder.path() / "none.json");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().front().code, ErrorCode::notFound);
}

TEST(MidiFile, TellsAllFaultsWithTheirPlaces) {
  EXPECT_THAT(
      faultsOf(R"({"schema": "linecheck.midi/1", "lights": 1, "light": true, "bindings": [
        {"action": "explode", "port": {"api": "oss", "name": "", "id": 1}, "message": "note-off",
         "channel": 17, "number": 128}, 5]})"),
      ElementsAre("a.json#/lights", "a.json#/light", "a.json#/bindings/0/action",
                  "a.json#/bindings/0/port/api", "a.json#/bindings/0/port/name",
                  "a.json#/bindings/0/port/id", "a.json#/bindings/0/message",
                  "a.json#/bindings/0/channel", "a.json#/bindings/0/number", "a.json#/bindings/1"));
}

TEST(MidiFile, RefusesConflictsAndDoubles) {
  EXPECT_THAT(faultsOf(withBindings(binding("mute", "1") + "," + binding("mute", "2"))),
              ElementsAre("a.json#/bindings/1"));
  EXPECT_THAT(faultsOf(withBindings(binding("mute", "1") + "," + binding("mark-a", "1"))),
              ElementsAre("a.json#/bindings/1"));
  EXPECT_THAT(faultsOf(withBindings(binding("mute", "1") + "," + binding("mute", "1"))),
              ElementsAre("a.json#/bindings/1"));
  EXPECT_THAT(faultsOf(withBindings(binding("mute", "1") + "," + binding("mark-a", "2"))),
              ElementsAre());
}

TEST(MidiFile, RefusesANewerFormatAndOtherKinds) {
  EXPECT_THAT(faultsOf(R"({"schema": "linecheck.midi/2", "bindings": []})"),
              ElementsAre("a.json#/schema"));
  EXPECT_THAT(faultsOf(R"({"schema": "linecheck.chain/1", "bindings": []})"),
              ElementsAre("a.json#/schema"));
}

TEST(MidiFile, TheDocumentedExampleLoads) {
  std::ifstream stream(LINECHECK_SOURCE_DIR "/docs/midi.md");
  const std::string page{std::istreambuf_iterator<char>(stream), {}};
  const std::string fence = "```";
  const std::size_t from = page.find(fence) + fence.size();
  const auto setup =
      load(json::parse(page.substr(from, page.find(fence, from) - from), "").value());
  ASSERT_TRUE(setup);
  EXPECT_EQ(setup->bindings.all().size(), 1U);
}

TEST(MidiFile, ChangedFilesAreRefusedOrGood) {
  Random random(7);
  const json::Document original = json::parse(kExample, "a.json").value();
  int refused = 0;
  for (int round = 0; round < 500 && !HasFailure(); ++round) {
    std::size_t target =
        linecheck::testing::below(random, linecheck::testing::count(original.root()));
    const std::string text =
        json::toText(linecheck::testing::mutated(original.root(), target, random));
    SCOPED_TRACE(text);
    const auto loaded = load(json::parse(text, "a.json").value());
    if (!loaded) {
      ++refused;
      linecheck::testing::expectOrderlyErrors(loaded.error());
      continue;
    }
    EXPECT_EQ(load(json::parse(toText(*loaded), "a.json").value()), loaded);
  }
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace linecheck::midi
