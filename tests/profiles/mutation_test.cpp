#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "json/writer.h"
#include "profiles/test_support.h"

namespace linecheck::profiles {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

std::size_t count(const json::Value& value) {
  std::size_t total = 1;
  if (const auto* array = value.getIf<json::Array>()) {
    for (const json::Value& item : *array) total += count(item);
  } else if (const auto* object = value.getIf<json::Object>()) {
    for (const json::Member& member : object->members()) total += count(member.value);
  }
  return total;
}

json::Value somethingElse(Random& random) {
  const std::vector<json::Value> values{nullptr,
                                        true,
                                        -1,
                                        0,
                                        3,
                                        1e300,
                                        -0.5,
                                        "",
                                        "unknown",
                                        "out",
                                        json::Array{},
                                        json::Array{1, 2},
                                        json::Object{},
                                        json::Object{{"value", 1}, {"unit", "dB"}}};
  return values[below(random, values.size())];
}

/// A copy in which the value number `target`, counted in document order, is another one; or,
/// as the member of an object, is gone or has another key.
json::Value mutated(const json::Value& value, std::size_t& target, Random& random) {
  if (target-- == 0) return somethingElse(random);
  if (const auto* array = value.getIf<json::Array>()) {
    json::Array copy;
    for (const json::Value& item : *array) copy.push_back(mutated(item, target, random));
    return copy;
  }
  if (const auto* object = value.getIf<json::Object>()) {
    json::Object copy;
    for (const json::Member& member : object->members()) {
      const bool isTarget = target == 0;
      json::Value changed = mutated(member.value, target, random);
      switch (isTarget ? below(random, 4) : 0) {
        case 1:
          break;
        case 2:
          copy.set(member.key + "x", member.value);
          break;
        default:
          copy.set(member.key, std::move(changed));
      }
    }
    return copy;
  }
  return value;
}

void expectOrderlyErrors(const Errors& errors) {
  ASSERT_FALSE(errors.empty());
  for (const Error& error : errors) {
    EXPECT_FALSE(error.what.empty());
    EXPECT_TRUE(error.where.starts_with("a.json")) << error.where;
    EXPECT_EQ(error.message().find('\n'), std::string::npos) << error.message();
  }
}

std::string textOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(stream), {});
}

// The loader and the schema are two descriptions of one format: what the loader takes, the schema
// must allow.
TEST(Mutation, ChangedDocumentsAreRefusedOrGood) {
  const json::Schema schema = profileSchema();
  Random random(20);
  int taken = 0;
  int refused = 0;
  for (const auto& file : shippedFiles()) {
    const json::Document original = json::parseFile(file).value();
    const std::size_t values = count(original.root());
    for (int round = 0; round < 60; ++round) {
      std::size_t target = below(random, values);
      const std::string text = json::toText(mutated(original.root(), target, random));
      const json::Document document = json::parse(text, "a.json").value();
      const auto profile = load(document);
      if (profile) {
        ++taken;
        for (const Error& error : schema.validate(document)) {
          ADD_FAILURE() << file << ": " << error.message();
        }
      } else {
        ++refused;
        expectOrderlyErrors(profile.error());
      }
    }
  }
  EXPECT_GT(taken, 20) << "optional parts may go";
  EXPECT_GT(refused, 400);
}

TEST(Mutation, DamagedTextNeverGetsThrough) {
  Random random(21);
  const std::string bytes = "{}[]\",:0159-.eE\\u \n\xff\xc3";
  for (const auto& file : shippedFiles()) {
    const std::string original = textOf(file);
    for (int round = 0; round < 60; ++round) {
      std::string text = original;
      for (std::size_t changes = 1 + below(random, 4); changes > 0; --changes) {
        const std::size_t at = below(random, text.size());
        if (below(random, 2) == 0) {
          text[at] = bytes[below(random, bytes.size())];
        } else {
          text.erase(at, 1 + below(random, 40));
        }
      }
      const auto document = json::parse(text, "a.json");
      if (!document) {
        expectOrderlyErrors({document.error()});
      } else if (const auto profile = load(*document); !profile) {
        expectOrderlyErrors(profile.error());
      }
    }
  }
}

TEST(Mutation, EveryBeginningOfAFileIsRefused) {
  const std::string text = textOf(shippedFolder() / "headphones" / "neuropunk-m1.json");
  for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
    EXPECT_FALSE(json::parse(std::string_view(text).substr(0, length), "a.json")) << length;
  }
}

}  // namespace
}  // namespace linecheck::profiles
