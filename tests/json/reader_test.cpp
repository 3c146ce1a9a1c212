#include "json/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace linecheck::json {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum class Signal { line, headphone };
constexpr std::array<Word<Signal>, 2> kSignals{
    {{"line", Signal::line}, {"headphone", Signal::headphone}}};

std::vector<std::string> messages(const Reader& reader) {
  std::vector<std::string> lines;
  for (const Error& error : reader.errors()) lines.push_back(error.message());
  return lines;
}

Document documentOf(std::string_view text) {
  return parse(text, "a.json").value();
}

TEST(Reader, ReadsWhatIsThere) {
  Reader reader(documentOf(
      R"({"name":"Zen Go","rate":48000,"level":-6.5,"on":true,"signal":"line","list":[1,2]})"));
  {
    Members root = reader.root().members();
    EXPECT_EQ(root.required("name").text(), "Zen Go");
    EXPECT_EQ(root.required("rate").integer(), 48000);
    EXPECT_EQ(root.required("level").number(), -6.5);
    EXPECT_EQ(root.required("on").boolean(), true);
    EXPECT_EQ(root.required("signal").word(kSignals), Signal::line);
    const std::vector<Cursor> list = root.required("list").items();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[1].number(), 2.0);
    EXPECT_EQ(list[1].pointer(), "/list/1");
    EXPECT_FALSE(root.optional("absent"));
    EXPECT_EQ(root.optional("absent").text(), std::nullopt);
  }
  EXPECT_THAT(messages(reader), IsEmpty());
}

TEST(Reader, TellsEveryFaultInTheOrderOfTheDocument) {
  Reader reader(documentOf(R"({
    "level": "loud",
    "unknown": 1,
    "ports": [{"impedance": null}, {"impedence": 100}, 7],
    "signal": "headphones",
    "level": 2,
    "name": " "
  })"));
  {
    Members root = reader.root().members();
    EXPECT_EQ(root.required("name").text(), std::nullopt);
    EXPECT_EQ(root.required("signal").word(kSignals), std::nullopt);
    for (const Cursor& item : root.required("ports").items()) {
      Members port = item.members();
      EXPECT_EQ(port.required("impedance").number(), std::nullopt);
    }
    EXPECT_EQ(root.required("level").number(), std::nullopt);
    EXPECT_EQ(root.required("kind").text(), std::nullopt);
  }
  EXPECT_THAT(
      messages(reader),
      ElementsAre("a.json: The key \"kind\" is missing.",
                  "a.json#/level: This key stands here twice; keep one.",
                  "a.json#/level: This is text, but must be a number.",
                  "a.json#/unknown: This key is not known here. Known here: kind, level, name, "
                  "ports, signal.",
                  "a.json#/ports/0/impedance: This is null, but must be a number.",
                  "a.json#/ports/1: The key \"impedance\" is missing.",
                  "a.json#/ports/1/impedence: This key is not known here. Did you mean "
                  "\"impedance\"?",
                  "a.json#/ports/2: This is a number, but must be an object.",
                  "a.json#/signal: \"headphones\" is not a word known here. Did you mean "
                  "\"headphone\"?",
                  "a.json#/name: This text is empty."));
}

TEST(Reader, AFaultyPlaceIsToldOnceAndNotForWhatLiesBelow) {
  Reader reader(documentOf(R"({"ports": "none"})"));
  {
    Members root = reader.root().members();
    EXPECT_THAT(root.required("ports").items(), IsEmpty());
    Members power = root.required("power").members();
    EXPECT_EQ(power.required("voltage").number(), std::nullopt);
  }
  EXPECT_THAT(messages(reader), ElementsAre("a.json: The key \"power\" is missing.",
                                            "a.json#/ports: This is text, but must be a list."));
}

TEST(Reader, WholeNumbersAreWhole) {
  Reader reader(documentOf("[48000.0, 48000.5, 1e300, true]"));
  const std::vector<Cursor> items = reader.root().items();
  EXPECT_EQ(items[0].integer(), 48000);
  EXPECT_EQ(items[1].integer(), std::nullopt);
  EXPECT_EQ(items[2].integer(), std::nullopt);
  EXPECT_EQ(items[3].integer(), std::nullopt);
  EXPECT_THAT(messages(reader),
              ElementsAre("a.json#/1: This must be a whole number.",
                          "a.json#/2: This must be a whole number.",
                          "a.json#/3: This is true or false, but must be a whole number."));
}

TEST(Reader, KeysCanBeContent) {
  Reader reader(documentOf(R"({"a/b": 1, "c": 2})"));
  {
    Members root = reader.root().members();
    const auto all = root.all();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].first, "a/b");
    EXPECT_EQ(all[0].second.pointer(), "/a~1b");
  }
  EXPECT_THAT(messages(reader), IsEmpty());
}

TEST(Reader, FaultsOfTheCallersOwn) {
  Reader reader(documentOf(R"({"format": 2})"));
  {
    Members root = reader.root().members();
    root.required("format").fail("Too new.", ErrorCode::unsupported);
  }
  ASSERT_EQ(reader.errors().size(), 1U);
  EXPECT_EQ(reader.errors()[0], (Error{ErrorCode::unsupported, "Too new.", "a.json#/format"}));
}

}  // namespace
}  // namespace linecheck::json
