#include "json/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace linecheck::json {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Schema schemaOf(std::string_view text) {
  return Schema::compile(parse(text, "schema.json").value()).value();
}

std::vector<std::string> messages(const Schema& schema, std::string_view text) {
  std::vector<std::string> lines;
  for (const Error& error : schema.validate(parse(text, "a.json").value())) {
    lines.push_back(error.message());
  }
  return lines;
}

constexpr std::string_view kPorts = R"({
  "type": "object",
  "additionalProperties": false,
  "required": ["ports"],
  "properties": {
    "ports": {"type": "array", "items": {"$ref": "#/definitions/port"}}
  },
  "definitions": {
    "port": {
      "type": "object",
      "required": ["id"],
      "properties": {
        "id": {"type": "string", "pattern": "^[a-z]+$"},
        "channels": {"type": "integer", "minimum": 1},
        "a/b": {"type": "number"}
      }
    }
  }
})";

TEST(Schema, AllowsWhatItDescribes) {
  const Schema schema = schemaOf(kPorts);
  EXPECT_THAT(messages(schema, R"({"ports": [{"id": "out", "channels": 2}]})"), IsEmpty());
  EXPECT_THAT(messages(schema, R"({"ports": []})"), IsEmpty());
}

TEST(Schema, TellsEachFaultOnceWithItsPlace) {
  const Schema schema = schemaOf(kPorts);
  EXPECT_THAT(messages(schema, "{}"), ElementsAre("a.json: Missing required property 'ports'."));
  EXPECT_THAT(messages(schema, R"({"ports": [{"id": "OUT"}, {"channels": 0, "a/b": "x"}]})"),
              testing::UnorderedElementsAre(
                  "a.json#/ports/0/id: Failed to match regex specified by 'pattern' constraint.",
                  "a.json#/ports/1: Missing required property 'id'.",
                  "a.json#/ports/1/channels: Expected number greater than or equal to 1.000000",
                  "a.json#/ports/1/a~1b: Value type not permitted by 'type' constraint."));
}

TEST(Schema, WhatIsNoSchemaIsRefused) {
  const auto schema = Schema::compile(parse(R"({"properties": 5})", "schema.json").value());
  ASSERT_FALSE(schema);
  EXPECT_EQ(schema.error().code, ErrorCode::badInput);
  EXPECT_EQ(schema.error().where, "schema.json");
}

}  // namespace
}  // namespace linecheck::json
