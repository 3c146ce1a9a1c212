#include "json/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "json/pointer.h"
#include "json/writer.h"

namespace linecheck::json {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string reformatted(std::string_view text) {
  const auto document = parse(text, "a.json");
  return document ? toText(document->root(), 0) : document.error().message();
}

Error faultOf(std::string_view text, const Limits& limits = {}) {
  const auto document = parse(text, "a.json", limits);
  return document ? Error{ErrorCode::usage, "no fault", ""} : document.error();
}

TEST(Parse, ReadsEveryKindOfValueInOrder) {
  const std::string text =
      R"({"z":null,"a":[true,false],"n":[0,-7,9223372036854775807,0.1,-6.5e-08],"t":"µΩ\u0001"})";
  EXPECT_EQ(reformatted(text), text);
  EXPECT_EQ(reformatted("[]"), "[]");
  EXPECT_EQ(reformatted(" 5 "), "5");
  EXPECT_EQ(reformatted("\xef\xbb\xbf{}"), "{}") << "a byte order mark is no fault";
  EXPECT_EQ(reformatted("18446744073709551616"), "18446744073709551616");
}

TEST(Parse, SyntaxIsToldWithLineAndColumn) {
  EXPECT_EQ(faultOf("{\n  \"a\": nope\n}").where, "a.json:2:9") << "where it stops to be null";
  EXPECT_EQ(faultOf("{\"µ\": 01}").where, "a.json:1:8") << "columns count characters, not bytes";
  EXPECT_EQ(faultOf("[1,\n2,\n]").where, "a.json:3:1");
  EXPECT_EQ(faultOf("").where, "a.json:1:1");
  const Error error = faultOf("{\"a\": 1,}");
  EXPECT_EQ(error.code, ErrorCode::badInput);
  EXPECT_EQ(error.where, "a.json:1:9");
  EXPECT_EQ(error.what,
            "This is not valid JSON: syntax error while parsing object key - unexpected '}'; "
            "expected string literal.");
}

TEST(Parse, NumbersMustBeNumbers) {
  for (const char* text : {"NaN", "[Infinity]", "[-Infinity]", "[1e999]", "[-1e999]", "[0x10]",
                           "[1.]", "[.5]", "[+1]"}) {
    EXPECT_THAT(faultOf(text).what, StartsWith("This is not valid JSON")) << text;
  }
  EXPECT_THAT(faultOf("[1e999]").what, HasSubstr("number overflow parsing '1e999'"));
}

TEST(Parse, OnlyUtf8IsText) {
  const Error error = faultOf("[\"caf\xe9\"]");
  EXPECT_THAT(error.what, HasSubstr("ill-formed UTF-8 byte"));
  EXPECT_EQ(error.what.find('\xe9'), std::string::npos) << "the message itself is UTF-8";
  EXPECT_THAT(faultOf("[\"\xed\xa0\x80\"]").what, HasSubstr("UTF-8")) << "a lone surrogate";
  EXPECT_THAT(faultOf(R"(["\ud800"])").what, HasSubstr("surrogate"));
}

TEST(Parse, DuplicateKeysAreKeptForTheReader) {
  const auto document = parse(R"({"a":1,"b":{"x":1,"x":2,"x":3},"a":{"a":1,"a":2}})", "a.json");
  ASSERT_TRUE(document);
  EXPECT_EQ(toText(document->root(), 0), R"({"a":1,"b":{"x":1}})");
  std::vector<std::string> places;
  for (const auto& fault : document->duplicateKeys()) places.push_back(fault.error.where);
  EXPECT_THAT(places, testing::ElementsAre("a.json#/b/x", "a.json#/b/x", "a.json#/a"));
}

TEST(Parse, HasLimits) {
  EXPECT_EQ(reformatted(std::string(64, '[') + std::string(64, ']')).size(), 128U);
  const Error deep = faultOf(std::string(65, '['));
  EXPECT_EQ(deep.what, "More than 64 objects and lists stand inside each other.");
  EXPECT_EQ(deep.where, "a.json");
  EXPECT_EQ(faultOf(std::string(1'000'000, '[')).what, deep.what);
  EXPECT_EQ(faultOf("[1,2]", {.bytes = 4}).what, "This file is bigger than the 4 bytes allowed.");
  EXPECT_EQ(faultOf("[1,2]", {.bytes = 5}).what, "no fault");
}

TEST(ParseFile, TellsWhatKeepsItFromReading) {
  const std::string folder = testing::TempDir();
  EXPECT_EQ(parseFile(folder + "/no-such-file.json").error().code, ErrorCode::notFound);
  EXPECT_EQ(parseFile(folder).error().code, ErrorCode::io);

  const std::string file = folder + "/linecheck-document-test.json";
  std::ofstream(file) << "[1, 2]";
  EXPECT_EQ(toText(parseFile(file)->root(), 0), "[1,2]");
  EXPECT_THAT(parseFile(file, {.bytes = 3}).error().what, HasSubstr("bigger than the 3 bytes"));
  std::ofstream(file) << "[1, 2";
  EXPECT_EQ(parseFile(file).error().where, file + ":1:6");
  std::remove(file.c_str());
}

TEST(Pointer, EscapesKeysAndStaysOnOneLine) {
  EXPECT_EQ(pointerTo(pointerTo("", "a/b~c"), 3), "/a~1b~0c/3");
  EXPECT_EQ(place("a.json", "/ports/0"), "a.json#/ports/0");
  EXPECT_EQ(place("a.json", ""), "a.json");
  EXPECT_EQ(place("a\nb.json", "/x\ty"), "a b.json#/x y");
}

TEST(InQuotes, StaysShortAndWhole) {
  EXPECT_EQ(inQuotes("one\ntwo"), "\"one two\"");
  std::string ohms;
  for (int i = 0; i < 100; ++i) ohms += "Ω";
  EXPECT_EQ(inQuotes(ohms), "\"" + ohms.substr(0, 60) + "…\"");
  EXPECT_EQ(inQuotes("x" + ohms), "\"x" + ohms.substr(0, 58) + "…\"") << "no half character";
}

}  // namespace
}  // namespace linecheck::json
