#include "json/format.h"

#include <gtest/gtest.h>

#include <array>

#include "json/writer.h"

namespace linecheck::json {
namespace {

Object wrapTitle(Object document) {
  if (const Value* title = document.find("title")) {
    document.set("names", Array{Value(*title)});
  }
  return document;
}

Object countNames(Object document) {
  const Value* names = document.find("names");
  const Array* list = names ? names->getIf<Array>() : nullptr;
  document.set("count", list ? static_cast<int>(list->size()) : 0);
  return document;
}

constexpr std::array kSteps{Migration{wrapTitle}, Migration{countNames}};
const Format kFormat{"linecheck.test", "test document", kSteps};

Result<Document> newest(std::string_view text) {
  return toNewest(parse(text, "a.json").value(), kFormat);
}

TEST(Format, KnowsItsNewestVersion) {
  EXPECT_EQ(kFormat.newest(), 3);
  EXPECT_EQ(kFormat.schema(), "linecheck.test/3");
  EXPECT_EQ((Format{"linecheck.test", "test", {}}.schema()), "linecheck.test/1");
}

TEST(Format, LeadsAnOldDocumentThroughEveryStep) {
  const auto document = newest(R"({"schema": "linecheck.test/1", "title": "A"})");
  ASSERT_TRUE(document);
  EXPECT_EQ(toText(document->root(), 0),
            R"({"schema":"linecheck.test/3","title":"A","names":["A"],"count":1})");
  EXPECT_EQ(document->name(), "a.json (read as format 3)");
}

TEST(Format, BeginsAtTheDocumentsOwnVersion) {
  const auto document = newest(R"({"schema": "linecheck.test/2", "title": "A"})");
  ASSERT_TRUE(document);
  EXPECT_EQ(toText(document->root(), 0), R"({"schema":"linecheck.test/3","title":"A","count":0})");
}

TEST(Format, LeavesTheNewestAsItIs) {
  const std::string text = R"({"schema":"linecheck.test/3","title":"A"})";
  const auto document = newest(text);
  ASSERT_TRUE(document);
  EXPECT_EQ(toText(document->root(), 0), text);
  EXPECT_EQ(document->name(), "a.json");
}

TEST(Format, KeepsTheFaultOfAKeyThatStandsTwice) {
  const auto document = newest(R"({"schema": "linecheck.test/1", "title": "A", "title": "B"})");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->duplicateKeys().size(), 1U);
}

TEST(Format, RefusesANewerDocument) {
  const auto document = newest(R"({"schema": "linecheck.test/4"})");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::unsupported);
  EXPECT_EQ(document.error().message(),
            "a.json#/schema: This test document is written in format 4; this Linecheck reads "
            "formats up to 3. Update Linecheck to use it.");
}

TEST(Format, RefusesADocumentOfAnotherFormat) {
  for (const char* schema :
       {"linecheck.test", "linecheck.test/", "linecheck.test/0", "linecheck.test/03",
        "linecheck.test/-1", "linecheck.test/1.0", "linecheck.tests/1", "other/1", ""}) {
    SCOPED_TRACE(schema);
    const auto document = newest(std::string(R"({"schema": ")") + schema + "\"}");
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::badInput);
    EXPECT_EQ(document.error().where, "a.json#/schema");
  }
}

TEST(Format, LeavesAMissingSchemaToTheReader) {
  for (const char* text : {"{}", R"({"schema": 1})", "[]", "3"}) {
    const auto document = newest(text);
    ASSERT_TRUE(document) << text;
    EXPECT_EQ(document->name(), "a.json");
  }
}

}  // namespace
}  // namespace linecheck::json
